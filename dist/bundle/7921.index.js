export const id = 7921;
export const ids = [7921];
export const modules = {

/***/ 97921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Um: () => (/* binding */ APPLICATIONS),
  tg: () => (/* binding */ checksOf),
  oN: () => (/* binding */ findApplication)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 17 modules
var schemas = __webpack_require__(38816);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
;// CONCATENATED MODULE: ./build/schema.js



/** The one door to zod: what describes settings, so that they are checked, and shown to an editor, by the same words. */

/**
 * `value` as `schema` has it, defaults filled in.
 * @param what Of the whole, for messages: `the options of looker`.
 * @throws HoldfastError bad-input that names each setting that can't be right, and what was expected.
 */
function readSettings(schema, value, what) {
    const parsed = schema.safeParse(value);
    if (parsed.success)
        return parsed.data;
    const faults = parsed.error.issues.map(({ path, message }) => {
        const at = path.map(String).join('.');
        return at === '' ? message : `${at}: ${message}`;
    });
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${what}: ${(0,bytestring.displayText)(faults.join('; '))}.`);
}
/** Something of a host's, by its absolute path, without `.`, `..` or a slash at the end. */
function absolutePath() {
    return schemas/* string */.YjP()
        .regex(/^\/(?!\/)/, 'expected an absolute path')
        .refine((path) => !path.includes('\0'), 'expected a path without NUL')
        .refine((path) => !path.split('/').some((name) => name === '.' || name === '..'), 'expected no . or .. in it')
        .refine((path) => path === '/' || !path.endsWith('/'), 'expected no slash at its end');
}
/** A span such as `90s`, `5m`, `1h30m`. */
function span() {
    return schemas/* string */.YjP()
        .regex(/^(0|(\d+(\.\d+)?(ms|s|m|h))+)$/, 'expected a span of time such as 30s, 5m or 1h30m');
}
/** A command for a host's shell. */
function command() {
    return schemas/* string */.YjP()
        .regex(/\S/, 'expected a shell command')
        .refine((text) => !text.includes('\0'), 'expected no NUL');
}

// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
// EXTERNAL MODULE: ./build/hosts/output.js
var hosts_output = __webpack_require__(52871);
;// CONCATENATED MODULE: ./build/apps/check.js



/** A check's script ends so where a tool that it needs is missing; it prints which. */
const IMPOSSIBLE = 77;
/**
 * A check by a shell script. It prints how many things it saw to be right on its last line, and exits 0; it exits 1 for
 * what is wrong, 77 where it can't look, and says why.
 * @param script `root` is quoted, without a slash at its end: `"$root/etc"` is `/etc` of what was restored.
 */
function scriptCheck(about, script) {
    return {
        ...about,
        async run({ host, root, signal }) {
            const prefix = root === '/' ? '' : root;
            const whole = `root=${(0,quote/* quote */.h)(prefix)}\n${script}`;
            const { exit, stdout, stderr } = await (0,hosts_output/* runToEnd */.cd)(host, whole, { signal });
            const said = lastLines(stderr.length > 0 ? stderr : stdout);
            if (!('code' in exit))
                return { state: 'failed', detail: `the check was killed by ${exit.signal}` };
            if (exit.code === IMPOSSIBLE)
                return { state: 'impossible', detail: said };
            if (exit.code !== 0)
                return { state: 'failed', detail: said || `exit status ${exit.code}` };
            const proved = Number(stdout.toString().trimEnd().split('\n').at(-1));
            if (Number.isSafeInteger(proved) && proved > 0)
                return { state: 'passed', proved, detail: said };
            return { state: 'failed', detail: 'there was nothing to look at' };
        },
    };
}
/** A check by a command: it passes if that exits 0, and can't look if it exits 77. */
function commandCheck(about, command) {
    return scriptCheck(about, `(${command}\n) >&2\ncode=$?\n[ $code -ne ${IMPOSSIBLE} ] || exit ${IMPOSSIBLE}\n[ $code -eq 0 ] || exit 1\necho 1`);
}
/** Shell: for the end of a check that can't look. */
function needsTool(tool) {
    return `command -v ${(0,quote/* quote */.h)((0,bytestring.fromText)(tool))} >/dev/null || { echo ${(0,quote/* quote */.h)((0,bytestring.fromText)(`there is no ${tool}`))}; exit ${IMPOSSIBLE}; }`;
}
/**
 * Shell: `is_shell FILE` looks whether a shell can read it. Where it can't, bash shows the line, in which passwords may stand, and which
 * is any file's of this machine where the name is a link: we tell which line it is.
 */
const IS_SHELL = `is_shell() {
  ${needsTool('bash')}
  [ -f "$1" ] || { echo "$1 is no file"; return 1; }
  said=$(bash -n "$1" 2>&1) && return
  line=$(printf '%s\\n' "$said" | sed -n 's/.*: line \\([0-9]*\\): .*/\\1/p' | head -n 1)
  echo "$1 can't be read by a shell: line \${line:-?}"
  return 1
}
`;
/** Shell: from here on `$(find …)` is names by lines, as they are: blanks and patterns in them are no others. */
const BY_LINES = `set -f
IFS='
'
`;
const MAX_SHOWN_LINES = 5;
function lastLines(output) {
    const lines = output
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
    return (0,bytestring.displayText)(lines.slice(-MAX_SHOWN_LINES).join(' | '));
}

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./build/duration.js
var duration = __webpack_require__(73110);
;// CONCATENATED MODULE: ./build/apps/hooks.js


/** What every application has: a user's own commands around its backup. */
const HOOK_SETTINGS = {
    before: schemas/* array */.YOg(command()).default([]).describe('Shell commands on the host before anything is stopped.'),
    after: schemas/* array */.YOg(command()).default([]).describe('Shell commands on the host at the end, whatever happened.'),
    'hook-limit': span().default('10m').describe('How long one of these may take.'),
};
function hooksOf({ before, after, 'hook-limit': limit }) {
    return { before, after, limitMs: (0,duration/* parseDuration */.E)(limit, 'hook-limit') };
}

// EXTERNAL MODULE: ./build/hosts/as-user.js
var as_user = __webpack_require__(73972);
// EXTERNAL MODULE: ./build/hosts/exit-status.js
var exit_status = __webpack_require__(62585);
;// CONCATENATED MODULE: ./build/apps/host-look.js






/** Configuration is smaller; what is larger isn't read. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
const ABSENT = 44;
/** A file's text, or null if it isn't there. @throws HoldfastError command-failed where it can't be read. */
async function readText({ host, signal }, path) {
    const file = (0,quote/* quote */.h)((0,bytestring.fromText)(path));
    const script = `[ -e ${file} ] || exit ${ABSENT}; head -c ${MAX_FILE_BYTES} <${file}`;
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal, limitBytes: MAX_FILE_BYTES });
    if ((0,exit_status/* isSuccess */.o)(output.exit))
        return output.stdout.toString('utf8');
    if ('code' in output.exit && output.exit.code === ABSENT)
        return null;
    throw new hosts_output/* CommandFailure */.qi(`read ${JSON.stringify((0,bytestring.displayText)(path))}`, host, output);
}
/** Those of `paths` that are there, symlinks that lead nowhere too, in their order. */
async function present(look, paths) {
    if (paths.length === 0)
        return [];
    const words = (0,quote/* quoteAll */._)(paths.map(bytestring.fromText));
    const script = `for path in ${words}; do if [ -e "$path" ] || [ -L "$path" ]; then echo y; else echo n; fi; done`;
    const answers = await linesOf(look, 'look which files are there', script);
    return paths.filter((_, i) => answers[i] === 'y');
}
/** What is there of paths in which `*` stands for any part of a name. */
async function presentByGlob(look, globs) {
    if (globs.length === 0)
        return [];
    const words = globs.map((glob) => glob
        .split('*')
        .map((part) => (part === '' ? '' : (0,quote/* quote */.h)((0,bytestring.fromText)(part))))
        .join('*'));
    const script = `for path in ${words.join(' ')}; do [ ! -e "$path" ] || printf '%s\\n' "$path"; done`;
    const found = await linesOf(look, 'look for what belongs to the application', script);
    return found.filter((path) => path !== '');
}
/** Where `path` really is, its symlinks followed; null where that leads nowhere. */
async function realPath({ host, signal }, path) {
    const { exit, stdout } = await (0,hosts_output/* runToEnd */.cd)(host, `readlink -f ${(0,quote/* quote */.h)((0,bytestring.fromText)(path))}`, { signal });
    return (0,exit_status/* isSuccess */.o)(exit) && stdout.length > 1 ? (0,bytestring.fromBytes)(stdout.subarray(0, -1)) : null;
}
/** The lines that a script prints; empty ones too. @throws HoldfastError command-failed. */
async function linesOf({ host, signal }, what, script) {
    const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, what, script, { signal });
    return stdout.toString('utf8').replace(/\n$/, '').split('\n');
}
/** Whether the host knows an account of that name. */
async function hasAccount({ host, signal }, user) {
    const { exit } = await (0,hosts_output/* runToEnd */.cd)(host, `id -u ${(0,quote/* quote */.h)((0,bytestring.fromText)(user))}`, { signal });
    return (0,exit_status/* isSuccess */.o)(exit);
}
/**
 * The host as the account that an application runs as.
 * @throws HoldfastError no-permission where the login may not become it.
 */
async function asAccount(site, user, title) {
    const { host, signal } = site;
    const own = (0,as_user/* asUser */.e)(host, user);
    const { exit, stdout } = await (0,hosts_output/* runToEnd */.cd)(own, 'id -un', { signal });
    if ((0,exit_status/* isSuccess */.o)(exit) && stdout.toString().trim() === user)
        return own;
    if (!(await hasAccount(site, user))) {
        throw new errors/* HoldfastError */.E('no-permission', `Cannot work on ${title} as ${JSON.stringify((0,bytestring.displayText)(user))} on "${host.name}": there is no such account, expected the one that it runs as. ` +
            'Correct the host, or name the account: user=NAME (--app-option, or the input `app-options`).');
    }
    const login = (await linesOf(site, 'ask who we are', 'id -un')).join('');
    throw new errors/* HoldfastError */.E('no-permission', `Cannot work on ${title} as ${JSON.stringify((0,bytestring.displayText)(user))} on "${host.name}": the login is ${JSON.stringify((0,bytestring.displayText)(login))}, ` +
        `expected that account, or one that may become it. Log in as it or as root, or allow it by sudo without a password.`);
}
/** `path` as a pattern that matches nothing but it. */
function literalPattern(path) {
    return path.replace(/[\\*?[\]]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/apps/dokku/control.js


/**
 * Shell: true where a service's own status says that it doesn't run. One that can't say may run.
 * @param type With `name`: parts of words of the shell, quoted.
 */
function isDown(type, name) {
    return `case $(dokku ${type}:info ${name} --status </dev/null 2>/dev/null) in exited* | created* | dead* | missing* | stopped*) true ;; *) false ;; esac`;
}
/** What we locked and stopped, so that nothing else is unlocked and started: it outlives us, and a reboot. */
const HELD_FILE = '/var/lib/holdfast/dokku.held';
/**
 * Dokku has no mode in which it holds still: applications run on. What can be held are deploys, by a lock of each application,
 * and datastores that know no export. A lease sees to it that both are let go.
 */
function controlOf(apps, stopped, { root, lib }) {
    const names = (0,quote/* quoteAll */._)(apps.map(bytestring.fromText));
    const services = (0,quote/* quoteAll */._)(stopped.map(({ type, name }) => (0,bytestring.fromText)(`${type}:${name}`)));
    return {
        stop: [
            `held=${HELD_FILE} lib=${(0,quote/* quote */.h)((0,bytestring.fromText)(lib))} root=${(0,quote/* quote */.h)((0,bytestring.fromText)(root))}
mkdir -p "\${held%/*}" && : >"$held" || exit 1
${LOCK}${PAUSE}
for app in ${names}; do lock "$app" || exit 1; done
for service in ${services}; do pause "\${service%%:*}" "\${service#*:}" || exit 1; done`,
        ],
        start: [
            `held=${HELD_FILE} failed=
${RESUME}
[ -e "$held" ] || exit 0
while read -r kind one two; do
  case $kind in
    app) unlock "$one" || failed=1 ;;
    service) resume "$one" "$two" || failed=1 ;;
  esac
done <"$held"
[ -z "$failed" ] && rm -f "$held"`,
        ],
        status: `[ ! -e ${HELD_FILE} ] || exit 3`,
    };
}
/**
 * Shell. The file that `apps:lock` makes keeps no deploy from beginning: a deploy only looks whether another process has that file
 * locked (acquire_app_deploy_lock of Dokku), and removes it at its end. So a process of ours has it locked, too, until all is let go.
 */
const LOCK = `
begun() { echo "a deploy of $1 has begun" >&2; return 1; }
lock() {
  if dokku apps:locked "$1" </dev/null >/dev/null 2>&1; then begun "$1"; return; fi
  printf 'app %s\\n' "$1" >>"$held" && dokku apps:lock "$1" </dev/null || return 1
  command -v flock >/dev/null || return 0
  file=$lib/data/apps/$1/.deploy.lock
  [ -e "$file" ] || file=$root/$1/.deploy.lock
  [ -e "$file" ] || return 0
  keep 9<>"$file" || {
    # The file is that deploy's now: it isn't ours to remove.
    sed -i '$d' "$held"; begun "$1"
  }
}
keep() {
  flock -n 9 || return 1
  (trap '' HUP; while [ -e "$held" ]; do sleep 1; done) </dev/null >/dev/null 2>&1 &
}
`;
/**
 * Shell. A container that only pauses (Dokku's word: it is stopped) comes back as it was. \`stop\` also removes it: then it is made anew, of an image
 * that may be gone, and the links that applications have to it lead nowhere. Older plugins know \`stop\` alone, and keep it.
 */
const PAUSE = `
pause() {
  # What was stopped before is never started.
  if ${isDown('"$1"', '"$2"')}; then return 0; fi
  printf 'service %s %s\\n' "$1" "$2" >>"$held" || return 1
  dokku "$1:pause" "$2" </dev/null || dokku "$1:stop" "$2" </dev/null || return 1
  if ${isDown('"$1"', '"$2"')}; then return 0; fi
  echo "$1:$2 runs still" >&2; return 1
}
`;
/** Shell. A datastore's start is content, too, where there is nothing that it could start. A lock may be gone with its application. */
const RESUME = `
unlock() { dokku apps:unlock "$1" </dev/null || ! dokku apps:locked "$1" </dev/null >/dev/null 2>&1; }
resume() {
  dokku "$1:start" "$2" </dev/null || return 1
  if ${isDown('"$1"', '"$2"')}; then echo "$1:$2 doesn't run, although its start succeeded" >&2; return 1; fi
}
`;

// EXTERNAL MODULE: ./build/databases/databases.js + 31 modules
var databases = __webpack_require__(99298);
;// CONCATENATED MODULE: ./build/apps/dokku/export.js




/** How long a plugin may take to say that it knows no export. One that has said nothing until then makes one. */
const PROBE_SECONDS = 600;
/** Of what a plugin says: more than its refusal has. */
const SAID_BYTES = 4096;
const exporting = ({ type, name }) => `dokku ${(0,quote/* quoteAll */._)([`${type}:export`, name].map(bytestring.fromText))}`;
/**
 * Whether a plugin exports; only trying it tells. By its own refusal alone: an export that fails today is a failure, and no reason to
 * stop a datastore. What it exports is thrown away after a few bytes.
 */
async function canExport({ host, signal }, service) {
    const script = `said=$(mktemp) || exit 1
limit=; command -v timeout >/dev/null && limit='timeout ${PROBE_SECONDS}'
$limit ${exporting(service)} </dev/null 2>"$said" | dd bs=512 count=1 >/dev/null 2>&1
head -c ${SAID_BYTES} "$said"; rm -f "$said"`;
    const { stdout } = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal });
    return !/not yet implemented|is not a dokku command/i.test(stdout.toString('latin1'));
}
/** Its own export, on stdout and without a terminal; of a kind that is known only what is whole. */
function dumpOf({ env }, service) {
    const command = `${exporting(service)} </dev/null`;
    const whole = WHOLE.get(service.type);
    const script = whole === undefined ? command : onlyWhole(command, whole);
    return (0,databases/* parseDatabase */.Jq)(`command:${dumpName(service)}=${script}`, 'the export of a service', env);
}
function dumpName({ type, name }) {
    return `${type}-${name}.dump`;
}
const begins = (magic) => `[ "$(dd bs=1 count=${magic.length} 2>/dev/null)" = ${magic} ]`;
const SQL = {
    is: 'a dump that ends with "-- Dump completed"',
    reads: "tail -c 200 | grep -q '^-- Dump completed'",
};
/** Of the vendor's own plugins. The status of a command in a container tells little of what was lost on the way out of it. */
const WHOLE = new Map([
    ['postgres', { is: "one of pg_dump's custom format (PGDMP)", reads: begins('PGDMP') }],
    ['mysql', SQL],
    ['mariadb', SQL],
    [
        'redis',
        {
            is: 'an RDB file with its end',
            // The end's own byte, then eight of a checksum.
            reads: `${begins('REDIS')} && [ "$(tail -c 9 | head -c 1 | od -An -tx1 | tr -d ' ')" = ff ]`,
        },
    ],
    ['mongo', { is: 'a whole gzip', reads: 'gzip -t' }],
]);
/** Shell: what `command` prints; it fails if that isn't whole, or if the command does. */
function onlyWhole(command, { is, reads }) {
    return `work=$(mktemp -d) && mkfifo "$work/export" || exit 1
{ ${reads}; whole=$?; cat >/dev/null; exit $whole; } <"$work/export" 2>/dev/null &
{ ${command}; echo $? >"$work/code"; } | tee "$work/export"
wait $!
whole=$? code=$(cat "$work/code"); rm -rf "$work"
[ "\${code:-1}" -eq 0 ] || exit "\${code:-1}"
[ $whole -eq 0 ] || { echo "it isn't ${is.replaceAll('"', '\\"')}" >&2; exit 1; }`;
}

;// CONCATENATED MODULE: ./build/apps/version.js
/** Numbers with points between, as they stand somewhere in a program's words: `13.1.2`; null: there are none. */
function versionIn(text) {
    return /\d{1,9}(?:\.\d{1,9})+/.exec(text)?.[0] ?? null;
}
/** Below 0 where `a` is older than `b`, above where it is newer. A number that isn't there counts as 0. */
function compareVersions(a, b) {
    const [left, right] = [a, b].map((version) => (version.match(/\d+/g) ?? []).map(Number));
    for (let i = 0; i < Math.max(left.length, right.length); i++) {
        const difference = (left[i] ?? 0) - (right[i] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/apps/dokku/look.js








/** Names that Dokku gives, and that become words of commands and of files. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
async function placesOf(site, settings) {
    const text = (await readText(site, '/etc/default/dokku')) ?? '';
    const said = (name) => new RegExp(`^(?:export )?${name}=["']?([^"'\\s]+)`, 'm').exec(text)?.[1];
    return {
        root: settings.root ?? said('DOKKU_ROOT') ?? '/home/dokku',
        // Dokku's own script sets DOKKU_LIB_ROOT, by this.
        lib: settings.lib ?? said('DOKKU_LIB_PATH') ?? '/var/lib/dokku',
    };
}
/** @throws HoldfastError host-unsupported where there is no Dokku; no-permission where the login isn't root. */
async function requireDokku(site) {
    const { exit, stdout } = await (0,hosts_output/* runToEnd */.cd)(site.host, 'id -u; dokku version </dev/null', {
        signal: site.signal,
    });
    const [uid = '', ...said] = stdout.toString('utf8').split('\n');
    if (uid !== '0') {
        throw new errors/* HoldfastError */.E('no-permission', `Cannot work on Dokku on "${site.host.name}": the login is user ${(0,bytestring.displayText)(uid)}, expected root: files of many accounts are read, and their owners kept. ` +
            'Log in as root, or with become: sudo.');
    }
    const version = (0,exit_status/* isSuccess */.o)(exit) ? versionIn(said.join('\n')) : null;
    if (version !== null)
        return version;
    throw new errors/* HoldfastError */.E('host-unsupported', `Cannot work on Dokku on "${site.host.name}": \`dokku version\` says none, expected Dokku to be installed. Install the version that was saved.`);
}
/** Shell: enters a folder; where there is none, as on a new host, it ends without a word. What is there and can't be entered is a failure. */
const enter = (folder) => `folder=${folder}; [ -e "$folder" ] || [ -L "$folder" ] || exit 0; cd "$folder" || exit 1`;
/**
 * Applications, by the folders of their repositories; none where there is no root.
 * @throws HoldfastError command-failed where they can't be listed: a restore would put files back beneath what runs.
 */
async function appsOf(site, { root }) {
    const script = `${enter((0,quote/* quote */.h)((0,bytestring.fromText)(root)))}
for folder in */; do [ ! -e "$folder/HEAD" ] && [ ! -e "$folder/ENV" ] || printf '%s\\n' "\${folder%/}"; done; true`;
    return (await linesOf(site, 'list Dokku’s applications', script)).filter((name) => NAME.test(name));
}
/**
 * As plugins say, and by their folders: a plugin that fails ends the list before its end.
 * @throws HoldfastError command-failed where the folders can't be entered.
 */
async function servicesOf(site, { lib }) {
    const script = `dokku plugin:trigger service-list </dev/null 2>/dev/null | sed 's/^/listed:/'
${enter((0,quote/* quote */.h)((0,bytestring.fromText)(`${lib}/services`)))}
for one in */*/; do [ ! -d "$one" ] || { one=\${one%/}; printf 'there:%s:%s\\n' "\${one%%/*}" "\${one##*/}"; }; done; true`;
    const lines = (await linesOf(site, 'list Dokku’s services', script)).map((line) => line.trim().split(':'));
    const services = (kind) => lines
        .filter(([is, type = '', name = '']) => is === kind && NAME.test(type) && NAME.test(name))
        .map(([, type = '', name = '']) => ({ type, name }));
    const listed = services('listed');
    const isListed = ({ type, name }) => listed.some((one) => one.type === type && one.name === name);
    const unlisted = services('there').filter((service) => !isListed(service));
    return [...listed, ...(await knownAmong(site, unlisted))];
}
/** Those of `services` whose plugin tells of them. What is left of a plugin that is gone, or disabled, can be neither exported nor stopped. */
async function knownAmong(site, services) {
    if (services.length === 0)
        return [];
    const asks = services.map(({ type, name }) => `if [ -n "$(dokku ${(0,quote/* quote */.h)((0,bytestring.fromText)(type))}:info ${(0,quote/* quote */.h)((0,bytestring.fromText)(name))} --status </dev/null 2>/dev/null)" ]; then echo y; else echo n; fi`);
    const answers = await linesOf(site, 'ask plugins for their services', asks.join('\n'));
    for (const { type, name } of services.filter((_, i) => answers[i] !== 'y')) {
        site.onWarning(`Dokku: no plugin knows the service ${type}:${name}, whose folder is there. Its files are saved as they lie there: if its container runs, they are no ` +
            `backup of it. Enable the plugin (\`dokku plugin:enable ${type}\`), or remove what nobody needs.`);
    }
    return services.filter((_, i) => answers[i] === 'y');
}
/** Those of `services` that don't run: an export needs one that does, and their files are at rest. */
async function downAmong(site, services) {
    if (services.length === 0)
        return [];
    const asks = services.map(({ type, name }) => {
        const down = isDown((0,quote/* quote */.h)((0,bytestring.fromText)(type)), (0,quote/* quote */.h)((0,bytestring.fromText)(name)));
        return `if ${down}; then echo y; else echo n; fi`;
    });
    const answers = await linesOf(site, 'ask which services run', asks.join('\n'));
    return services.filter((_, i) => answers[i] === 'y');
}
/**
 * Folders of the host that applications use, outside of Dokku's own storage. Asked as JSON, and of a Dokku that doesn't know that,
 * as text.
 * @throws HoldfastError command-failed where it can't be known: a mount that nobody knows of would be missing from every backup.
 */
async function mountsOf(site, apps, { lib }) {
    const script = `for app in ${(0,quote/* quoteAll */._)(apps.map(bytestring.fromText))}; do
  said=$(dokku storage:list "$app" --format json </dev/null 2>/dev/null) || said=
  case $said in
    '['*) printf 'json %s' "$said" | tr '\\n' ' '; echo ;;
    *) said=$(dokku storage:list "$app" </dev/null) || { echo "dokku storage:list $app failed" >&2; exit 1; }
      printf '%s\\n' "$said" | sed 's/^/text /' ;;
  esac
done`;
    const lines = apps.length === 0 ? [] : await linesOf(site, 'list storage mounts', script);
    const mounts = new Set(lines.flatMap((line) => mountsIn(site, line)));
    for (const volume of [...mounts].filter((mount) => NAME.test(mount))) {
        site.onWarning(`Dokku: the volume ${(0,bytestring.displayText)(volume)} of Docker's is mounted by an application and is not saved. Name its folder beside ` +
            `(\`docker volume inspect ${(0,bytestring.displayText)(volume)}\` tells it).`);
    }
    const paths = [...mounts].filter((path) => /^\/[^\0]+$/.test(path) && !path.split('/').includes('..'));
    return present(site, paths.filter((path) => !path.startsWith(`${lib}/`)));
}
/** Folders of the host, and names of Docker's volumes. */
function mountsIn({ host }, line) {
    const [, form = '', said = ''] = /^(json|text) (.*)$/.exec(line) ?? [];
    const found = form === 'json' ? hostPathsIn(said) : [/^\s+([^:\s][^:]*):\//.exec(said)?.[1] ?? ''];
    if (found !== null)
        return found;
    throw new errors/* HoldfastError */.E('command-failed', `Cannot list storage mounts on "${host.name}": \`dokku storage:list\` printed no list of JSON (${(0,bytestring.displayText)(said.slice(0, 200))}), expected one. ` +
        'Run it by hand to see why, or say storage=false and name the folders beside.');
}
function hostPathsIn(json) {
    try {
        const list = JSON.parse(json);
        return Array.isArray(list) ? list.map((mount) => String(mount?.host_path ?? '')) : null;
    }
    catch {
        return null;
    }
}
/** How each application came here: what a restore must know of those that no repository builds. */
async function sourcesOf(site, apps) {
    const script = `for app in ${(0,quote/* quoteAll */._)(apps.map(bytestring.fromText))}; do
  printf '%s %s\\n' "$app" "$(dokku apps:report "$app" --app-deploy-source </dev/null 2>/dev/null | head -n 1) $(dokku apps:report "$app" --app-deploy-source-metadata </dev/null 2>/dev/null | head -n 1)"
done`;
    const lines = apps.length === 0 ? [] : await linesOf(site, 'ask how applications were deployed', script);
    return Object.fromEntries(lines.map((line) => {
        const [app = '', ...source] = line.trim().split(' ');
        return [app, (0,bytestring.displayText)(source.join(' ').trim())];
    }));
}

;// CONCATENATED MODULE: ./build/apps/dokku/backup.js










const BELOW_LIB = ['config', 'data', 'services', 'plugins'];
const LOOK_EVERY_MS = 5000;
async function planDokkuBackup(site, settings) {
    const version = await requireDokku(site);
    const places = await placesOf(site, settings);
    const paths = await pathsOf(site, settings, places);
    const apps = await appsOf(site, places);
    const mounts = settings.storage ? await mountsOf(site, apps, places) : [];
    const { exported, stopped, down } = await howSaved(site, settings, await servicesOf(site, places));
    for (const { type, name } of stopped.filter((service) => !down.includes(service)))
        site.onInfo(`Dokku: the service ${type}:${name} is stopped while its files are read.`);
    return {
        paths: [...paths, ...mounts.filter((mount) => !paths.some((path) => mount.startsWith(`${path}/`)))].map(bytestring.fromText),
        aside: paths.filter((path) => !isOwn(path, places)).map(bytestring.fromText),
        excludes: [
            `${literalPattern(places.root)}/.basher`,
            `${literalPattern(places.lib)}/data/apps/*/.deploy.lock`,
            // What its export holds: the files are of a running server.
            ...exported.map(({ type, name }) => `${literalPattern(`${places.lib}/services/${type}/${name}`)}/data/*`),
        ],
        control: controlOf(apps, stopped, places),
        nodes: [],
        databases: exported.map((service) => dumpOf(site, service)),
        hooks: hooksOf(settings),
        beforeStop: (place) => awaitDeploys(place, settings, apps),
        record: {
            profile: 'dokku',
            version,
            settings,
            facts: { root: places.root, lib: places.lib, ...(await factsOf(site, { apps, exported, stopped })) },
            running: true,
        },
    };
}
function isOwn(path, { root, lib }) {
    return path === root || path.startsWith(`${lib}/`);
}
async function pathsOf(site, settings, { root, lib }) {
    const own = await present(site, [root, ...BELOW_LIB.map((name) => `${lib}/${name}`)]);
    const none = [
        ...(own.includes(root) ? [] : [root]),
        ...(own.some((path) => path.startsWith(`${lib}/`)) ? [] : [`${lib}/{${BELOW_LIB.join(',')}}`]),
    ];
    if (none.length > 0) {
        throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Dokku on "${site.host.name}": there is no ${none.map(bytestring.displayText).join(', no ')}, expected its data. Say where it is: root, lib.`);
    }
    return [...own, ...(await presentByGlob(site, settings['system-files']))];
}
async function howSaved(site, { services: way }, services) {
    const exported = [];
    const stopped = [];
    const down = await downAmong(site, services);
    for (const service of services) {
        const isExported = way === 'export' && !down.includes(service) && (await canExport(site, service));
        (isExported ? exported : stopped).push(service);
    }
    for (const { type, name } of down)
        site.onInfo(`Dokku: the service ${type}:${name} is stopped already: its files are saved, and it stays stopped.`);
    return { exported, stopped, down };
}
async function awaitDeploys(site, settings, apps) {
    await refuseStaleLocks(site);
    const limitMs = (0,duration/* parseDuration */.E)(settings['deploy-limit'], 'deploy-limit');
    const giveUpMs = performance.now() + limitMs;
    const script = `for app in ${(0,quote/* quoteAll */._)(apps.map(bytestring.fromText))}; do dokku apps:locked "$app" </dev/null >/dev/null 2>&1 && printf '%s\\n' "$app"; done; true`;
    for (let told = false; apps.length > 0; told = true) {
        const locked = (await linesOf(site, 'look for deploys', script)).filter((app) => app !== '');
        if (locked.length === 0)
            return;
        const what = `${locked.map(bytestring.displayText).join(', ')} ${locked.length === 1 ? 'is' : 'are'} locked: a deploy runs, or somebody locked it`;
        if (performance.now() >= giveUpMs) {
            throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Dokku on "${site.host.name}": for ${settings['deploy-limit']} ${what}, expected no deploy. Wait for it, or \`dokku apps:unlock\` it.`);
        }
        if (!told)
            site.onInfo(`Dokku: waiting, since ${what}`);
        await (0,promises_.setTimeout)(Math.min(LOOK_EVERY_MS, Math.max(limitMs / 10, 50)), undefined, { signal: site.signal });
    }
}
/** What an earlier run of this target held is let go by now: this is of one whose lease is gone, or of another target. */
async function refuseStaleLocks(site) {
    if ((await present(site, [HELD_FILE])).length === 0)
        return;
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Dokku on "${site.host.name}": ${HELD_FILE} lists what an earlier run locked and nobody let go, expected none. If no backup of it ` +
        'under another name (--of) runs, unlock and start what stands in it, and remove the file.');
}
async function factsOf(site, { apps, exported, stopped, }) {
    const script = (command) => linesOf(site, `run dokku ${command}`, `dokku ${command} </dev/null 2>/dev/null; true`);
    const networks = (await script('network:list'))
        .map((line) => line.trim())
        .filter((line) => /^[A-Za-z0-9][\w.-]*$/.test(line));
    return {
        apps: JSON.stringify(apps),
        sources: JSON.stringify(await sourcesOf(site, apps)),
        exported: JSON.stringify(exported),
        stopped: JSON.stringify(stopped),
        networks: JSON.stringify(networks.filter((name) => !['bridge', 'host', 'none'].includes(name))),
        plugins: (await script('plugin:list --format json')).join('\n'),
    };
}

// EXTERNAL MODULE: ./build/hosts/as-a-person.js
var as_a_person = __webpack_require__(37216);
// EXTERNAL MODULE: ./build/hosts/ask-status.js
var ask_status = __webpack_require__(14480);
// EXTERNAL MODULE: ./build/apps/application.js
var application = __webpack_require__(96571);
;// CONCATENATED MODULE: ./build/apps/control.js









const control_LOOK_EVERY_MS = 250;
/** What a control's status command says. */
async function statusOf({ host, signal }, { status }) {
    return status === null ? 'unknown' : (0,ask_status/* askStatus */.u)(host, status, signal);
}
/** For a restore: stops the application, unless it is stopped; it stays so until the restore's own last step. */
function stopStep(title, control) {
    return {
        kind: 'run',
        title: `stop ${title}`,
        run: async (site) => {
            if ((await statusOf(site, control)) === 'stopped')
                return;
            for (const command of control.stop)
                await runCommand(site, `stop ${title}`, command);
            if (control.status !== null)
                await untilIt(site, control, { is: 'stopped', title });
        },
        runsAgain: async (site) => (await statusOf(site, control)) === 'runs',
    };
}
/** For a restore: starts the application, unless it runs. */
function startStep(title, control) {
    return {
        kind: 'run',
        title: `start ${title}`,
        starts: true,
        run: async (site) => {
            if ((await statusOf(site, control)) === 'runs')
                return;
            for (const command of control.start)
                await runCommand(site, `start ${title}`, command);
            if (control.status !== null)
                await untilIt(site, control, { is: 'runs', title });
        },
    };
}
/** For a restore: commands of an application's own. */
function shellStep(title, script) {
    return { kind: 'run', title, run: (site) => runCommand(site, title, script) };
}
/** For a restore: all of `folder` belongs to `user`, and to that account's own group. */
function ownerStep(user, folder) {
    const owner = (0,quote/* quote */.h)((0,bytestring.fromText)(`${user}:`));
    return shellStep(`give it to ${(0,bytestring.displayText)(user)}`, `chown -Rh ${owner} ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))}/.`);
}
/** A user's or a vendor's command. What it leaves running may keep its output: it goes by a file. */
async function runCommand({ host, signal }, what, command) {
    const script = `
out=$(mktemp) || exit 1
(${as_a_person/* AS_A_PERSON */.T}; cd /
${command}
) </dev/null >"$out" 2>&1
code=$?
tail -n 20 "$out" >&2
rm -f "$out"
exit $code`;
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal });
    if (!(0,exit_status/* isSuccess */.o)(output.exit))
        throw new hosts_output/* CommandFailure */.qi(what, host, output);
}
async function untilIt(site, control, { is, title }) {
    const giveUpMs = performance.now() + (control.settleMs ?? application/* SETTLE_LIMIT_MS */.x);
    for (;;) {
        const status = await statusOf(site, control);
        if (status === is)
            return;
        if (status === 'unknown' || performance.now() > giveUpMs) {
            const said = status === 'unknown'
                ? "can't say whether it runs"
                : `says that it ${status === 'runs' ? 'runs' : 'is stopped'}`;
            throw new errors/* HoldfastError */.E('command-failed', `Cannot ${is === 'runs' ? 'start' : 'stop'} ${(0,bytestring.displayText)(title)} on "${site.host.name}": its status command ${said}, expected ` +
                `that it ${is === 'runs' ? 'runs' : 'is stopped'}. Look at it there, then restore again.`);
        }
        await (0,promises_.setTimeout)(control_LOOK_EVERY_MS, undefined, { signal: site.signal });
    }
}

;// CONCATENATED MODULE: ./build/apps/dokku/restore.js









async function planDokkuRestore(site, settings, { record, dumps }) {
    const { facts, version } = record;
    const there = await requireDokku(site);
    if (there !== version && !settings['any-version']) {
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Dokku to "${site.host.name}": version ${there} is installed there, expected ${version}, which was saved. Install that version, or ` +
            'say any-version=true.');
    }
    const lib = facts['lib'] ?? '/var/lib/dokku';
    const exported = listIn(facts, 'exported').filter((service) => dumps.some(({ name }) => name === dumpName(service)));
    const services = [...exported, ...listIn(facts, 'stopped')];
    tellRedeploys(site, facts);
    return {
        steps: [
            ...(await stopSteps(site, settings)),
            {
                kind: 'files',
                title: 'put the files back',
                part: { folder: null, target: null, includes: [], excludes: [] },
            },
            shellStep('remove the deploy locks', `rm -f ${(0,quote/* quote */.h)((0,bytestring.fromText)(lib))}/data/apps/*/.deploy.lock`),
            shellStep('install what plugins need', 'dokku plugin:install-dependencies </dev/null'),
            shellStep('install the plugins', 'dokku plugin:install </dev/null'),
            ...listIn(facts, 'networks').map(networkStep),
            ...services.map((service) => serviceStep(service, lib, { answers: exported.includes(service) })),
            ...exported.map((service) => {
                const words = (0,quote/* quoteAll */._)([`${service.type}:import`, service.name].map(bytestring.fromText));
                const name = dumpName(service);
                return {
                    kind: 'database',
                    title: `import ${service.type}:${service.name}`,
                    dump: name,
                    into: (0,databases/* parseDatabase */.Jq)(`command:${name}=dokku ${words}`, 'the import of a service', site.env),
                    overwrite: true,
                };
            }),
            appsStep(listIn(facts, 'apps'), settings.rebuild ? 'rebuild' : 'start'),
        ],
    };
}
/**
 * What runs on the host now would write to the files that are put back, and go on writing to those that they replace. Applications
 * are rebuilt at the end, services started one by one.
 */
async function stopSteps(site, settings) {
    const places = await placesOf(site, settings);
    const apps = await appsOf(site, places);
    const services = await servicesOf(site, places);
    return [
        ...apps.map((app) => shellStep(`stop ${(0,bytestring.displayText)(app)}`, `dokku ps:stop ${(0,quote/* quote */.h)((0,bytestring.fromText)(app))} </dev/null`)),
        ...services.map(restore_stopStep),
    ];
}
/** Its own stop is well content with one that is stopped; whether it is, its status says. */
function restore_stopStep({ type, name }) {
    const word = (0,quote/* quote */.h)((0,bytestring.fromText)(name));
    const status = `dokku ${(0,quote/* quote */.h)((0,bytestring.fromText)(`${type}:info`))} ${word} --status </dev/null 2>/dev/null`;
    const title = `stop ${type}:${name}`;
    return {
        kind: 'run',
        title,
        run: (site) => runCommand(site, title, `dokku ${(0,quote/* quote */.h)((0,bytestring.fromText)(`${type}:stop`))} ${word} </dev/null || exit 1
said=$(${status})
case $said in running*) echo "it is $said still" >&2; exit 1 ;; esac`),
        runsAgain: async ({ host, signal }) => {
            const { stdout } = await (0,hosts_output/* runToEnd */.cd)(host, status, { signal });
            return stdout.toString().startsWith('running');
        },
    };
}
function networkStep(name) {
    const word = (0,quote/* quote */.h)((0,bytestring.fromText)(name));
    return shellStep(`make the network ${(0,bytestring.displayText)(name)}`, `dokku network:exists ${word} </dev/null >/dev/null 2>&1 || dokku network:create ${word} </dev/null`);
}
/** How often a datastore that was just started is asked for an export, which it makes once it answers: every 2 s. */
const ANSWER_POLLS = 60;
/**
 * Its image is named by its own files, which were just put back; one that is there needs no registry. Its start is content, too, where it has
 * nothing to start, and ends before a database answers.
 */
function serviceStep({ type, name }, lib, { answers }) {
    const folder = (0,quote/* quote */.h)((0,bytestring.fromText)(`${lib}/services/${type}/${name}`));
    const [start, exporting] = ['start', 'export'].map((verb) => (0,quote/* quoteAll */._)([`${type}:${verb}`, name].map(bytestring.fromText)));
    const title = `start ${type}:${name}`;
    const script = `cd ${folder} || exit 1
mkdir -p data
image=$(cat IMAGE):$(cat IMAGE_VERSION) || exit 1
docker image inspect "$image" </dev/null >/dev/null 2>&1 || docker image pull "$image" </dev/null || exit 1
dokku ${start} </dev/null || exit 1
if ${isDown((0,quote/* quote */.h)((0,bytestring.fromText)(type)), (0,quote/* quote */.h)((0,bytestring.fromText)(name)))}; then echo "it doesn't run, although its start succeeded" >&2; exit 1; fi
${answers
        ? `limit=; command -v timeout >/dev/null && limit='timeout 30'
polls=0
until $limit dokku ${exporting} </dev/null >/dev/null 2>&1; do
  polls=$((polls + 1))
  [ $polls -lt ${ANSWER_POLLS} ] || { echo 'it runs, and does not answer' >&2; exit 1; }
  sleep 2
done`
        : ''}`;
    return { kind: 'run', title, starts: true, run: (site) => runCommand(site, title, script) };
}
/**
 * Each by itself: one that can't be built keeps no other from it, and is told by its name. One that was never deployed has nothing to
 * build, which `--all` counts as a failure.
 */
function appsStep(apps, verb) {
    return shellStep(`${verb} every application`, `failed=
for app in ${(0,quote/* quoteAll */._)(apps.map(bytestring.fromText))}; do
  [ "$(dokku ps:report "$app" --deployed </dev/null 2>/dev/null)" != false ] || continue
  dokku ps:${verb} "$app" </dev/null || failed="$failed $app"
done
[ -z "$failed" ] || { echo "all else is put back, but these could not be ${verb === 'rebuild' ? 'rebuilt' : 'started'}:$failed. See why: dokku ps:${verb} APP" >&2; exit 1; }`);
}
/** What no repository on this host builds must be sent again by whoever sent it. */
function tellRedeploys(site, facts) {
    const sources = JSON.parse(facts['sources'] ?? '{}');
    for (const [app, source] of Object.entries(sources)) {
        const [kind = '', ...rest] = source.split(' ');
        const what = (0,bytestring.displayText)(rest.join(' '));
        if (kind === 'docker-image')
            site.onInfo(`Deploy ${(0,bytestring.displayText)(app)} again by: dokku git:from-image ${(0,bytestring.displayText)(app)} ${what}`);
        else if (/archive|tar/.test(kind))
            site.onInfo(`Deploy ${(0,bytestring.displayText)(app)} again by: dokku git:from-archive ${(0,bytestring.displayText)(app)} ${what || 'URL'}`);
    }
}
function listIn(facts, name) {
    const list = JSON.parse(facts[name] ?? '[]');
    return Array.isArray(list) ? list : [];
}

;// CONCATENATED MODULE: ./build/apps/dokku/settings.js


const DOKKU_SCHEMA = schemas/* strictObject */.rej({
    root: absolutePath()
        .optional()
        .describe('Where applications’ repositories are (DOKKU_ROOT). Default: as /etc/default/dokku says, else /home/dokku.'),
    lib: absolutePath()
        .optional()
        .describe('Where its data is (DOKKU_LIB_PATH). Default: the same, else /var/lib/dokku.'),
    'system-files': schemas/* array */.YOg(schemas/* string */.YjP().regex(/^\/[^\0]+$/, 'expected an absolute path'))
        .default(['/etc/default/dokku', '/etc/cron.d/dokku-*', '/etc/nginx/conf.d/*', '/etc/docker/daemon.json'])
        .describe('What belongs to it outside, `*` for any part of a name; those that are there are saved.'),
    storage: schemas/* boolean */.zMY().default(true).describe('Save storage mounts outside of its data, too.'),
    services: schemas/* enum */.k5n(['export', 'stop'])
        .default('export')
        .describe('How datastores are saved: by their own export, or stopped and by their files. A plugin without an export is stopped.'),
    'deploy-limit': span().default('15m').describe('How long to wait for a deploy that runs.'),
    'any-version': schemas/* boolean */.zMY().default(false).describe('Restore to another version of Dokku than was saved.'),
    rebuild: schemas/* boolean */.zMY().default(true).describe('For a restore: rebuild every application at its end.'),
    ...HOOK_SETTINGS,
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/apps/follow-links.js






/** In a record's facts: a path of the plan that is a symlink, and where it leads to in the end, as JSON. */
const LINKS = 'links';
/**
 * Prints for each path that is a symlink its number and a name that it leads by, NUL behind each, to the last one, which is no
 * symlink: a file or a folder, or nothing at all (a disk that isn't mounted). What leads to a device (a masked unit) leads nowhere.
 */
function followScript(paths) {
    return `n=0
for path in ${(0,quote/* quoteAll */._)(paths)}; do
  at=$path turns=0
  while [ -L "$at" ] && [ $turns -lt 40 ]; do
    turns=$((turns + 1))
    to=$(readlink "$at"; echo x)
    to=\${to%?x}
    case $to in /*) ;; *) to=\${at%/*}/$to ;; esac
    while [ "\${to%/}" != "$to" ]; do to=\${to%/}; done
    if [ ! -L "$to" ] && [ -d "$to/" ]; then folder=$to/ name=
    else folder=\${to%/*}/ name=/\${to##*/}
    fi
    real=$(cd "$folder" 2>/dev/null && pwd -P || echo; echo x)
    real=\${real%?x}
    [ -n "$real" ] || { real=\${to%/*}; [ -n "$name" ] || name=/\${to##*/}; }
    at=\${real%/}$name
    [ -n "$at" ] || at=/
    if [ ! -e "$at" ] || [ -L "$at" ] || [ -f "$at" ] || [ -d "$at" ]; then printf '%s\\0%s\\0' $n "$at"; fi
  done
  n=$((n + 1))
done`;
}
/** For each of `paths` that is a symlink, the names that it leads by; the last of them is no symlink. */
async function linksAmong({ host, signal }, paths) {
    const links = new Map();
    if (paths.length === 0)
        return links;
    const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, 'see where symlinks lead to', followScript(paths), {
        signal,
    });
    const words = (0,bytestring.fromBytes)(stdout).split('\0');
    for (let i = 0; i + 1 < words.length; i += 2) {
        const path = paths[Number(words[i])];
        // Of what isn't there, nobody but we could take back a `..`.
        const name = external_node_path_.posix.normalize(words[i + 1]);
        if (path !== undefined && name !== path)
            links.set(path, [...(links.get(path) ?? []), name]);
    }
    return links;
}
/**
 * What lies directly in `folder` and is a symlink that leads out of it, by its real place: a part of an application that was moved to a
 * larger disk. Among a plan's paths it is followed.
 */
async function linksOutOf(look, folder) {
    const script = `cd ${(0,quote/* quote */.h)(folder)} || exit 1
here=$(pwd -P; echo x); here=\${here%?x}
printf '%s\\0' "$here"
for one in ./* ./.[!.]* ./..?*; do [ ! -L "$one" ] || printf '%s\\0' "\${here%/}/\${one#./}"; done`;
    const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(look.host, 'look for symlinks', script, { signal: look.signal });
    const [real = '', ...links] = (0,bytestring.fromBytes)(stdout).split('\0').slice(0, -1);
    const ends = await linksAmong(look, links);
    return links.filter((link) => ends.has(link) && !ends.get(link)?.at(-1)?.startsWith(`${real}/`));
}
/**
 * `plan` with what those of its paths that are symlinks lead to: a snapshot with the links alone would look complete and hold
 * nothing. The links are saved, too, so that a restore puts back both. What the plan leaves out below a link is left out below
 * what it leads to.
 * @throws HoldfastError application-unfit where one leads to the root of all.
 */
async function followLinks(site, plan) {
    const links = await linksAmong(site, plan.paths);
    if (links.size === 0)
        return plan;
    const excludes = new Set(plan.excludes);
    const paths = new Set(plan.paths);
    const aside = new Set(plan.aside);
    for (const [link, names] of links) {
        if (names.includes('/'))
            throw leadsToRoot(site, link);
        site.onInfo(`"${(0,bytestring.display)(link)}" is a symlink: what it leads to is saved, too, "${(0,bytestring.display)(names.at(-1))}".`);
        // Of a volume's snapshot is what they lead to: the links may lie anywhere.
        for (const name of [link, ...names.slice(0, -1)])
            aside.add(name);
        if (plan.aside?.includes(link))
            aside.add(names.at(-1));
        for (const name of names) {
            paths.add(name);
            for (const pattern of plan.excludes) {
                const moved = movedPattern(pattern, { from: link, to: name });
                if (moved !== null)
                    excludes.add(moved);
            }
        }
    }
    const ends = [...links].map(([link, names]) => [textOf(link), textOf(names.at(-1))]);
    const facts = { ...plan.record.facts, [LINKS]: JSON.stringify(Object.fromEntries(ends)) };
    return {
        ...plan,
        paths: [...paths],
        aside: [...aside],
        excludes: [...excludes],
        record: { ...plan.record, facts },
    };
}
/** Where the files of `path` stand in a snapshot whose plan had it. */
function followed(facts, path) {
    return linksIn(facts).find(([link]) => link === path)?.[1] ?? path;
}
/** What of `folder` (see linksOutOf) stands elsewhere in the snapshot. */
function linksBelow(facts, folder) {
    return linksIn(facts)
        .filter(([link]) => link.startsWith(`${folder}/`))
        .map(([link, end]) => ({ name: link.slice(folder.length + 1), end }))
        .filter(({ name }) => !name.includes('/') && name !== '..');
}
function linksIn(facts) {
    const links = JSON.parse(facts[LINKS] ?? '{}');
    if (typeof links !== 'object' || links === null)
        return [];
    return Object.entries(links).filter((entry) => typeof entry[1] === 'string');
}
function movedPattern(pattern, { from, to }) {
    const bang = pattern.startsWith('!') ? '!' : '';
    const rest = pattern.slice(bang.length);
    const below = `${literalPattern(textOf(from))}/`;
    return rest.startsWith(below) ? `${bang}${literalPattern(textOf(to))}/${rest.slice(below.length)}` : null;
}
function textOf(path) {
    return Buffer.from(path, 'latin1').toString('utf8');
}
function leadsToRoot({ host }, link) {
    return new errors/* HoldfastError */.E('application-unfit', `Cannot back up "${(0,bytestring.display)(link)}" on "${host.name}": it is a symlink to the root of all, expected a folder of the application. Name that.`);
}

;// CONCATENATED MODULE: ./build/apps/git-check.js

/**
 * Shell: `git_fsck FOLDER` looks through a repository (what is in its `.git`, or a bare one). Its configuration is whoever's it was
 * that it was saved from, and may name programs: `core.fsmonitor`, which fsck runs by way of the index; what objects are fetched
 * by that are missing. So git is given a repository of our own, with that one's references, index and objects, and none of it.
 */
const GIT_FSCK = `${needsTool('git')}
git_fsck() (
  of=$1
  if [ -f "$of" ]; then
    at=$(sed -n 's/^gitdir: //p' "$of" | head -n 1)
    case $at in /*) of=$root$at ;; *) of=\${of%/*}/$at ;; esac
  fi
  common=$of
  [ ! -f "$of/commondir" ] || common=$of/$(head -n 1 "$of/commondir")
  objects=$(cd "$common/objects" && pwd -P) || exit 1
  own=$(mktemp -d) || exit 1
  trap 'rm -rf "$own"' EXIT
  trap 'exit 143' HUP INT TERM
  format=
  ! grep -qi '^[[:space:]]*objectformat[[:space:]]*=[[:space:]]*"*sha256' "$common/config" || format=--object-format=sha256
  git init -q --bare --template= $format "$own" && rm -r "$own/refs" "$own/HEAD" || exit 1
  for part in "$common/refs" "$common/packed-refs" "$common/shallow" "$of/HEAD" "$of/logs" "$of/index"; do
    [ ! -e "$part" ] || cp -RP "$part" "$own/" || exit 1
  done
  find "$of" -name 'sharedindex.*' -prune -exec cp -P {} "$own/" \\; # the index may be in two
  if grep -qiE '^[[:space:]]*(promisor|partialclone)[[:space:]]*=' "$common/config"; then # what it never fetched isn't missing
    git --git-dir="$own" config extensions.partialClone origin && git --git-dir="$own" config remote.origin.promisor true || exit 1
  fi
  GIT_DIR=$own GIT_OBJECT_DIRECTORY=$objects GIT_ALLOW_PROTOCOL=none git fsck --no-progress >/dev/null
)
`;

;// CONCATENATED MODULE: ./build/apps/dokku.js









/** Dokku: its applications' repositories and configuration, plugins and datastores. */
const dokku = {
    name: 'dokku',
    title: 'Dokku',
    schema: DOKKU_SCHEMA,
    detect: async (site) => (await present(site, ['/home/dokku/VERSION', '/var/lib/dokku/plugins'])).length > 0 ? {} : null,
    foresee,
    planBackup: planDokkuBackup,
    planRestore: planDokkuRestore,
    checks: dokkuChecks,
};
function foresee({ root = '/home/dokku', lib = '/var/lib/dokku' }) {
    const below = ['config', 'data', 'services', 'plugins'].map((name) => `${lib}/${name}`);
    return { paths: [root, `${root}/APP/ENV`, `${root}/APP/HEAD`, ...below], needsVolume: false };
}
function dokkuChecks(_, { facts }) {
    const lib = facts['lib'] ?? '/var/lib/dokku';
    const at = (path) => (0,quote/* quote */.h)((0,bytestring.fromText)(followed(facts, path)));
    const places = `root_folder="$root"${at(facts['root'] ?? '/home/dokku')}
services="$root"${at(`${lib}/services`)} plugins="$root"${at(`${lib}/plugins`)}
proved=0
`;
    const file = (name, title, script) => scriptCheck({ name, title, needs: 'files' }, `${places}${script}\necho $proved`);
    const hasServices = `${facts['exported'] ?? '[]'}${facts['stopped'] ?? '[]'}` !== '[][]';
    return [
        file('repositories', 'Git finds no fault in the applications’ repositories', REPOSITORIES),
        file('environments', 'Every application’s ENV is a shell’s', ENVIRONMENTS),
        ...(hasServices ? [file('services', 'Every service says what it runs', SERVICES)] : []),
        file('plugins', 'The plugins are there', PLUGINS),
        commandCheck({ name: 'apps', title: 'Dokku knows its applications', needs: 'software' }, 'dokku apps:list'),
    ];
}
const REPOSITORIES = `${GIT_FSCK}for head in "$root_folder"/*/HEAD; do
  [ -e "$head" ] || continue
  git_fsck "\${head%/HEAD}" || { echo "git finds faults in \${head%/HEAD}"; exit 1; }
  proved=$((proved + 1))
done`;
const ENVIRONMENTS = `${IS_SHELL}for env in "$root_folder"/*/ENV; do
  [ -e "$env" ] || continue
  is_shell "$env" || exit 1
  proved=$((proved + 1))
done`;
/** Memcached's, Elasticsearch's and others have no password; of those that do, none starts without it. */
const SERVICES = `for service in "$services"/*/*/; do
  [ -d "$service" ] || continue
  case \${service#"$services"/} in
    postgres/* | mysql/* | mariadb/* | mongo/* | redis/* | couchdb/* | rabbitmq/* | clickhouse/* | nats/*) needs='IMAGE IMAGE_VERSION PASSWORD' ;;
    *) needs='IMAGE IMAGE_VERSION' ;;
  esac
  for name in $needs; do [ -s "$service$name" ] || { echo "$service has no $name"; exit 1; }; done
  proved=$((proved + 1))
done`;
const PLUGINS = `for plugin in "$plugins"/available/*/; do
  [ ! -e "$plugin/plugin.toml" ] || proved=$((proved + 1))
done`;

// EXTERNAL MODULE: ./build/databases/dolt/server.js
var dolt_server = __webpack_require__(82304);
// EXTERNAL MODULE: ./build/databases/database-url.js
var database_url = __webpack_require__(2636);
// EXTERNAL MODULE: ./build/databases/dolt/choices.js
var dolt_choices = __webpack_require__(49847);
// EXTERNAL MODULE: ./build/databases/dolt/client.js
var client = __webpack_require__(35940);
;// CONCATENATED MODULE: ./build/apps/dolt/access.js








/** The URL of a running server's database, or of all (`all=true`) or none (`globals=only`) of them. */
function serverUrl(server, { user, settings }, { database = '', options }) {
    const [, head = '', given = ''] = /^(dolt:\/\/[^/?]*)\/?(?:\?(.*))?$/.exec(server) ?? [];
    const query = [...given.split('&').filter((one) => one !== ''), ...queryOf({ user, settings }, options)];
    return `${head}/${encodeURIComponent(database)}?${query.join('&')}`;
}
/** The URL of a database in a folder on which no server runs. */
function folderUrl(folder, account, { database = '', options = {} }) {
    const query = queryOf(account, { ...options, 'data-dir': folder, config: 'none' });
    return `dolt:///${encodeURIComponent(database)}?${query.join('&')}`;
}
function queryOf({ user, settings }, options) {
    const { bin, 'work-folder': workFolder } = settings;
    const all = { ...options, as: user, 'work-folder': workFolder, ...(bin === undefined ? {} : { bin }) };
    return Object.entries(all).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
}
/** What asks the database or server of `url`. `own` is the host as the account that the server runs as. */
function clientOf({ host, signal, env }, url) {
    const choices = (0,dolt_choices/* readDoltChoices */.Q)(new database_url/* DatabaseUrl */.z(url, 'the option server'), env);
    return new client/* DoltClient */.r(host, choices, signal);
}
/**
 * The running server, as an administrator.
 * @throws HoldfastError bad-input where a credential is missing, no-permission for a user who is no administrator,
 *   application-unfit where no server answers.
 */
async function requireServer(client, server) {
    try {
        const { facts, others } = await (0,dolt_server/* askServer */.Pj)(client, ['SHOW GRANTS']);
        const grants = others.flatMap((row) => Object.values(row));
        // A role may bring it.
        if (grants.some(isAdministrators))
            return facts;
    }
    catch (error) {
        if (!isOfNobody(error))
            throw explained(error, client.host.name, server);
    }
    throw new errors/* HoldfastError */.E('no-permission', `Cannot back up Dolt on "${client.host.name}": the user of ${server} is no administrator, expected one with SUPER: only those may back up, and see every user. ` +
        'Name another one: server=dolt://USER@HOST:PORT.');
}
/** Who may not read `mysql` isn't even told his own rights. */
function isOfNobody(error) {
    return /Access denied .* to database/.test((0,errors/* asHoldfastError */.C)(error)?.message ?? '');
}
function explained(error, host, server) {
    const known = (0,errors/* asHoldfastError */.C)(error);
    const text = known?.message ?? '';
    if (/Access denied|No authentication methods/i.test(text)) {
        return new errors/* HoldfastError */.E('bad-input', `Cannot back up Dolt on "${host}": ${server} doesn't let us in, expected a user and its password. Set HOLDFAST_DATABASE_PASSWORD (database-password), or name ` +
            'another user: server=dolt://USER@HOST:PORT.', { cause: error });
    }
    if (/connection refused|no such host|i\/o timeout|no route to host|network is unreachable/i.test(text)) {
        return new errors/* HoldfastError */.E('application-unfit', `Cannot back up Dolt on "${host}": no server answers at ${server}, expected a running one. Start it, say where it is (server), or save the files of ` +
            'the stopped one: way=files.', { cause: error });
    }
    return error;
}
/** Of a database whose folder is a symlink the link would be all that is saved. @throws HoldfastError application-unfit. */
async function refuseLinks(site, dataFolder, folders) {
    const words = (0,quote/* quoteAll */._)(folders.flatMap((name) => [name, `${name}/.dolt`, `${name}/.dolt/noms`]).map(bytestring.fromText));
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(dataFolder))} || exit 1
for path in ${words}; do [ ! -L "$path" ] || { printf '%s\\n' "$path"; break; }; done`;
    const [link = ''] = await linesOf(site, 'look for symlinks', script);
    if (link === '')
        return;
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Dolt's files on "${site.host.name}": ${(0,bytestring.displayText)(link)} in ${(0,bytestring.displayText)(dataFolder)} is a symlink, expected the database itself. Take another way: way=backup.`);
}
/** The folders in `dataFolder` that are databases, by their names; `.` is that folder itself. */
async function databaseFolders(site, dataFolder) {
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(dataFolder))} || exit 1
[ ! -d .dolt/noms ] || echo .
for one in */.dolt/noms; do [ ! -d "$one" ] || printf '%s\\n' "\${one%/.dolt/noms}"; done`;
    const found = await linesOf(site, 'list the databases’ folders', script);
    return found.filter((name) => name !== '');
}
/** Of a role, or of all that there is. */
function isAdministrators(grant) {
    const rights = grant.slice(0, Math.max(0, grant.indexOf(' ON *.*')));
    return (grant.startsWith('GRANT `') || (/^GRANT /.test(rights) && /\b(?:SUPER|ALL PRIVILEGES)\b/.test(rights)));
}

// EXTERNAL MODULE: ./build/hosts/process-mark.js
var process_mark = __webpack_require__(31355);
;// CONCATENATED MODULE: ./build/apps/wait-script.js
/**
 * Shell that looks until the application is as it should be, and exits 0; after `limitSeconds` by the host's own clock, 1. For control
 * commands, whose callers define `look`: it sets `is` to 0 where it runs, 3 where it is stopped, else 9.
 *
 * @param otherwise What is said on stderr then: text within double quotes of the shell, whose `"`, `$` and backquotes are meant.
 */
function waitScript(status, limitSeconds, otherwise) {
    return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limitSeconds}))
while :; do
  look
  [ $is -ne ${status} ] || exit 0
  IFS=' .' read -r now rest </proc/uptime
  [ "$now" -lt $until ] || break
  sleep 0.2 2>/dev/null || sleep 1
done
echo "${otherwise}" >&2
exit 1`;
}

;// CONCATENATED MODULE: ./build/apps/dolt/control.js






/**
 * How the server is stopped and started; null: nothing says so. It is never killed: that may damage a journal. By itself a server notes its
 * process in `sql-server.info`; one that died leaves the note, so that the process is asked what it is.
 */
function control_controlOf(settings, dataFolder, user) {
    const { service, stop, start } = settings;
    if (service === undefined && stop.length === 0)
        return null;
    const unit = service === undefined ? '' : (0,quote/* quote */.h)((0,bytestring.fromText)(service));
    const status = settings.status ?? (0,as_user/* scriptAs */.a)(user, `${ownStatus(dataFolder)}exit $is`);
    const look = `look() { (${'\n'}${status}${'\n'}); is=$?; }\n`;
    const until = (is) => `${look}${untilIs(is, limitSeconds(settings, is === 3 ? 'stop-limit' : 'start-limit'))}`;
    return {
        stop: [...(service === undefined ? stop : [`systemctl stop ${unit}`]), until(3)],
        start: [
            // A unit that was just put back isn't known yet.
            ...(service === undefined ? start : [`systemctl daemon-reload; systemctl start ${unit}`]),
            until(0),
        ],
        status,
        settleMs: (Math.max(...LIMITS.map((name) => limitSeconds(settings, name))) + OWN_LIMIT_SECONDS) * 1000,
    };
}
const LIMITS = ['stop-limit', 'start-limit'];
/** What the commands themselves may take (systemd gives a unit 90 s) before we wait, and some more. */
const OWN_LIMIT_SECONDS = 180;
function limitSeconds(settings, name) {
    return Math.ceil((0,duration/* parseDuration */.E)(settings[name], name) / 1000);
}
/** Shell that sets `is`: 0 it runs, 3 it is stopped. */
function ownStatus(dataFolder) {
    return `${process_mark/* RUNS */.p}
is=3 pid=
{ IFS=: read -r pid rest <${(0,quote/* quote */.h)((0,bytestring.fromText)(dataFolder))}/.dolt/sql-server.info; } 2>/dev/null
case $pid in
  '' | *[!0-9]*) ;;
  *) ! start_of "$pid" || case $(tr '\\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null) in '' | *sql-server*) is=0 ;; esac ;;
esac
`;
}
function untilIs(status, limit) {
    const what = status === 3 ? 'not stopped' : 'not up';
    return waitScript(status, limit, `Dolt is ${what} after ${limit} s`);
}
/**
 * Shell that exits 1 where another process has a database in `dataFolder` open, and says which: a server whose note is missing, or that runs in a
 * container. Where there is no `flock` nobody can tell.
 */
function seeUnlocked(dataFolder) {
    return `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(dataFolder))} 2>/dev/null || exit 0
command -v flock >/dev/null || exit 0
for lock in .dolt/noms/LOCK */.dolt/noms/LOCK; do
  [ ! -f "$lock" ] || flock -n "$lock" true || { echo "another process has $lock open" >&2; exit 1; }
done`;
}

;// CONCATENATED MODULE: ./build/apps/variables.js
/** Assignments of a shell's or a unit's, with or without quotes: `export A="b c"`, `Environment="A=b c"`. */
function variablesIn(text) {
    const plainLines = text.replace(/^[ \t]*Environment="([A-Za-z_]\w*)=([^"\n]*)"/gm, '$1="$2"');
    const assignment = /^[ \t]*(?:export[ \t]+|Environment=)?([A-Za-z_][A-Za-z0-9_]*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"';#]*))/gm;
    const found = new Map();
    for (const [, name = '', double, single, plain] of plainLines.matchAll(assignment))
        found.set(name, double ?? single ?? plain ?? '');
    return found;
}

;// CONCATENATED MODULE: ./build/apps/dolt/yaml-values.js

const KEY_LINE = /^( *)((?:- +)*)([A-Za-z_][\w-]*):(?: +(.*))?$/;
/**
 * The values of a YAML file that is written as Dolt's own example is, one `key: value` a line. What is written otherwise (flow style, anchors,
 * blocks of text) is given as it stands, for whoever needs it to refuse it.
 */
function yamlValues(text) {
    const found = [];
    const above = [];
    for (const line of text.split(/\r?\n/)) {
        const [, spaces = '', dashes = '', key = '', rest = ''] = KEY_LINE.exec(line) ?? [];
        if (key === '')
            continue;
        const indent = spaces.length + dashes.length;
        while ((above.at(-1)?.indent ?? -1) >= indent)
            above.pop();
        const value = plainValue(rest.trim());
        if (value === '')
            above.push({ indent, key });
        else
            found.push({ path: [...above.map((one) => one.key), key].join('.'), value });
    }
    return found;
}
/** Without quotes and what is a remark. */
function plainValue(text) {
    const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/.exec(text) ?? [];
    if (double !== undefined)
        return double.replace(/\\(["\\/])/g, '$1');
    if (single !== undefined)
        return single.replaceAll("''", "'");
    return text.replace(/(^|\s)#.*$/, '').trim();
}
/**
 * What `${NAME}` and `$$` stand for, as Dolt puts it in before it reads the file. A name that `variables` doesn't have stays.
 */
function interpolated(text, variables) {
    return text.replace(/\$(?:\$|\{([A-Za-z_]\w*)\})/g, (whole, name) => name === undefined ? '$' : variables.get(name) || whole);
}
/** One value that must be known. @throws HoldfastError application-unfit where it is written in a way that we don't read. */
function knownValue(values, path, file) {
    const found = values.find((one) => one.path === path)?.value ?? null;
    const [section = ''] = path.split('.');
    const whole = values.find((one) => one.path === section && section !== path)?.value ?? found;
    if (whole === null || !/^[{&*|>!?]|\$\{/.test(whole))
        return found;
    const what = whole.includes('${')
        ? 'names a variable that none of the environment files says'
        : 'is written in a way that is not read';
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot read ${file}: its ${path} ${what}, expected \`key: value\` lines. Name the file of variables ` +
        '(environment-files), or say it by the options data-dir, cfg-dir and server.');
}

;// CONCATENATED MODULE: ./build/apps/dolt/places.js






/**
 * By the options, else by the server's YAML file, else as Dolt does by default.
 * @throws HoldfastError source-missing for a file that is named and isn't there; application-unfit for a layout that isn't Dolt's;
 *   bad-input where something must be said.
 */
async function places_placesOf(site, settings) {
    const { config } = settings;
    const variables = await readVariables(site, settings);
    const text = config === undefined ? '' : await requireText(site, config);
    const values = yamlValues(interpolated(text, variables));
    const said = (path) => knownValue(values, path, config ?? '');
    const namedFolder = settings['data-dir'] ?? absoluteIn(said('data_dir'), config ?? '');
    await requireFolder(site, namedFolder);
    const [dataFolder = namedFolder] = await behindLinks(site, [namedFolder]);
    const configFolder = settings['cfg-dir'] ?? besideIt(said('cfg_dir'), 'cfg_dir') ?? `${dataFolder}/.doltcfg`;
    const user = settings.user ?? (await ownerOf(site, dataFolder));
    return {
        dataFolder,
        namedFolder,
        configFolder,
        privilegeFile: besideIt(said('privilege_file'), 'privilege_file') ?? `${configFolder}/privileges.db`,
        branchControlFile: besideIt(said('branch_control_file'), 'branch_control_file') ?? `${configFolder}/branch_control.db`,
        root: settings.root ?? variables.get('DOLT_ROOT_PATH') ?? (await homeOf(site, user)),
        user,
        ...filesIn(values),
        server: settings.server ?? serverIn(said),
        isRelative: config !== undefined && /^[\w.]/.test(values.find(({ path }) => path === 'data_dir')?.value ?? '.'),
    };
}
async function readVariables(site, settings) {
    const variables = new Map();
    for (const file of settings['environment-files'])
        for (const [name, value] of variablesIn(await requireText(site, file)))
            variables.set(name, value);
    return variables;
}
async function requireText(site, path) {
    const text = await readText(site, path);
    if (text !== null)
        return text;
    throw new errors/* HoldfastError */.E('source-missing', `Cannot back up Dolt on "${site.host.name}": there is no ${(0,bytestring.displayText)(path)}, expected the file that the options name. Correct them.`);
}
function absoluteIn(path, config) {
    if (path?.startsWith('/'))
        return clean(path);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot find Dolt’s databases: ${config} has ${path === null ? 'no data_dir' : 'a relative data_dir'}, which depends on the folder that the server was started in, ` +
        'expected an absolute one. Say where they are: data-dir=/var/lib/dolt/databases.');
}
/** Another setting, which is none without an absolute path: a wrong guess would leave the users out. */
function besideIt(path, key) {
    if (path === null || path.startsWith('/'))
        return path === null ? null : clean(path);
    if (key === 'cfg_dir') {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot find Dolt’s users: its cfg_dir is a relative path, expected an absolute one. Say where it is: cfg-dir=/var/lib/dolt/.doltcfg.');
    }
    throw new errors/* HoldfastError */.E('bad-input', `Cannot find Dolt’s users: its ${key} is a relative path, expected an absolute one. Make it one.`);
}
function clean(path) {
    return path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}
async function requireFolder(site, folder) {
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} 2>/dev/null && for one in .dolt/noms */.dolt/noms; do [ ! -d "$one" ] || { echo y; break; }; done; true`;
    if ((await linesOf(site, 'look at the data directory', script)).includes('y'))
        return;
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Dolt on "${site.host.name}": no folder in ${(0,bytestring.displayText)(folder)} is a database (none has .dolt/noms), expected Dolt's data directory. ` +
        'Say where it is: data-dir=/var/lib/dolt/databases.');
}
async function ownerOf(site, folder) {
    const [user = ''] = await linesOf(site, 'ask who owns the databases', `stat -c %U ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))}`);
    if (/^[A-Za-z_][\w.-]*\$?$/.test(user) && user !== 'UNKNOWN')
        return user;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot back up Dolt on "${site.host.name}": ${(0,bytestring.displayText)(folder)} belongs to no account of that host, expected the one that the server runs as. Say ` +
        'which it is: user=dolt.');
}
/** Of the account; `/` where it has none, in which nothing of Dolt's is. */
async function homeOf(site, user) {
    const name = (0,quote/* quote */.h)((0,bytestring.fromText)(user));
    const script = `{ getent passwd ${name} || grep "^"${name}: /etc/passwd; } 2>/dev/null | head -n 1 | cut -d : -f 6`;
    const [home = ''] = await linesOf(site, 'ask for the account’s home', script);
    return home.startsWith('/') ? clean(home) : '/';
}
/** Keys of the YAML file whose values are files beside it. */
const KEY_FILES = /(^|\.)tls_key$/;
const FILES = /(^|\.)(tls_cert|tls_ca|ca_cert|location_url|server_cert|creds_file)$/;
function filesIn(values) {
    const pathsOf = (pattern) => values
        .filter(({ path }) => pattern.test(path))
        .map(({ value }) => value.replace(/^file:\/\/(localhost)?/, ''))
        .filter((value) => value.startsWith('/'))
        .map(clean);
    return { named: pathsOf(FILES), keys: pathsOf(KEY_FILES) };
}
function serverIn(said) {
    const host = said('listener.host') ?? '127.0.0.1';
    const own = ['0.0.0.0', '::', '[::]', 'localhost', '*'].includes(host) ? '127.0.0.1' : host;
    const shown = own.includes(':') ? `[${own}]` : own;
    const tls = said('listener.require_secure_transport') === 'true' ? '?tls=true' : '';
    return `dolt://root@${shown}:${said('listener.port') ?? '3306'}${tls}`;
}
/**
 * What of a running server isn't a database’s data and is to be saved: the same paths each time. What a database holds comes from Dolt itself.
 * @throws HoldfastError source-missing for a file that the YAML file names.
 */
async function configurationPaths(site, settings, places) {
    const { config, keys: withKeys } = settings;
    const { dataFolder, configFolder, privilegeFile, branchControlFile, root, named, keys } = places;
    const demanded = [...named, ...(withKeys ? keys : [])];
    const there = await present(site, demanded);
    const missing = demanded.find((path) => !there.includes(path));
    if (missing !== undefined) {
        throw new errors/* HoldfastError */.E('source-missing', `Cannot back up Dolt on "${site.host.name}": there is no ${(0,bytestring.displayText)(missing)}, which ${config} names, expected it. Correct that file.`);
    }
    const home = root === '/' ? '' : root;
    const own = [`${home}/.dolt/config_global.json`, ...(withKeys ? [`${home}/.dolt/creds`] : [])];
    const optional = await present(site, [configFolder, privilegeFile, branchControlFile, ...own]);
    const all = [
        dataFolder,
        places.namedFolder,
        ...optional,
        ...(config === undefined ? [] : [config]),
        ...settings['environment-files'],
        ...demanded,
        ...(await presentByGlob(site, settings['system-files'])),
    ];
    const whole = [...new Set([...all, ...(await behindLinks(site, all))])];
    return whole.filter((path) => !whole.some((other) => other !== path && path.startsWith(`${other}/`)));
}
/** What those of `paths` that are symlinks lead to: of a link alone nothing else is saved. */
async function behindLinks(site, paths) {
    const words = (0,quote/* quoteAll */._)(paths.map(bytestring.fromText));
    const script = `for path in ${words}; do
  [ ! -L "$path" ] || readlink -f "$path" || exit 1
done`;
    const found = await linesOf(site, 'look for symlinks', script);
    return found.filter((path) => path !== '');
}

// EXTERNAL MODULE: ./build/databases/dolt/sql.js
var sql = __webpack_require__(68075);
// EXTERNAL MODULE: ./build/databases/dolt/state.js
var dolt_state = __webpack_require__(27022);
;// CONCATENATED MODULE: ./build/apps/dolt/pushes.js




/**
 * What `wanted` (`REMOTE`, `REMOTE/BRANCH`) means in each database that has such a remote.
 * @throws HoldfastError bad-input for a remote or a branch that no database has.
 */
async function planPushes(client, databases, wanted) {
    if (wanted.length === 0)
        return [];
    const outlines = [];
    for (const database of databases)
        outlines.push(await (0,dolt_state/* readOutline */.pm)(client, database));
    return wanted.flatMap((one) => {
        const [, name = '', asked] = /^([^/]+)(?:\/(.+))?$/.exec(one) ?? [];
        const found = outlines.flatMap(({ database, remotes, branches }) => remotes
            .filter((remote) => remote.name === name)
            .flatMap(({ url }) => branches
            .filter((branch) => asked === undefined || branch === asked)
            .map((branch) => ({ database, remote: name, url, branch }))));
        if (found.length > 0)
            return found;
        throw new errors/* HoldfastError */.E('bad-input', `Cannot push to ${JSON.stringify((0,bytestring.displayText)(one))} on "${client.host.name}": no database has such a remote${asked === undefined ? '' : ' and branch'}, expected one that ` +
            'dolt_remotes tells. Correct the option push.');
    });
}
/** @throws HoldfastError bad-input for a database of which nothing is pushed, where that is all that is saved. */
function requireEach(pushes, databases, host) {
    const left = databases.find((name) => !pushes.some(({ database }) => database === name));
    if (left === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot save the database ${JSON.stringify((0,bytestring.displayText)(left))} on "${host}" by a push: none of its branches goes to one of the remotes, expected one at least, for nothing else of it ` +
        'is saved. Give it the remote, or take another way (way=backup, which may push beside).');
}
/**
 * Pushes, and asks each database how far its remote is then.
 * @param isAll False: what can't be pushed is a warning, for the databases are saved in another way, too.
 * @throws HoldfastError command-failed with Dolt's own words.
 */
async function pushAll(client, pushes, site, { isAll }) {
    const done = [];
    for (const push of pushes) {
        const shown = `${(0,bytestring.displayText)(push.database)}, branch ${(0,bytestring.displayText)(push.branch)}, to ${(0,bytestring.displayText)(`${push.remote} (${push.url})`)}`;
        try {
            const commit = await pushOne(client, push);
            site.onInfo(`pushed: ${shown}, as far as ${(0,bytestring.displayText)(commit)}`);
            done.push({ ...push, commit });
        }
        catch (error) {
            if (isAll || client.signal.aborted)
                throw error;
            site.onWarning(`Not pushed: ${shown}. ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    return done;
}
async function pushOne(client, { database, remote, branch }) {
    const rows = await client.query(`push the branch ${JSON.stringify((0,bytestring.displayText)(branch))}`, [
        `USE ${(0,sql/* identifier */.Cv)(database)}`,
        `CALL dolt_push(${(0,sql/* literal */.eu)(remote)}, ${(0,sql/* literal */.eu)(branch)})`,
        `SELECT 'pushed' AS k, hash AS a FROM dolt_remote_branches WHERE name = ${(0,sql/* literal */.eu)(`remotes/${remote}/${branch}`)}`,
    ]);
    const commit = rows.find(({ k }) => k === 'pushed')?.['a'];
    if (commit !== undefined)
        return commit;
    throw new errors/* HoldfastError */.E('command-failed', `Cannot count the branch ${JSON.stringify((0,bytestring.displayText)(branch))} as pushed on "${client.host.name}": Dolt doesn't say which commit ${(0,bytestring.displayText)(remote)} has of it, ` +
        'expected one. Look at dolt_remote_branches there.');
}

// EXTERNAL MODULE: ./build/databases/dump-name.js
var dump_name = __webpack_require__(39435);
;// CONCATENATED MODULE: ./build/apps/dolt/room.js





/** Shell: prints how many KiB are free where `$1` is or will be. */
const FREE = `free_at() {
  at=$1
  while [ ! -d "$at" ]; do at=\${at%/*}; at=\${at:-/}; done
  df -Pk "$at" | tail -n 1 | awk '{ print $(NF - 2) }'
}
`;
/**
 * The staging folder must be one that the server's account can write, and that no database is in. The first backup of a database takes there about what
 * the database takes; from then on what is new, which nobody knows before: then Dolt itself says that there is no room.
 * @param own The host as that account.
 * @throws HoldfastError bad-input, no-permission, no-space.
 */
async function requireStaging(own, options) {
    const { staging, dataFolder, databases, user, checkRoom } = options;
    const { host } = own;
    if (`${staging}/`.startsWith(`${dataFolder}/`)) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot keep Dolt's backups in ${staging}: it is in the data directory ${dataFolder}, expected a folder outside of it, where no database of the server's is. ` +
            'Name another one: staging=/var/backups/dolt.');
    }
    const folder = (0,quote/* quote */.h)((0,bytestring.fromText)(staging));
    const script = `${FREE}[ -d ${folder} ] && [ -w ${folder} ] && [ -x ${folder} ] || { echo none; exit 0; }
need=0
set -- ${(0,quote/* quoteAll */._)(databases.flatMap((name) => [name, (0,dump_name/* dumpNameOf */.X)(name, 'backup')]).map(bytestring.fromText))}
while [ $# -gt 1 ]; do
  noms=${(0,quote/* quote */.h)((0,bytestring.fromText)(dataFolder))}/$1/.dolt/noms
  if [ -d "$noms" ] && [ ! -e ${folder}/"$2"/manifest ]; then need=$((need + $(du -sk "$noms" | cut -f 1))); fi
  shift 2
done
echo $need
free_at ${folder}`;
    const [need = '', free] = await linesOf(own, 'look at the staging folder', script);
    if (need === 'none') {
        throw new errors/* HoldfastError */.E('no-permission', `Cannot keep Dolt's backups in ${staging} on "${host.name}": there is no such folder that the server's account ${JSON.stringify((0,bytestring.displayText)(user))} can write, expected one. ` +
            `Make it: install -d -m 700 -o ${(0,bytestring.displayText)(user)} ${staging}. Or name another: staging.`);
    }
    const freeKib = Number(free);
    if (!checkRoom || Number(need) <= freeKib)
        return;
    throw new errors/* HoldfastError */.E('no-space', `Cannot keep Dolt's backups in ${staging} on "${host.name}": ${freeKib} KiB are free there, expected about ${Number(need)} KiB for the databases that have no backup there yet. ` +
        'Make room, or name a folder on another disk (staging). check-room=false tries it all the same.');
}
/**
 * Room for a restore: the largest dump is unpacked in the work folder, and all of them go into the data directory.
 * @throws HoldfastError no-space.
 */
async function requireRestoreRoom(site, needs) {
    const words = (0,quote/* quoteAll */._)(needs.map(({ folder }) => (0,bytestring.fromText)(folder)));
    const script = `${FREE}for folder in ${words}; do free_at "$folder"; done`;
    const free = await linesOf(site, 'ask how much room there is', script);
    for (const [i, { folder, bytes }] of needs.entries()) {
        const needKib = Math.ceil(bytes / 1024);
        if (needKib <= Number(free[i]))
            continue;
        throw new errors/* HoldfastError */.E('no-space', `Cannot restore Dolt to "${site.host.name}": ${Number(free[i])} KiB are free in ${folder}, expected ${needKib} KiB at least. Make room, or name another place ` +
            '(work-folder, data-dir). check-room=false tries it all the same.');
    }
}

// EXTERNAL MODULE: ./build/databases/dolt/stored-backup.js
var stored_backup = __webpack_require__(54623);
;// CONCATENATED MODULE: ./build/apps/dolt/stopped.js









/**
 * That nobody has the databases open: not by the word of whoever stopped the server.
 * @throws HoldfastError application-unfit.
 */
async function requireStopped(site, control, dataFolder) {
    const { exit, stderr } = await (0,hosts_output/* runToEnd */.cd)(site.host, seeUnlocked(dataFolder), { signal: site.signal });
    const isFree = (0,exit_status/* isSuccess */.o)(exit) && (control === null || (await statusOf(site, control)) !== 'runs');
    if (isFree)
        return;
    const why = (0,bytestring.displayText)(stderr.toString('utf8').trim()) || 'its process is there';
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot work on Dolt's files on "${site.host.name}": it runs, although it was stopped (${why}), expected nobody to have them open. See what starts it, ` +
        'or what else has opened them.');
}
/** What each database of a folder holds, as `dolt` itself reads it there; no server runs on it. */
async function readFolderState(client, workFolder) {
    const { databases } = await (0,dolt_server/* readDoltFacts */.$_)(client, workFolder);
    const state = {};
    for (const database of databases) {
        const outline = await (0,dolt_state/* readOutline */.pm)(client, database);
        const rows = await client.query(`read the database ${JSON.stringify((0,bytestring.displayText)(database))}`, (0,dolt_state/* stateStatements */.e8)({ ...outline, tables: [] }));
        state[(0,bytestring.displayText)(database)] = { ...(0,dolt_state/* stateIn */.pQ)(rows).values };
    }
    return state;
}
/** @throws HoldfastError restore-mismatch for a database that is not as it was, or isn't there. */
function requireFolderState(was, is, onInfo) {
    for (const [database, values] of Object.entries(was)) {
        const there = is[database];
        if (there === undefined) {
            throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count Dolt as restored: the database "${database}" is not there, expected all that were saved. Choose another snapshot.`);
        }
        (0,stored_backup/* requireSameState */.Jd)({ tables: {}, values }, { tables: {}, values: there }, `the database "${database}"`);
        onInfo(`${database}: every branch, tag and working set is as it was saved`);
    }
}
/** Has Dolt's own check read each of `folders` (of the data directory). @throws HoldfastError restore-mismatch, command-failed. */
async function fsckAll(client, dataFolder, folders, onInfo) {
    for (const folder of folders) {
        const path = folder === '.' ? dataFolder : `${dataFolder}/${folder}`;
        const said = await client.run(`check ${JSON.stringify((0,bytestring.displayText)(path))}`, path, ['fsck', '--quiet']);
        if (!said.includes('No problems found')) {
            throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count Dolt as restored: dolt fsck says ${JSON.stringify((0,bytestring.displayText)(said.slice(-200)))} of ${(0,bytestring.displayText)(path)}, expected no problems. Choose another snapshot.`);
        }
        onInfo(`${(0,bytestring.displayText)(folder)}: dolt fsck finds no problem`);
    }
}

;// CONCATENATED MODULE: ./build/apps/dolt/backup.js













/** What is the process's, or can be made again; and what was typed at a prompt, passwords too. */
const NEVER = ['.dolt/temptf', '.dolt/stats', '.dolt/sql-server.info', '.dolt/eventsData', '.sqlhistory'];
/** Where a restore puts what was in its way. */
const BEFORE = '.holdfast-before-';
async function planDoltBackup(site, settings) {
    const places = await places_placesOf(site, settings);
    const { dataFolder, user } = places;
    const own = { ...site, host: await asAccount(site, user, 'Dolt') };
    const account = { user, settings };
    const paths = await configurationPaths(site, settings, places);
    const folders = await databaseFolders(site, dataFolder);
    tellRelative(site, places);
    if (settings.way === 'files' || settings.way === 'volume')
        await refuseLinks(site, dataFolder, folders);
    const server = settings.way === 'files' ? null : await lookAtServer(own, account, { places, folders });
    const version = server?.version ?? (await folderVersion(own, account, dataFolder));
    const pushes = await pushesOf(own, account, { places, databases: server?.databases });
    const control = settings.way === 'files' ? control_controlOf(settings, dataFolder, user) : null;
    let pushed = [];
    return {
        paths: (settings.way === 'volume' ? [dataFolder] : paths).map(bytestring.fromText),
        excludes: excludesOf(settings, places),
        control,
        nodes: [],
        databases: databasesOf(site, account, { places, paths }),
        hooks: hooksOf(settings),
        needsVolume: settings.way === 'volume',
        beforeStop: async (place) => {
            if (pushes === null)
                return;
            const client = clientOf(asOwner(place, user), anyUrl(account, places));
            pushed = await pushAll(client, pushes.planned, place, { isAll: settings.way === 'push' });
        },
        whileStopped: async (place) => {
            const facts = { pushed: JSON.stringify(pushed) };
            if (settings.way !== 'files')
                return facts;
            await requireStopped(asOwner(place, user), control, dataFolder);
            const client = clientOf(asOwner(place, user), usersOfFolder(account, places));
            const state = await readFolderState(client, settings['work-folder']);
            return { ...facts, state: JSON.stringify(state) };
        },
        record: {
            profile: 'dolt',
            version,
            settings,
            facts: {
                way: settings.way,
                data_dir: dataFolder,
                root: places.root,
                user,
                server: places.server,
                folders: JSON.stringify(folders),
                users_files: JSON.stringify(await present(site, [places.privilegeFile, places.branchControlFile])),
            },
            running: false,
        },
    };
}
/** @throws HoldfastError as requireServer; application-unfit for a server of other databases than the folder's. */
async function lookAtServer(own, account, { places, folders }) {
    const { server, dataFolder, user } = places;
    const { settings } = account;
    const client = clientOf(own, anyUrl(account, places));
    const facts = await requireServer(client, server);
    const isThere = (name) => folders.includes('.') || folders.some((one) => plain(one) === plain(name));
    const strange = facts.databases.filter((name) => !isThere(name));
    if (strange.length === facts.databases.length) {
        throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Dolt on "${own.host.name}": the server at ${server} has ${strange.length === 0 ? 'no database' : `${strange.map(bytestring.displayText).join(', ')}`}, and none of it is in ` +
            `${(0,bytestring.displayText)(dataFolder)}, expected the server of that folder. Correct server, or data-dir.`);
    }
    if (settings.way === 'backup') {
        const { staging, 'check-room': checkRoom } = settings;
        await requireStaging(own, { staging, dataFolder, databases: facts.databases, user, checkRoom });
    }
    return facts;
}
/** Names that differ by case, or by a dash for an underscore, may be one database. */
function plain(name) {
    return name.toLowerCase().replaceAll('-', '_');
}
async function folderVersion(own, account, dataFolder) {
    const client = clientOf(own, folderUrl(dataFolder, account, { options: { globals: 'only' } }));
    return (0,dolt_server/* toolVersion */.fX)(client, account.settings['work-folder']);
}
/** Null: nothing is pushed. A server that is to be stopped must run for it. */
async function pushesOf(own, account, { places, databases }) {
    const { push, way } = account.settings;
    if (push.length === 0)
        return null;
    const client = clientOf(own, anyUrl(account, places));
    const names = databases ?? (await requireServer(client, places.server)).databases;
    const planned = await planPushes(client, names, push);
    if (way === 'push')
        requireEach(planned, names, own.host.name);
    return { planned };
}
function anyUrl(account, { server }) {
    return serverUrl(server, account, { options: { globals: 'only' } });
}
function asOwner(place, user) {
    return { ...place, host: (0,as_user/* asUser */.e)(place.host, user) };
}
function usersOfFolder(account, places) {
    const { dataFolder, privilegeFile, branchControlFile } = places;
    const files = { 'privilege-file': privilegeFile, 'branch-control-file': branchControlFile };
    return folderUrl(dataFolder, account, { options: { globals: 'only', ...files } });
}
/** Users, grants and branch control by SQL in every case; the databases as the way has it. */
function databasesOf({ env }, account, { places, paths }) {
    const { way, staging, 'backup-name': name = '' } = account.settings;
    const parse = (url) => (0,databases/* parseDatabase */.Jq)(url, 'the option server', env);
    const all = (options) => parse(serverUrl(places.server, account, { options: { all: 'true', ...options } }));
    switch (way) {
        case 'backup':
            return [all({ staging })];
        case 'named-backup':
            return [all({ backup: name })];
        case 'push':
            return [parse(anyUrl(account, places))];
        case 'volume': {
            // A snapshot is of one volume: what lies elsewhere is a dump beside it.
            const outside = paths
                .filter((path) => path !== places.dataFolder)
                .map((path) => `&config=${encodeURIComponent(path)}`);
            return [parse(`${anyUrl(account, places)}${outside.join('')}`)];
        }
        case 'files':
            return [parse(usersOfFolder(account, places))];
    }
}
function excludesOf({ way, keys }, { dataFolder, root, ...places }) {
    const folder = literalPattern(dataFolder);
    const isWhole = way === 'files' || way === 'volume';
    const bases = [folder, `${folder}/*`, `${folder}/.dolt_dropped_databases/*`];
    const never = isWhole ? [...NEVER, '.dolt/noms/LOCK'] : [...NEVER, '.dolt/noms'];
    return [
        ...bases.flatMap((base) => never.map((name) => `${base}/${name}`)),
        // Without its data a database that was dropped is none.
        ...(isWhole ? [] : [`${folder}/.dolt_dropped_databases`]),
        // What a restore left for its undoing.
        `${folder}/.holdfast-*`,
        ...(keys ? [] : [`${literalPattern(root)}/.dolt/creds`, ...places.keys.map(literalPattern)]),
    ];
}
function tellRelative(site, { isRelative, dataFolder }) {
    if (!isRelative)
        return;
    site.onWarning(`Dolt's data_dir is a relative path: with that, it forgets branch control when it starts again, whose file is in another place than it looks. Make it ${(0,bytestring.displayText)(dataFolder)}. ` +
        'The dump of the users has its rows.');
}

// EXTERNAL MODULE: ./build/databases/versions.js
var versions = __webpack_require__(44332);
;// CONCATENATED MODULE: ./build/apps/dolt/move.js







/** @throws HoldfastError restore-blocked with what is missing: a way to stop it, the account, a Dolt that is new enough. */
async function moveOf(site, settings, record) {
    const { facts, version } = record;
    const from = facts['data_dir'] ?? '';
    const to = settings['data-dir'] ?? from;
    const userBefore = facts['user'] ?? '';
    const user = settings.user ?? userBefore;
    if (!(await hasAccount(site, user))) {
        throw blocked(site, `there is no account ${JSON.stringify((0,bytestring.displayText)(user))}`, 'expected the one that the server runs as. Make it, or name another by user');
    }
    const control = control_controlOf(settings, to, user);
    if (control === null) {
        throw blocked(site, 'nothing says how the server is stopped and started', 'expected that: the files of a running one can’t be replaced. Give service=dolt, or stop and start');
    }
    const account = { user, settings };
    const own = { ...site, host: await asAccount(site, user, 'Dolt') };
    await refuseOlder(own, account, version);
    if (to !== from) {
        site.onInfo(`Dolt's databases and what lies beside them go to ${(0,bytestring.displayText)(to)}. What is outside of ${(0,bytestring.displayText)(from)} stays in the snapshot: the server there has its own configuration.`);
    }
    const server = settings.server ?? facts['server'] ?? '';
    const root = settings.root ?? facts['root'] ?? '/';
    return { from, to, account, userBefore, server, root, control, folders: listOf(facts['folders']) };
}
async function refuseOlder(own, account, version) {
    const url = folderUrl('/', account, { options: { globals: 'only' } });
    const { 'work-folder': workFolder } = account.settings;
    const there = await (0,dolt_server/* toolVersion */.fX)(clientOf(own, url), workFolder).catch((error) => {
        if ((0,errors/* asHoldfastError */.C)(error)?.message.includes('dolt is not there') !== true)
            throw error;
        return null;
    });
    if (there !== null && (version === null || !(0,versions/* isOlder */.t)(there, version)))
        return;
    const expected = `expected ${version ?? 'some version'} or newer, which was saved`;
    if (there === null)
        throw blocked(own, 'there is no dolt', `${expected}. Install it, or name its folder: bin`);
    throw blocked(own, `dolt is version ${there} there`, `${expected}: an older one may not read it. Install that`);
}
function blocked({ host }, what, expected) {
    return new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Dolt to "${host.name}": ${what}, ${expected}.`);
}
/** Of a part that is put back: where the data directory's files come from, and go. */
function placeOf({ from, to }) {
    return from === to ? { folder: null, target: null } : { folder: (0,bytestring.fromText)(from), target: (0,bytestring.fromText)(to) };
}
/** A name in the data directory, as the snapshot has it. */
function patternIn({ from, to }, name) {
    return `${from === to ? literalPattern(from) : ''}/${literalPattern(name)}`;
}
/** A list that the record has as JSON. */
function listOf(json) {
    const list = JSON.parse(json ?? '[]');
    return Array.isArray(list) ? list : [];
}

;// CONCATENATED MODULE: ./build/apps/dolt/checks.js




/** What proves a restored Dolt: by its files alone, and by the server's own word. What the dumps hold, a restore of them proves. */
function doltChecks(settings, { facts }) {
    const folder = (0,quote/* quote */.h)((0,bytestring.fromText)(facts['data_dir'] ?? settings['data-dir'] ?? '/'));
    const here = `folder="$root"${folder}
cd "$folder" || { echo "there is no $folder"; exit 1; }
proved=0
`;
    const file = (name, title, script) => scriptCheck({ name, title, needs: 'files' }, `${here}${script}\necho $proved`);
    const isWhole = facts['way'] === 'files' || facts['way'] === 'volume';
    // With a volume what lies outside of it is in a dump.
    const isInTree = (path) => facts['way'] !== 'volume' || path.startsWith(`${facts['data_dir']}/`);
    const users = listOf(facts['users_files']).filter(isInTree);
    return [
        file('configuration', 'What each database is told of remotes and backups is JSON', CONFIGURATION),
        ...(users.length === 0
            ? []
            : [file('users', 'The files of users and of branch control are there', usersScript(users))]),
        file('nothing-of-a-running-one', 'Nothing of a running server came along', RUNTIME),
        ...(isWhole
            ? [file('fsck', 'Dolt’s own check finds no problem in any database', `${FROM_PATH}${FSCK}`)]
            : []),
        commandCheck({ name: 'databases', title: 'The server tells of its databases', needs: 'software' }, `${findDolt(settings)}cd ${folder} && "$dolt" sql -q 'SHOW DATABASES' </dev/null`),
    ];
}
/** Python reads JSON on every host that has it; nothing else does. `-I`: it would import what lies where it stands, which is what was restored. */
const CONFIGURATION = `${needsTool('python3')}
for file in */.dolt/config.json */.dolt/repo_state.json .dolt/config.json .dolt/repo_state.json; do
  [ -f "$file" ] || continue
  python3 -I -c 'import json, sys; json.load(open(sys.argv[1]))' "$file" >/dev/null 2>&1 || { echo "$file is no JSON"; exit 1; }
  proved=$((proved + 1))
done`;
/** Those that were there when it was saved. */
function usersScript(files) {
    return `for file in ${(0,quote/* quoteAll */._)(files.map(bytestring.fromText))}; do
  [ -s "$root$file" ] || { echo "$file is missing, or empty"; exit 1; }
  proved=$((proved + 1))
done`;
}
const RUNTIME = `for name in .dolt/sql-server.info */.dolt/sql-server.info */.dolt/temptf */.dolt/stats */.dolt/noms/LOCK; do
  [ ! -e "$name" ] || { echo "$name came along"; exit 1; }
  proved=$((proved + 1))
done`;
/** Of a copy that is made of links: what Dolt writes as it opens one doesn't touch what was restored. */
const FSCK = `scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 143' HUP INT TERM
export DOLT_DISABLE_EVENT_FLUSH=1 DOLT_ROOT_PATH="$scratch"
for noms in */.dolt/noms .dolt/noms; do
  [ -d "$noms" ] || continue
  copy="$scratch/$proved"
  mkdir -p "$copy/.dolt/noms/oldgen" || exit 1
  cp "\${noms%/noms}/repo_state.json" "$copy/.dolt/" && printf '{}' >"$copy/.dolt/config.json" || exit 1
  for file in "$noms"/* "$noms"/oldgen/*; do
    [ -f "$file" ] || continue
    to="$copy/.dolt/noms/\${file#"$noms"/}"
    case \${file##*/} in
      manifest | journal* | vvvvvvvvvvvvvvvvvvvvvvvvvvvvvvvv) cp "$file" "$to" ;;
      *) ln -s "$folder/$file" "$to" ;;
    esac || exit 1
  done
  said=$(cd "$copy" && "$dolt" fsck --quiet 2>&1) || { echo "dolt fsck fails in $noms: $said"; exit 1; }
  case $said in *'No problems found'*) ;; *) echo "dolt fsck of $noms: $said"; exit 1 ;; esac
  proved=$((proved + 1))
done`;
/** What a snapshot says where a program is may be anybody's word: a drill takes that of its own host. */
const FROM_PATH = `dolt=$(command -v dolt) || { echo 'there is no dolt in the PATH'; exit ${IMPOSSIBLE}; }
`;
function findDolt({ bin }) {
    return bin === undefined ? FROM_PATH : `dolt=${(0,quote/* quote */.h)((0,bytestring.fromText)(`${bin}/dolt`))}\n`;
}

// EXTERNAL MODULE: ./build/databases/work-folder.js
var work_folder = __webpack_require__(65145);
;// CONCATENATED MODULE: ./build/apps/dolt/clone.js






/**
 * Each database from the remotes that it was pushed to, its branches at the commits of the snapshot: a remote may have gone on since. While the
 * server is stopped: its rules of branch control may let nobody make them.
 */
function cloneStep(move, pushed) {
    return {
        kind: 'run',
        title: 'clone every database from its remote, at the commits that were pushed',
        run: async (site) => {
            const { user, settings } = move.account;
            const own = { ...site, host: (0,as_user/* asUser */.e)(site.host, user) };
            const folder = await (0,work_folder/* makeFolder */.fc)(own.host, settings['work-folder'], site.signal);
            try {
                const options = { globals: 'only', root: move.root, ...withoutRules(folder) };
                const client = clientOf(own, folderUrl(move.to, move.account, { options }));
                for (const name of new Set(pushed.map(({ database }) => database))) {
                    const count = await cloneOne(client, name, ofDatabase(pushed, name));
                    site.onInfo(`${(0,bytestring.displayText)(name)}: ${count} branches are at the commits that were pushed`);
                }
            }
            finally {
                await (0,work_folder/* removeFolder */.v$)(own.host, folder, site.signal);
            }
        },
    };
}
/** Users and branch control of a server that has none yet. */
function withoutRules(folder) {
    return {
        'privilege-file': `${folder}/privileges.db`,
        'branch-control-file': `${folder}/branch_control.db`,
    };
}
function ofDatabase(pushed, name) {
    const own = pushed.filter(({ database }) => database === name);
    return {
        heads: [...new Map(own.map((one) => [one.branch, one])).values()],
        remotes: new Map(own.map(({ remote, url }) => [remote, url])),
    };
}
/** Clones from one remote, and fetches from the others that have what it lacks. Gives the number of branches, each seen at its commit. */
async function cloneOne(client, database, { heads, remotes }) {
    const [first] = heads;
    if (first === undefined)
        return 0;
    const what = `clone the database ${JSON.stringify((0,bytestring.displayText)(database))}`;
    await client.query(what, [
        `CALL dolt_clone('--remote', ${(0,sql/* literal */.eu)(first.remote)}, ${(0,sql/* literal */.eu)(first.url)}, ${(0,sql/* literal */.eu)(database)})`,
    ]);
    const needed = new Set(heads.map(({ remote }) => remote));
    for (const [remote, url] of remotes) {
        if (remote === first.remote)
            continue;
        await client.query(`fetch from ${JSON.stringify((0,bytestring.displayText)(remote))}`, [
            `USE ${(0,sql/* identifier */.Cv)(database)}`,
            `CALL dolt_remote('add', ${(0,sql/* literal */.eu)(remote)}, ${(0,sql/* literal */.eu)(url)})`,
            ...(needed.has(remote) ? [`CALL dolt_fetch(${(0,sql/* literal */.eu)(remote)})`] : []),
        ]);
    }
    const rows = await client.query(what, [
        `USE ${(0,sql/* identifier */.Cv)(database)}`,
        `SELECT name AS n FROM dolt_branches`,
    ]);
    const there = new Set(rows.map(({ n = '' }) => n));
    await client.query(what, heads.flatMap(({ branch, commit }) => there.has(branch)
        ? [`USE ${(0,sql/* identifier */.Cv)(`${database}/${branch}`)}`, `CALL dolt_reset('--hard', ${(0,sql/* literal */.eu)(commit)})`]
        : [`USE ${(0,sql/* identifier */.Cv)(database)}`, `CALL dolt_branch(${(0,sql/* literal */.eu)(branch)}, ${(0,sql/* literal */.eu)(commit)})`]));
    await requireCommits(client, database, heads);
    return heads.length;
}
async function requireCommits(client, database, pushed) {
    const rows = await client.query('ask which commits the branches have', [
        `USE ${(0,sql/* identifier */.Cv)(database)}`,
        `SELECT name AS n, hash AS a FROM dolt_branches`,
    ]);
    const heads = new Map(rows.map(({ n = '', a = '' }) => [n, a]));
    const wrong = pushed.find(({ branch, commit }) => heads.get(branch) !== commit);
    if (wrong === undefined)
        return;
    throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count the database ${JSON.stringify((0,bytestring.displayText)(database))} as restored: its branch ${(0,bytestring.displayText)(wrong.branch)} is at ${(0,bytestring.displayText)(heads.get(wrong.branch) ?? 'no commit')}, ` +
        `expected ${(0,bytestring.displayText)(wrong.commit)}, which was pushed.`);
}

// EXTERNAL MODULE: ./build/databases/folder-tar.js
var folder_tar = __webpack_require__(57203);
;// CONCATENATED MODULE: ./build/apps/dolt/config-place.js






const WHAT = 'put the configuration back';
/**
 * Where `dolt-config.tar` goes: each file to its own path, with its owner and mode. One that is there and isn't the same is
 * kept beside it, as `NAME.holdfast-before`; what an earlier restore left so stays.
 */
class DoltConfigPlace {
    shown = 'the host’s own files';
    #workFolder;
    constructor(workFolder) {
        this.#workFolder = workFolder;
    }
    async prepareDumps() {
        throw new errors/* HoldfastError */.E('internal', 'Cannot dump the configuration from where it is only put back.');
    }
    async restore(host, dump, _terms, { signal, onWarning }) {
        const folder = await (0,work_folder/* makeFolder */.fc)(host, this.#workFolder, signal);
        try {
            const content = dump.content();
            await (0,folder_tar/* unpackTar */.Ag)(host, { folder, content, what: WHAT, signal, keepOwners: true });
            await (0,hosts_output/* runSuccessfully */.t7)(host, WHAT, `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} || exit 1\n${PLACE}`, { signal });
        }
        finally {
            if (!(await (0,work_folder/* removeFolder */.v$)(host, folder, signal)))
                onWarning(`The folder ${JSON.stringify(folder)} is left on "${host.name}": remove it.`);
        }
        return { database: null, movedAside: null, verified: null };
    }
}
/**
 * The tar has no folders: one that is missing is the owner's of the file, and for him alone unless others may read that. So what
 * others may read comes first. The folders may be Dolt's own account's: a link that stands there must not lead root elsewhere.
 */
const PLACE = `set -e
here=$PWD
make() { [ -z "$1" ] || [ -d "$1" ] || { make "\${1%/*}"; mkdir "$1"; chown -h "$owner" "$1"; }; }
{ find . -type f -perm -004; find . -type f ! -perm -004; } | while IFS= read -r file; do
  to="/\${file#./}"
  ! cmp -s "$file" "$to" || continue
  owner=$(stat -c %u:%g "$file")
  case $(stat -c %A "$file") in ???????r*) umask 022 ;; *) umask 077 ;; esac
  make "\${to%/*}"
  if [ -e "$to" ] || [ -L "$to" ]; then [ -e "$to.holdfast-before" ] || mv "$to" "$to.holdfast-before"; fi
  d=$to.holdfast-new-$$
  ({ ${work_folder/* MAKE_AND_ENTER */.AR}; } && cp -p "$here/$file" new && mv new "$to") || exit 1
  rmdir "$d"
done`;

// EXTERNAL MODULE: ./build/databases/fingerprint.js
var databases_fingerprint = __webpack_require__(26861);
;// CONCATENATED MODULE: ./build/apps/dolt/verify.js









const ASK_EVERY_MS = 200;
/** The started server, as its administrator. */
function liveClient(site, { server, account }) {
    const url = serverUrl(server, account, { options: { globals: 'only' } });
    return clientOf({ ...site, host: (0,as_user/* asUser */.e)(site.host, account.user) }, url);
}
/** A process that is there need not listen yet. */
function answerStep(move) {
    return {
        kind: 'run',
        title: 'wait until it answers',
        run: async (site) => {
            const { 'start-limit': limit } = move.account.settings;
            const giveUpMs = performance.now() + (0,duration/* parseDuration */.E)(limit, 'start-limit');
            const client = liveClient(site, move);
            for (;;) {
                try {
                    await (0,dolt_server/* askServer */.Pj)(client);
                    return;
                }
                catch (error) {
                    if (performance.now() > giveUpMs || !String(error).includes('connection refused'))
                        throw error;
                    await (0,promises_.setTimeout)(ASK_EVERY_MS, undefined, { signal: site.signal });
                }
            }
        },
    };
}
/** What the started server tells of each database, against what was saved: every branch, tag, stash, working set, and table. */
function compareStep(move, backups) {
    return {
        kind: 'run',
        title: 'compare what the server tells with what was saved',
        run: async (site) => {
            const client = liveClient(site, move);
            for (const record of backups)
                await compareOne(client, record, site);
        },
    };
}
async function compareOne(client, record, site) {
    const { fingerprint } = record;
    const { outline } = (0,stored_backup/* storedBackup */._w)(record);
    const shown = (0,bytestring.displayText)(outline.database);
    if (fingerprint === null || fingerprint.fingerprint_version !== databases_fingerprint/* FINGERPRINT_VERSION */.UZ) {
        site.onWarning(`${shown}: ${(0,databases_fingerprint/* whyNotCompared */.DI)(fingerprint)}.`);
        return;
    }
    const rows = await client.query(`read the database ${JSON.stringify(shown)}`, (0,dolt_state/* stateStatements */.e8)(outline));
    (0,stored_backup/* requireSameState */.Jd)(fingerprint, (0,dolt_state/* stateIn */.pQ)(rows), `the database ${JSON.stringify(shown)}`);
    site.onInfo(`${shown}: every branch, tag, stash and working set is as it was saved`);
}

;// CONCATENATED MODULE: ./build/apps/dolt/restore.js














/**
 * The server is stopped; its configuration takes its place before its first start, for without its users Dolt makes a root without a
 * password; each database is brought in by Dolt itself, checked and compared; then it is started, and asked.
 */
async function planDoltRestore(site, settings, { record, dumps }) {
    const move = await moveOf(site, settings, record);
    const way = record.facts['way'] ?? 'backup';
    const isWhole = way === 'files' || way === 'volume';
    const backups = dumps.filter(({ format }) => format === 'backup');
    if (settings['check-room'])
        await requireRoom(site, move, backups);
    const pushed = listOf(record.facts['pushed']);
    if (way === 'push')
        await refuseStanding(site, move, pushed);
    const globals = dumps.filter(({ format }) => format === 'globals');
    const config = move.from === move.to ? dumps.filter(({ format }) => format === 'config') : [];
    return {
        steps: [
            stopStep('Dolt', move.control),
            seeStoppedStep(move),
            ...(isWhole ? wholeSteps(move, record) : partSteps(move, record, backups)),
            ...config.map((dump) => configStep(move, dump)),
            ...(way === 'push' ? [cloneStep(move, pushed)] : []),
            startStep('Dolt', move.control),
            answerStep(move),
            ...globals.map((dump) => globalsStep(site, move, dump)),
            ...(backups.length === 0 ? [] : [compareStep(move, backups)]),
        ],
    };
}
async function requireRoom(site, { to, account }, dumps) {
    if (dumps.length === 0)
        return;
    const sizes = dumps.map((dump) => dump.size_bytes);
    await requireRestoreRoom(site, [
        { folder: account.settings['work-folder'], bytes: Math.max(...sizes) },
        { folder: to, bytes: sizes.reduce((sum, size) => sum + size, 0) },
    ]);
}
/** A clone makes a database, and never replaces one. */
async function refuseStanding(site, { to }, pushed) {
    const names = [...new Set(pushed.map(({ database }) => database))];
    const [there] = await present(site, names.map((name) => `${to}/${name}`));
    if (there === undefined)
        return;
    throw blocked(site, `${(0,bytestring.displayText)(there)} is there`, 'expected no database of that name, for it is cloned from its remote. Move it away');
}
function seeStoppedStep({ control, to, account }) {
    return {
        kind: 'run',
        title: 'see that nobody has the databases open',
        run: (site) => requireStopped({ ...site, host: (0,as_user/* asUser */.e)(site.host, account.user) }, control, to),
    };
}
/** The configuration; each database from Dolt's own backup; what lies in its folder beside the data. */
function partSteps(move, record, backups) {
    const names = [
        ...move.folders.filter((name) => name !== '.'),
        ...backups.map(({ database }) => database ?? ''),
    ];
    const left = [...names, ...(move.folders.includes('.') ? ['.dolt'] : [])];
    const restored = backups
        .map(({ database }) => database ?? '')
        .filter((name) => move.folders.includes(name));
    const beside = restored.flatMap((name) => ['config.json', 'repo_state.json'].map((file) => patternIn(move, `${name}/.dolt/${file}`)));
    return [
        folderStep(move),
        {
            kind: 'files',
            title: 'put the configuration back, and the users’ files',
            part: {
                ...placeOf(move),
                includes: [],
                excludes: [...new Set(left)].map((name) => patternIn(move, name)),
            },
        },
        ...ownerSteps(move),
        ...backups.map((dump) => {
            const database = dump.database ?? '';
            const url = folderUrl(move.to, move.account, { database });
            return {
                kind: 'database',
                title: `bring the database ${(0,bytestring.displayText)(database)} back`,
                dump: dump.name,
                into: (0,databases/* parseDatabase */.Jq)(url, 'the data directory', {}),
                overwrite: true,
            };
        }),
        ...(beside.length === 0 || record.facts['way'] === 'push'
            ? []
            : [
                {
                    kind: 'files',
                    title: 'put back what each database is told of its remotes and backups',
                    part: { ...placeOf(move), includes: beside, excludes: [] },
                },
                ...ownerSteps(move),
            ]),
    ];
}
/** All files as they were, checked and compared before it is started. */
function wholeSteps(move, record) {
    const { to, account, folders } = move;
    const url = folderUrl(to, account, { options: { globals: 'only' } });
    const state = record.facts['state'];
    return [
        folderStep(move),
        asideStep(move),
        { kind: 'files', title: 'put the files back', part: { ...placeOf(move), includes: [], excludes: [] } },
        ...ownerSteps(move),
        {
            kind: 'run',
            title: 'have Dolt check every database, and compare what they hold',
            run: async (site) => {
                const client = clientOf({ ...site, host: (0,as_user/* asUser */.e)(site.host, account.user) }, url);
                await fsckAll(client, to, folders, site.onInfo);
                const is = await readFolderState(client, account.settings['work-folder']);
                if (state !== undefined)
                    requireFolderState(JSON.parse(state), is, site.onInfo);
            },
        },
    ];
}
function folderStep({ to, account }) {
    const folder = (0,quote/* quote */.h)((0,bytestring.fromText)(to));
    const owner = (0,quote/* quote */.h)((0,bytestring.fromText)(`${account.user}:`));
    return shellStep('make the data directory, if it isn’t there', `[ -d ${folder} ] || { mkdir -p -m 700 ${folder} && chown -h ${owner} ${folder}; }`);
}
/** A journal that was left beside older files could be taken for theirs. */
function asideStep({ to, folders }) {
    const folder = (0,quote/* quote */.h)((0,bytestring.fromText)(to));
    const words = (0,quote/* quoteAll */._)(folders.filter((name) => name !== '.').map(bytestring.fromText));
    const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
    return shellStep(`put the databases that are there aside (${BEFORE}${stamp})`, `cd ${folder} || exit 1
for one in ${words}; do
  [ -e "$one" ] || continue
  mkdir -p ${BEFORE}${stamp} && mv "$one" ${BEFORE}${stamp}/ || exit 1
done
${folders.includes('.') ? asideItself(stamp) : ''}`);
}
/** A folder with `.dolt` in it would be taken for a database. */
function asideItself(stamp) {
    const into = `${BEFORE}${stamp}/data`;
    return `[ ! -e .dolt ] || { mkdir -p ${into} && mv .dolt ${into}/; } || exit 1`;
}
function ownerSteps({ to, account, userBefore }) {
    return account.user === userBefore ? [] : [ownerStep(account.user, to)];
}
function configStep({ account }, dump) {
    return {
        kind: 'database',
        title: 'put back what lies outside of the volume',
        dump: dump.name,
        into: new DoltConfigPlace(account.settings['work-folder']),
        overwrite: true,
    };
}
function globalsStep({ env }, { server, account }, dump) {
    const url = serverUrl(server, account, { options: { globals: 'only' } });
    return {
        kind: 'database',
        title: 'see that every user, grant and rule of branch control is there',
        dump: dump.name,
        into: (0,databases/* parseDatabase */.Jq)(url, 'the option server', env),
        overwrite: true,
    };
}

;// CONCATENATED MODULE: ./build/apps/dolt/settings.js


/** How the databases get into the snapshot. */
const WAYS = ['backup', 'named-backup', 'push', 'files', 'volume'];
/** A path in which `*` stands for any part of a name. */
const glob = schemas/* string */.YjP().regex(/^\/[^\0]+$/, 'expected an absolute path');
const DOLT_SCHEMA = schemas/* strictObject */.rej({
    config: absolutePath()
        .optional()
        .describe('The server’s YAML file. Without one, the other options say where things are.'),
    'data-dir': absolutePath()
        .optional()
        .describe('Where the databases are. Default: the data_dir of the YAML file. For a restore: where they go.'),
    'cfg-dir': absolutePath()
        .optional()
        .describe('Where users and branch control are. Default: as the YAML file says, else .doltcfg in data-dir.'),
    root: absolutePath()
        .optional()
        .describe('The folder whose .dolt holds what is the account’s (DOLT_ROOT_PATH). Default: as the environment files say, else its home.'),
    'environment-files': schemas/* array */.YOg(absolutePath())
        .default([])
        .describe('Files of variables that the server is started with, and that its YAML file names.'),
    'system-files': schemas/* array */.YOg(glob)
        .default(['/etc/systemd/system/dolt*', '/etc/default/dolt*', '/etc/sysconfig/dolt*'])
        .describe('What starts it, `*` for any part of a name; those that are there are saved.'),
    keys: schemas/* boolean */.zMY()
        .default(true)
        .describe('Save private keys, too: the creds of the account, and TLS keys that the YAML file names.'),
    user: schemas/* string */.YjP().min(1).optional().describe('The account that it runs as. Default: who owns data-dir.'),
    server: schemas/* string */.YjP()
        .regex(/^dolt:\/\/([^@/?#:]+@)?[^@/?#]*\/?(\?((password-env|tls)=[^&]*(&|$))*)?$/, 'expected dolt://USER@HOST:PORT, with password-env= and tls= alone')
        .optional()
        .describe('Where the running server is, and as which administrator: dolt://root@127.0.0.1:3306. Default: as the YAML file says, as root.'),
    bin: absolutePath().optional().describe('The folder of the program dolt. Default: as PATH has it.'),
    way: schemas/* enum */.k5n(WAYS)
        .default('backup')
        .describe('How the databases are saved: backup, named-backup, push, files (it is stopped), volume.'),
    staging: absolutePath()
        .default('/var/backups/dolt')
        .describe('With way=backup: the folder in which each database keeps one backup of Dolt’s own.'),
    'check-room': schemas/* boolean */.zMY()
        .default(true)
        .describe('Refuse where a disk has less room than the databases take.'),
    'backup-name': schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('With way=named-backup: the name by which each database knows its backup.'),
    push: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[^/\0]+(\/[^\0]+)?$/, 'expected REMOTE or REMOTE/BRANCH'))
        .default([])
        .describe('Remotes to push to before it is saved: REMOTE (every branch) or REMOTE/BRANCH.'),
    'work-folder': absolutePath()
        .default('/var/tmp')
        .describe('Where a restore unpacks a backup before the server sees it.'),
    service: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('systemd’s unit that runs it: it is stopped and started by systemctl.'),
    stop: schemas/* array */.YOg(command()).default([]).describe('Without a unit: shell commands that stop it.'),
    start: schemas/* array */.YOg(command()).default([]).describe('Without a unit: shell commands that start it.'),
    status: command()
        .optional()
        .describe('Says whether it runs: exit status 0, it does; 3, it is stopped. Default: by the process that it notes in data-dir.'),
    'stop-limit': span().default('2m').describe('How long it may take to stop; it is never killed.'),
    'start-limit': span().default('2m').describe('How long it may take to come up.'),
    ...HOOK_SETTINGS,
})
    .refine(({ config, 'data-dir': data }) => config !== undefined || data !== undefined, 'expected config or data-dir')
    .refine(({ stop, start }) => (stop.length === 0) === (start.length === 0), 'expected both stop and start, or neither: what is stopped must be started again')
    .refine(({ service, stop }) => service === undefined || stop.length === 0, 'expected service, or stop and start: it is stopped in one way')
    .refine(({ way, service, stop }) => way !== 'files' || service !== undefined || stop.length > 0, 'expected service, or stop and start, with way=files: the files of a running server are no backup')
    .refine(({ way, 'backup-name': name }) => (way === 'named-backup') === (name !== undefined), 'expected backup-name with way=named-backup, and with nothing else')
    .refine(({ way, push }) => way !== 'push' || push.length > 0, 'expected push with way=push: the remote');

;// CONCATENATED MODULE: ./build/apps/dolt.js





const USUAL = ['/etc/dolt/config.yaml', '/etc/doltdb/config.yaml', '/var/lib/dolt/config.yaml'];
/** A Dolt SQL server: its databases with all that isn't committed, its users, its configuration. */
const dolt = {
    name: 'dolt',
    title: 'Dolt',
    schema: DOLT_SCHEMA,
    async detect(site) {
        const [config] = await present(site, USUAL);
        return config === undefined ? null : { config };
    },
    foresee: dolt_foresee,
    planBackup: planDoltBackup,
    planRestore: planDoltRestore,
    checks: doltChecks,
};
function dolt_foresee(settings) {
    const { config, root, keys, way, 'data-dir': data = '/DATA_DIR' } = settings;
    const cfg = settings['cfg-dir'] ?? `${data}/.doltcfg`;
    const needsVolume = way === 'volume';
    const own = root === undefined ? '/HOME' : root;
    return {
        paths: [
            ...(config === undefined ? [] : [config]),
            ...settings['environment-files'],
            data,
            `${cfg}/privileges.db`,
            `${cfg}/branch_control.db`,
            `${data}/DATABASE/.dolt/config.json`,
            `${data}/DATABASE/.dolt/repo_state.json`,
            ...(way === 'files' || needsVolume ? [`${data}/DATABASE/.dolt/noms/manifest`] : []),
            `${own}/.dolt/config_global.json`,
            ...(keys ? [`${own}/.dolt/creds`] : []),
        ],
        needsVolume,
    };
}

;// CONCATENATED MODULE: ./build/apps/dss/control.js






/**
 * What `dss status` says, for a lease: each of its processes runs (0); its supervisor isn't running and that process is gone (3);
 * anything between (9). `dss stop` gives up after 20 s and exits 1 also when there was nothing to stop, `dss start` when the
 * backend isn't up within 2 minutes: so neither is believed, and nothing is ever killed, for H2 databases break by that.
 */
function dss_control_controlOf(settings, user) {
    const { service } = settings;
    const here = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(settings['data-dir']))} || exit 9\n${LOOK}`;
    const unit = service === undefined ? null : (0,quote/* quote */.h)((0,bytestring.fromText)(service));
    const stopLimit = control_limitSeconds(settings, 'stop-limit');
    const startLimit = control_limitSeconds(settings, 'start-limit');
    const stop = `${here}look\n[ $is -ne 3 ] || exit 0\nbin/dss stop </dev/null\n${control_untilIs(3, stopLimit)}`;
    const start = `${here}${onceSettled(stopLimit)}[ $is -ne 0 ] || exit 0\nbin/dss start </dev/null\n${control_untilIs(0, startLimit)}`;
    return {
        stop: unit === null
            ? [(0,as_user/* scriptAs */.a)(user, stop)]
            : [`systemctl stop ${unit}`, (0,as_user/* scriptAs */.a)(user, `${here}${control_untilIs(3, stopLimit)}`)],
        start: unit === null
            ? [(0,as_user/* scriptAs */.a)(user, start)]
            : [`systemctl start ${unit}`, (0,as_user/* scriptAs */.a)(user, `${here}${control_untilIs(0, startLimit)}`)],
        status: (0,as_user/* scriptAs */.a)(user, `${here}look\nexit $is`),
        settleMs: (stopLimit + startLimit + control_OWN_LIMIT_SECONDS) * 1000,
    };
}
/** What `dss start` itself waits for its backend, before we do, and some more. */
const control_OWN_LIMIT_SECONDS = 180;
function control_limitSeconds(settings, name) {
    return Math.ceil((0,duration/* parseDuration */.E)(settings[name], name) / 1000);
}
/** `look` sets `is`, and `said` to what the status was. */
const LOOK = `${process_mark/* RUNS */.p}
look() {
  said=$(bin/dss status </dev/null 2>&1)
  pid= lives=no
  { read -r pid rest <run/supervisord.pid; } 2>/dev/null
  [ -n "$pid" ] && start_of "$pid" && lives=yes
  case $said in
    *'supervisor is not running'*) if [ $lives = no ]; then is=3; else is=9; fi ;;
    *) is=9
      states=$(printf '%s\\n' "$said" | sed -n 's/^[A-Za-z][A-Za-z0-9_:-]*  *\\([A-Z][A-Z]*\\).*/\\1/p' | sort -u)
      [ "$states" != RUNNING ] || is=0 ;;
  esac
}
`;
/** Where a stop was cut off it is between both for a while, and `dss start` does nothing then. */
function onceSettled(limit) {
    return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limit}))
look
while [ $is -eq 9 ] && [ "$now" -lt $until ]; do
  sleep 0.2 2>/dev/null || sleep 1
  IFS=' .' read -r now rest </proc/uptime
  look
done
`;
}
function control_untilIs(status, limit) {
    const what = status === 3 ? 'still there' : 'not up';
    const command = status === 3 ? 'stop' : 'start';
    return waitScript(status, limit, `DSS is ${what} ${limit} s after its ${command} command (supervisor \${pid:-unknown} lives: $lives): $said`);
}

;// CONCATENATED MODULE: ./build/apps/dss/database.js



/**
 * The PostgreSQL database that belongs to the data directory: Govern always has one, a design or automation node only if its
 * configuration says so.
 *
 * @param own Reads as DSS's account.
 * @throws HoldfastError bad-input where there is one and no credential for it: the password in the configuration is DSS's own,
 *   and often encrypted.
 */
async function database_databasesOf(site, own, { settings, nodeType }) {
    const { 'data-dir': folder, database } = settings;
    const isGovern = /govern/i.test(nodeType);
    const place = isGovern
        ? placeInProperties((await readText(own, `${folder}/config/dip.properties`)) ?? '')
        : placeInSettings(await readText(own, `${folder}/config/general-settings.json`), folder);
    if (database !== undefined)
        return [(0,databases/* parseDatabase */.Jq)(database, 'the option database', site.env)];
    if (place === null)
        return [];
    if (place.host !== null && place.database !== null && (site.env['HOLDFAST_DATABASE_PASSWORD'] ?? '') !== '')
        return [(0,databases/* parseDatabase */.Jq)(urlOf(place), 'the database in DSS’s configuration', site.env)];
    const where = place.host === null ? '' : ` (${place.database ?? '?'} on ${place.host})`;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot back up ${isGovern ? 'Govern' : 'DSS'} on "${site.host.name}": its data is in PostgreSQL${where}, and there is no credential for a dump, ` +
        'expected one: without the matching dump the files are no backup. Set HOLDFAST_DATABASE_PASSWORD (the input database-password), or give database=URL.');
}
function urlOf({ host, port, user, database }) {
    const account = user === null ? '' : `${encodeURIComponent(user)}@`;
    return `postgresql://${account}${host}${port === null ? '' : `:${port}`}/${encodeURIComponent(database ?? '')}`;
}
/** Govern's: `psql.jdbc.url=jdbc:postgresql://host:port/database`. */
function placeInProperties(text) {
    const read = (key) => new RegExp(`^\\s*psql\\.jdbc\\.${key}\\s*[=:]\\s*(\\S+)`, 'm').exec(text)?.[1] ?? null;
    return { ...placeInJdbc(read('url') ?? ''), user: read('user') };
}
function placeInJdbc(url) {
    const [, host = null, port = null, database = null] = /^jdbc:postgresql:\/\/([^:/?]+)(?::(\d+))?\/([^?]+)/.exec(url.replaceAll('\\', '')) ?? [];
    return { host, port, user: null, database };
}
/** @throws HoldfastError application-unfit where it isn't JSON: then nobody knows where the data is. */
function placeInSettings(json, folder) {
    let connection;
    try {
        connection = JSON.parse(json ?? '{}').internalDatabase?.connection;
    }
    catch (cause) {
        throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up DSS: ${folder}/config/general-settings.json is not JSON, expected it to say where its data is. Correct it first.`, { cause });
    }
    if (connection?.type !== 'PostgreSQL')
        return null;
    const { host = null, port = null, db = null, user = null } = connection.params ?? {};
    const text = (value) => (value === null ? null : String(value));
    return { host: text(host), port: text(port), user: text(user), database: text(db) };
}

;// CONCATENATED MODULE: ./build/apps/dss/jobs.js






const jobs_LOOK_EVERY_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** Between the answers of one command and the next. */
const MARK = '--holdfast--';
/**
 * Waits for running jobs and scenarios, or doesn't, as the settings say.
 * @param own The host as DSS's account.
 * @throws HoldfastError application-unfit when they run and must not.
 */
async function awaitJobs(site, own, settings) {
    const policy = settings['running-jobs'];
    const limitMs = (0,duration/* parseDuration */.E)(settings['jobs-limit'], 'jobs-limit');
    const giveUpMs = performance.now() + (policy === 'wait' ? limitMs : 0);
    for (let told = false;; told = true) {
        const running = await runningJobs({ host: own, signal: site.signal }, settings);
        if (running.length === 0)
            return;
        const what = `${running.length} of its jobs and scenarios run (${running.slice(0, 5).map(bytestring.displayText).join(', ')})`;
        const leftMs = giveUpMs - performance.now();
        const then = policy === 'wait' ? settings['jobs-after-limit'] : policy;
        if (leftMs <= 0 && then === 'go-on') {
            site.onWarning(`DSS is stopped although ${what}: they are cut off.`);
            return;
        }
        if (leftMs <= 0) {
            throw new errors/* HoldfastError */.E('application-unfit', `Cannot stop DSS on "${site.host.name}": ${what}${policy === 'wait' ? ` for ${settings['jobs-limit']}` : ''}, expected none. ` +
                'Choose a quieter time, or say running-jobs=go-on to cut them off.');
        }
        if (!told)
            site.onInfo(`DSS: waiting, since ${what}`);
        await (0,promises_.setTimeout)(Math.min(jobs_LOOK_EVERY_MS, Math.max(leftMs / 10, 100)), undefined, { signal: site.signal });
    }
}
/**
 * What runs, as `PROJECT/job`. Asked of DSS itself, project by project: its prestarted processes look like jobs to `ps`.
 * @throws HoldfastError command-failed where DSS doesn't answer.
 */
async function runningJobs({ host, signal }, settings) {
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(settings['data-dir']))} || exit 1
for project in config/projects/*/; do
  [ -d "$project" ] || continue
  project=\${project%/}; key=\${project##*/}
  printf '\\n%s %s\\n' ${MARK} "$key"
  bin/dsscli jobs-list "$key" --output json </dev/null || exit 1
  for scenario in "$project"/scenarios/*.json; do
    [ -e "$scenario" ] || continue
    id=\${scenario##*/}; id=\${id%.json}
    printf '\\n%s %s/%s\\n' ${MARK} "$key" "$id"
    bin/dsscli scenario-runs-list "$key" "$id" --output json </dev/null || exit 1
  done
done`;
    const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, 'ask DSS what runs', script, {
        signal,
        limitBytes: MAX_ANSWER_BYTES,
    });
    return stdout
        .toString('utf8')
        .split(`\n${MARK} `)
        .slice(1)
        .flatMap((answer) => {
        const end = answer.indexOf('\n');
        const [name, json] = [answer.slice(0, end), answer.slice(end + 1)];
        return runningIn(name, json).map((id) => `${name}/${id}`);
    });
}
/** @throws HoldfastError command-failed where it isn't a list: what can't be read must not pass for nothing. */
function runningIn(name, json) {
    try {
        const list = JSON.parse(json);
        if (!Array.isArray(list))
            throw new TypeError('no list');
        return list
            .filter((one) => /"state":"RUNNING"/.test(JSON.stringify(one)))
            .map((one, i) => String(one.id ?? one.jobId ?? one.runId ?? i + 1));
    }
    catch (cause) {
        throw new errors/* HoldfastError */.E('command-failed', `Cannot ask DSS what runs in ${JSON.stringify((0,bytestring.displayText)(name))}: dsscli printed no list of JSON, expected one. Run it by hand to see why.`, { cause });
    }
}

;// CONCATENATED MODULE: ./build/apps/dss/settings.js


/** What of a data directory may be left out, by the names that a user calls it. */
const CLASSES = {
    temporary: ['tmp', 'caches', 'data-catalog'],
    logs: ['run', 'jobs', 'scenarios', 'diagnosis'],
    exports: ['exports', 'prepared_bundles', 'apinode-packages'],
    data: ['managed_datasets', 'analysis-data', 'saved_models', 'managed_folders'],
    'before-migrations': ['_pre_migration_backup_*'],
};
/** A path in which `*` stands for any part of a name. */
const settings_glob = schemas/* string */.YjP().regex(/^\/[^\0]+$/, 'expected an absolute path');
const DSS_SCHEMA = schemas/* strictObject */.rej({
    'data-dir': absolutePath().describe('Its data directory (DATA_DIR). For a restore: where it goes.'),
    'install-dir': absolutePath()
        .optional()
        .describe('For a restore: where DSS itself is installed (INSTALL_DIR). Default: where it was.'),
    user: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('The account that it runs as. Default: who owns the data directory.'),
    'leave-out': schemas/* array */.YOg(schemas/* enum */.k5n(Object.keys(CLASSES)))
        .default(['temporary', 'before-migrations'])
        .describe('Which classes of files are left out: temporary, logs, exports, data, before-migrations.'),
    'system-files': schemas/* array */.YOg(settings_glob)
        .default([
        '/etc/dataiku/*/dataiku-boot',
        '/etc/dataiku/*/dataiku-boot.conf',
        '/etc/systemd/system/dataiku*.service',
        '/etc/init.d/dataiku*',
        '/etc/default/dataiku*',
        '/etc/sysconfig/dataiku*',
        '/etc/dataiku-security/*',
        '/etc/sudoers.d/dataiku-dss-*',
    ])
        .describe('What belongs to it outside of the data directory, `*` for any part of a name; those that are there are saved.'),
    certificates: schemas/* array */.YOg(absolutePath())
        .default([])
        .describe('TLS files outside of it; those that install.ini names (ssl_…) are saved anyway.'),
    running: schemas/* boolean */.zMY()
        .default(false)
        .describe('Save it while it runs: files of several moments. For a volume’s snapshot, or where it must not stop.'),
    'running-jobs': schemas/* enum */.k5n(['wait', 'fail', 'go-on']).default('wait').describe('What to do when jobs run.'),
    'jobs-limit': span().default('30m').describe('How long to wait for them.'),
    'jobs-after-limit': schemas/* enum */.k5n(['fail', 'go-on'])
        .default('fail')
        .describe('What to do when they still run then.'),
    service: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('systemd’s unit that runs it (dataiku, dataiku.NAME): it is stopped and started by systemctl alone.'),
    'stop-limit': span().default('5m').describe('How long it may take to stop; it is never killed.'),
    'start-limit': span().default('4m').describe('How long its backend may take to come up.'),
    database: schemas/* string */.YjP()
        .optional()
        .describe('URL of its PostgreSQL database. Default: as its configuration says, with the password in HOLDFAST_DATABASE_PASSWORD.'),
    'restore-into': schemas/* string */.YjP()
        .optional()
        .describe('URL of the database that a restore fills, where it is another one.'),
    integrations: schemas/* array */.YOg(schemas/* enum */.k5n(['R', 'hadoop', 'spark']))
        .default([])
        .describe('For a restore elsewhere: what dssadmin installs again.'),
    start: schemas/* enum */.k5n(['auto', 'yes', 'no'])
        .default('auto')
        .describe('For a restore: whether it is started. auto: not elsewhere, where it would run all scenarios again.'),
    ...HOOK_SETTINGS,
});

;// CONCATENATED MODULE: ./build/apps/dss/state.js









/** Files that say that somebody is at work on it. */
const AT_WORK = ['DSS-INITIAL-INSTALL-IN-PROGRESS.txt', 'DSS-MIGRATION-IN-PROGRESS.json'];
/** @throws HoldfastError application-unfit for a layout that is none of DSS's, or one that is being made or migrated. */
async function readDataDirectory(site, settings) {
    const folder = settings['data-dir'];
    const ini = await readText(site, `${folder}/install.ini`);
    const version = productVersion(await readText(site, `${folder}/dss-version.json`));
    if (ini === null || version === null) {
        const what = ini === null ? 'no install.ini' : 'no dss-version.json with a product_version';
        throw unfit(site, `there is ${what} in ${folder}`, 'expected a data directory of DSS. Say where it is: data-dir=/data/dss');
    }
    const [busy] = await present(site, AT_WORK.map((name) => `${folder}/${name}`));
    if (busy !== undefined)
        throw unfit(site, `${busy} is there`, 'expected nobody to install or migrate it. Wait until that is done');
    const name = (0,quote/* quote */.h)((0,bytestring.fromText)(folder));
    const script = `stat -L -c '%U' ${name}; stat -L -c '%G' ${name}; readlink -f ${name}/bin/dss || echo`;
    const [user = '', group = '', program = ''] = await linesOf(site, 'look at the data directory', script);
    return {
        version,
        nodeType: /^[ \t]*nodetype[ \t]*=[ \t]*(\S+)/m.exec(ini)?.[1] ?? 'design',
        installId: /^[ \t]*installid[ \t]*=[ \t]*(\S+)/m.exec(ini)?.[1] ?? null,
        installDir: /^(.+)\/[^/]+$/.exec(program)?.[1] ?? null,
        user: settings.user ?? user,
        group,
        certificates: [...ini.matchAll(/^[ \t]*ssl_\w+[ \t]*=[ \t]*(\/.*)$/gm)]
            .map(([, path = '']) => path.trimEnd())
            .filter((path) => !path.startsWith(`${folder}/`)),
    };
}
/** Of a dss-version.json; null where it says none. */
function productVersion(json) {
    try {
        const { product_version: version } = JSON.parse(json ?? '{}');
        return typeof version === 'string' && /^\d/.test(version) ? version : null;
    }
    catch {
        return null;
    }
}
/** @throws HoldfastError application-unfit where some of its processes run, and others don't. */
async function stateOf(site, settings, user) {
    const status = await statusOf(site, dss_control_controlOf(settings, user));
    if (status !== 'unknown')
        return status;
    const look = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(settings['data-dir']))} && bin/dss status </dev/null 2>&1`;
    const said = await (0,hosts_output/* runToEnd */.cd)(site.host, (0,as_user/* scriptAs */.a)(user, look), { signal: site.signal });
    const words = (0,bytestring.displayText)(said.stdout.toString('utf8').trim().split('\n').join(' | '));
    throw unfit(site, `it is half stopped (${words})`, 'expected all of its processes to run, or its supervisor to be gone. Stop it or start it by hand, and never kill it');
}
/**
 * For a restore, whether something is there to be stopped. What can't run any more, because its installation is gone, is what a restore is for.
 * @throws HoldfastError application-unfit also where its supervisor runs, and nothing is there that could stop it.
 */
async function hasSomethingToStop(site, settings, user) {
    const folder = settings['data-dir'];
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} 2>/dev/null || { echo none; exit; }
[ ! -x bin/dss ] || { echo program; exit; }
${process_mark/* RUNS */.p}
{ read -r pid rest <run/supervisord.pid; } 2>/dev/null
[ -n "$pid" ] && start_of "$pid" && case $(tr '\\0' ' ' <"/proc/$pid/cmdline") in *supervisor*) echo "$pid"; exit ;; esac
echo none`;
    const [found = ''] = await linesOf(site, 'look for a DSS that is there', script);
    if (found === 'none')
        return false;
    if (found === 'program') {
        await stateOf(site, settings, user);
        return true;
    }
    throw unfit(site, `its supervisor runs as process ${(0,bytestring.displayText)(found)}, and bin/dss, which stops it, leads nowhere`, 'expected it to be stopped. Put its installation back where it was, or end that process (TERM), and restore again');
}
/** Which machine a host is, for whoever must not take another for it; not what its own numbers are. */
async function machineOf(site) {
    const script = '{ cat /etc/machine-id 2>/dev/null; uname -n; } | sha256sum | cut -c 1-16';
    const [machine = ''] = await linesOf(site, 'ask which machine it is', script);
    return machine;
}
function unfit({ host }, what, expected) {
    return new errors/* HoldfastError */.E('application-unfit', `Cannot work on DSS on "${host.name}": ${what}, ${expected}.`);
}

;// CONCATENATED MODULE: ./build/apps/dss/backup.js













/** What a data directory is known to hold; of what else is there nobody knows what it is for, so it is saved, and told. */
const KNOWN = [
    ...'R.lib analysis-data bin code-envs acode-envs config databases install-support jupyter-run lib local'.split(' '),
    ...'notebook_results plugins privtmp pyenv timelines uploads install.ini dss-version.json'.split(' '),
    ...Object.values(CLASSES).flat(),
];
/** Of running processes, whatever else of `run` is saved. */
const backup_NEVER = ['run/*.pid', 'run/*.sock', 'run/*.lock'];
/** The Python packages of a data directory: a restore elsewhere installs them again. */
const REQUIREMENTS = 'requirements.txt';
async function planDssBackup(site, settings) {
    const folder = settings['data-dir'];
    const directory = await readDataDirectory(site, settings);
    const { user } = directory;
    const own = { host: await asAccount(site, user, 'DSS'), signal: site.signal };
    await refuseOtherStarter(site, settings);
    const state = await stateOf(site, settings, user);
    await tellUnknown(site, folder);
    const databases = await database_databasesOf(site, own, { settings, nodeType: directory.nodeType });
    const outside = await outsideOf(site, settings, directory);
    if (settings.running && state === 'runs')
        site.onWarning('DSS is saved while it runs: its files are of several moments, or with a snapshot of its volume as after a power failure, and its databases may not open.');
    return {
        paths: [...[folder, ...outside].map(bytestring.fromText), ...(await movedAway(site, settings))],
        aside: outside.map(bytestring.fromText),
        excludes: backup_excludesOf(settings),
        control: settings.running ? null : dss_control_controlOf(settings, user),
        nodes: [],
        databases: [...databases, ...(await packagesOf(site, settings, user))],
        hooks: hooksOf(settings),
        beforeStop: async (place) => {
            // Asked again: what an earlier run had left stopped runs by now.
            const hasJobs = !settings.running && /design|automation/i.test(directory.nodeType);
            if (!hasJobs || (await stateOf(place, settings, user)) === 'stopped')
                return;
            await awaitJobs(place, await asAccount(place, user, 'DSS'), settings);
        },
        whileStopped: (place) => whileStopped(place, settings, user),
        record: {
            profile: 'dss',
            version: directory.version,
            settings,
            facts: {
                ...backup_factsOf(directory, outside),
                machine: await machineOf(site),
                ...(databases[0] === undefined ? {} : { database_url: databases[0].shown }),
            },
            running: settings.running && state === 'runs',
        },
    };
}
async function whileStopped(place, settings, user) {
    if (settings.running || (await stateOf(place, settings, user)) === 'stopped')
        return {};
    throw unfit(place, 'it runs, although it was stopped', 'expected it to stay so. See what starts it');
}
/** What systemd started, only systemd may stop: it would start it again. */
async function refuseOtherStarter(site, settings) {
    if (settings.running || settings.service !== undefined)
        return;
    const script = `[ -d /run/systemd/system ] && systemctl list-units --no-legend --plain --state=active 'dataiku*.service' | cut -d ' ' -f 1 | head -n 1; true`;
    const [unit = ''] = await linesOf(site, 'ask systemd for DSS', script);
    if (unit === '')
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot stop DSS on "${site.host.name}": ${(0,bytestring.displayText)(unit)} of systemd runs it, expected it to be stopped by that. Give service=${(0,bytestring.displayText)(unit)}.`);
}
/** Parts of the data directory that lie on another disk, but for those that are left out. */
async function movedAway(site, settings) {
    const leftOut = settings['leave-out'].flatMap((name) => [...CLASSES[name]]);
    const links = await linksOutOf(site, (0,bytestring.fromText)(settings['data-dir']));
    return links.filter((link) => !isAmong((0,bytestring.display)(link).replace(/^.*\//, ''), leftOut));
}
function isAmong(name, known) {
    return known.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
}
function backup_excludesOf(settings) {
    const chosen = settings['leave-out'].flatMap((name) => [...CLASSES[name]]);
    return [...backup_NEVER, ...chosen].map((name) => `${literalPattern(settings['data-dir'])}/${name}`);
}
async function tellUnknown(site, folder) {
    const names = await linesOf(site, 'list the data directory', `ls -A ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))}`);
    const unknown = names.filter((name) => name !== '' && !isAmong(name, KNOWN));
    if (unknown.length === 0)
        return;
    const shown = unknown.slice(0, 10).map(bytestring.displayText).join(', ');
    site.onWarning(`In ${(0,bytestring.displayText)(folder)} is what isn't known to be of DSS, and is saved: ${shown}.`);
}
/** @throws HoldfastError source-missing for a certificate that isn't there. */
async function outsideOf(site, settings, directory) {
    const certificates = [...new Set([...settings.certificates, ...directory.certificates])];
    const there = await present(site, certificates);
    const missing = certificates.find((path) => !there.includes(path));
    if (missing !== undefined) {
        throw new errors/* HoldfastError */.E('source-missing', `Cannot back up DSS on "${site.host.name}": there is no ${missing}, expected the certificates that the option or install.ini names. Correct it.`);
    }
    return [...new Set([...(await presentByGlob(site, settings['system-files'])), ...certificates])];
}
/** A dump of its own: the list is made by a program of the data directory, and is no file of it. */
async function packagesOf(site, settings, user) {
    const folder = settings['data-dir'];
    if ((await present(site, [`${folder}/bin/pip`])).length === 0)
        return [];
    const list = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} && echo '# bin/pip freeze -l' && bin/pip freeze -l </dev/null`;
    return [(0,databases/* parseDatabase */.Jq)(`command:${REQUIREMENTS}=${(0,as_user/* scriptAs */.a)(user, list)}`, 'the list of packages', site.env)];
}
function backup_factsOf(directory, outside) {
    const { nodeType, installId, installDir, user, group } = directory;
    const hasImpersonation = outside.some((path) => path.includes('dataiku-security') || path.includes('dataiku-dss-'));
    return {
        node_type: nodeType,
        user,
        group,
        ...(installId === null ? {} : { install_id: installId }),
        ...(installDir === null ? {} : { install_dir: installDir }),
        ...(hasImpersonation ? { impersonation: 'yes' } : {}),
    };
}

;// CONCATENATED MODULE: ./build/apps/dss/checks.js






/** What proves a restored DSS: by its files alone, and by its own status. */
function dssChecks(settings, { facts }) {
    const here = `folder="$root"${(0,quote/* quote */.h)((0,bytestring.fromText)(followed(facts, settings['data-dir'])))}
cd "$folder" || { echo "there is no $folder"; exit 1; }
`;
    const file = (name, title, script) => scriptCheck({ name, title, needs: 'files' }, here + script);
    const isNode = /design|automation/i.test(facts['node_type'] ?? '');
    const { status } = dss_control_controlOf(settings, facts['user'] ?? settings.user ?? 'root');
    return [
        file('root-files', 'The data directory says what it is', ROOT_FILES),
        file('configuration', 'All of the configuration is JSON', checks_CONFIGURATION),
        ...(isNode
            ? [file('repositories', 'Git finds no fault in the configuration’s repositories', checks_REPOSITORIES)]
            : []),
        file('programs', 'Its programs are links', PROGRAMS),
        ...(isNode && facts['database_url'] === undefined
            ? [file('databases', 'Its H2 databases begin as such', DATABASES)]
            : []),
        file('nothing-of-a-running-one', 'Nothing of a running DSS came along', checks_RUNTIME),
        commandCheck({ name: 'status', title: 'All of its processes run', needs: 'software' }, status ?? 'false'),
    ];
}
const ROOT_FILES = `for key in product_version conf_version; do
  grep -q "\\"$key\\"" dss-version.json || { echo "dss-version.json has no $key"; exit 1; }
done
for key in nodetype installid port; do
  grep -q "^[[:space:]]*$key[[:space:]]*=" install.ini || { echo "install.ini has no $key"; exit 1; }
done
for busy in DSS-INITIAL-INSTALL-IN-PROGRESS.txt DSS-MIGRATION-IN-PROGRESS.json; do
  [ ! -e $busy ] || { echo "$busy is there"; exit 1; }
done
echo 7`;
/** Python is what DSS itself needs. On its own (`-I`): it would take what it imports from where it stands first, which is what was restored. */
const checks_CONFIGURATION = `${needsTool('python3')}
find config -name '*.json' -type f -print0 | python3 -I -c '
import json, sys
names = [name for name in sys.stdin.buffer.read().split(b"\\0") if name]
for name in names:
    try:
        json.load(open(name, "rb"))
    except ValueError as error:
        sys.exit("%s: %s" % (name.decode("utf8", "replace"), error))
print(len(names))'`;
const checks_REPOSITORIES = `${GIT_FSCK}proved=0
${BY_LINES}for git in $(find config -name .git -prune); do
  git_fsck "$git" || { echo "git finds faults in \${git%/.git}"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;
/** Where they lead to is another host's: dangling is right. */
const PROGRAMS = `proved=0
for program in bin/dss*; do
  [ -L "$program" ] || { echo "$program is no link"; exit 1; }
  proved=$((proved + 1))
done
key=install-support/supervisord.key
[ ! -e $key ] || [ "$(stat -c %a $key)" = 600 ] || { echo "$key is not of mode 600"; exit 1; }
echo $proved`;
const DATABASES = `proved=0
for db in databases/*.db; do
  [ -e "$db" ] || continue
  case $(head -c 4 "$db" | tr -d '\\0') in
    H:2, | '-- H' | H2en) ;;
    *) echo "$db has no header of H2"; exit 1 ;;
  esac
  proved=$((proved + 1))
done
echo $proved`;
const checks_RUNTIME = `for name in run/*.pid run/*.sock; do
  [ ! -e "$name" ] || { echo "$name came along"; exit 1; }
done
echo 2`;

;// CONCATENATED MODULE: ./build/apps/dump-places.js


/**
 * A step for each dump of a snapshot, into the database that the same URL meant when it was dumped.
 * @param urls `into`: what a user says of the restore; it comes first. `from`: the backup's databases. A command that dumps
 *   isn't one that reads.
 * @throws HoldfastError restore-blocked for a dump that no URL is about.
 */
function databaseSteps(dumps, { into, from }, { env }) {
    const urls = [...into, ...from.filter((url) => !url.startsWith('command:'))];
    // Roles come first: databases are theirs.
    const ordered = dumps.toSorted((a, b) => Number(a.database !== null) - Number(b.database !== null));
    return ordered.map((dump) => ({
        kind: 'database',
        title: `put the dump ${dump.name} back`,
        dump: dump.name,
        into: dump_places_placeOf(dump, urls, env),
        overwrite: true,
    }));
}
function dump_places_placeOf(dump, urls, env) {
    const commands = urls.filter((url) => url.startsWith(`command:${dump.name}=`));
    const fitting = [...commands, ...urls.flatMap((url) => fittingUrl(dump, url) ?? [])];
    const [url] = fitting;
    if (url !== undefined)
        return (0,databases/* parseDatabase */.Jq)(url, 'the option restore-into', env);
    const example = dump.engine === 'command'
        ? `command:${dump.name}=COMMAND THAT READS IT`
        : `${dump.engine}://USER@HOST/${dump.database ?? ''}`;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot put the dump ${dump.name} back: nothing says into which database. Give restore-into=${example}.`);
}
/** Engines that one URL may be of: what the record says is which of them answered. */
const FAMILIES = [
    ['postgresql', 'postgres'],
    ['mysql', 'mariadb'],
];
/** Options that say what of a server is dumped, or how: those of a URL for one database are the others. */
const OF_DUMPS = /^(all|globals|users|name|format)=/;
/** The URL of the one database that was dumped, or of the accounts: `url` may have been of all of a server's. */
function fittingUrl({ engine, database }, url) {
    const [, scheme = ''] = /^([a-z0-9+.-]+):/.exec(url) ?? [];
    const family = FAMILIES.find((one) => one.includes(engine));
    if (family === undefined)
        return scheme === engine ? url : null;
    if (!family.includes(scheme))
        return null;
    const [, head = '', path = '', query = ''] = /^([^:]+:\/\/[^/?]*)\/?([^?]*)\??(.*)$/.exec(url) ?? [];
    const all = query.split('&').filter((option) => option !== '');
    const options = all.filter((option) => !OF_DUMPS.test(option));
    if (database === null) {
        const accounts = engine === 'postgresql' ? 'globals' : 'users';
        const isMeant = all.some((option) => option.startsWith(`${accounts}=`) || option === 'all=true');
        return isMeant ? `${head}/?${[`${accounts}=only`, ...options].join('&')}` : null;
    }
    if (!all.includes('all=true') && decodeURIComponent(path) !== database)
        return null;
    const name = encodeURIComponent(database);
    return options.length === 0 ? `${head}/${name}` : `${head}/${name}?${options.join('&')}`;
}

;// CONCATENATED MODULE: ./build/apps/dss/restore.js













async function planDssRestore(site, settings, { record, dumps }) {
    const move = await restore_moveOf(site, settings, record);
    const { to, user, isPristine } = move;
    const own = (0,quote/* quote */.h)((0,bytestring.fromText)(to));
    const control = dss_control_controlOf(settings, user);
    const isThere = await hasSomethingToStop(site, settings, user);
    const { 'restore-into': into, database = record.facts['database_url'] } = settings;
    const data = dumps.filter(({ name }) => name !== REQUIREMENTS);
    const urls = { into: into === undefined ? [] : [into], from: database === undefined ? [] : [database] };
    const hasPackages = dumps.some(({ name }) => name === REQUIREMENTS);
    const isOwned = user === move.userBefore;
    const starts = settings.start === 'yes' ||
        (settings.start === 'auto' && isPristine && (await isSavedMachine(site, record)));
    if (!starts) {
        site.onInfo('DSS is not started: a restored copy runs all its scenarios again. Isolate it first; start=yes starts it.');
    }
    return {
        steps: [
            ...(isThere ? [stopStep('DSS', control)] : []),
            ...filesSteps(move),
            ...(isOwned ? [] : [ownerStep(user, to)]),
            // What was left out, and what a start may take for granted.
            shellStep('make the folders that it runs with', (0,as_user/* scriptAs */.a)(user, `cd ${own} && mkdir -p run tmp caches`)),
            ...databaseSteps(data, urls, site),
            ...(isPristine
                ? []
                : installSteps(move, settings, {
                    hasPackages,
                    hasUif: record.facts['impersonation'] === 'yes',
                    env: site.env,
                })),
            ...(starts ? [startStep('DSS', control)] : []),
        ],
    };
}
/** Of a snapshot that doesn't say, it is taken for that one. */
async function isSavedMachine(site, { facts }) {
    const machine = facts['machine'];
    return machine === undefined || machine === (await machineOf(site));
}
/** @throws HoldfastError restore-blocked with what is missing: DSS itself, its account, or a version that is new enough. */
async function restore_moveOf(site, settings, { settings: saved, facts, version }) {
    const from = String(saved['data-dir']);
    const place = followed(facts, from);
    const installDir = settings['install-dir'] ?? facts['install_dir'];
    if (installDir === undefined) {
        throw restore_blocked(site, 'nothing says where DSS is installed', 'expected its INSTALL_DIR. Give install-dir=/opt/dataiku-dss-VERSION');
    }
    const there = productVersion(await readText(site, `${installDir}/dss-version.json`));
    if (there === null) {
        throw restore_blocked(site, `there is no DSS in ${installDir}`, `expected version ${version} or newer. Unpack its distribution there, or give install-dir`);
    }
    const order = version === null ? 0 : compareVersions(there, version);
    if (order < 0) {
        throw restore_blocked(site, `version ${there} is in ${installDir}`, `expected ${version} or newer, which was saved: DSS can't go back. Unpack that version, and name it by install-dir`);
    }
    const userBefore = facts['user'] ?? '';
    const user = settings.user ?? userBefore;
    if (!(await hasAccount(site, user))) {
        throw restore_blocked(site, `there is no account ${JSON.stringify((0,bytestring.displayText)(user))}`, 'expected the one that DSS runs as. Make it, or name another by user');
    }
    await asAccount(site, user, 'DSS');
    const to = settings['data-dir'];
    const isPristine = to === from && installDir === facts['install_dir'] && order === 0 && user === userBefore;
    const moved = linksBelow(facts, place);
    return { from, saved: place, to, installDir, user, userBefore, isPristine, moved };
}
/**
 * Elsewhere, what belongs to the old place stays in the snapshot: the installer makes it anew. What lay on another disk lies in the data directory
 * itself then: links to the old disk would lead to nothing, or into the data of the one that was saved.
 */
function filesSteps({ from, saved, to, isPristine, moved }) {
    const all = { folder: null, target: null, includes: [], excludes: [] };
    const files = (title, part) => {
        return { kind: 'files', title, part: { ...all, ...part } };
    };
    if (isPristine)
        return [files('put the files back', {})];
    const title = `put the data directory to ${to}`;
    if (from === to) {
        const places = [...new Set([from, saved, ...moved.map(({ end }) => end)])];
        return [files(title, { includes: places.map(literalPattern) })];
    }
    const links = moved.map(({ name }) => `/${literalPattern(name)}`);
    return [
        files(title, { folder: (0,bytestring.fromText)(saved), target: (0,bytestring.fromText)(to), likeFolder: true, excludes: links }),
        ...moved.map(({ name, end }) => files(`put its ${(0,bytestring.displayText)(name)} there, which lay on another disk`, {
            folder: (0,bytestring.fromText)(end),
            target: (0,bytestring.fromText)(`${to}/${name}`),
            likeFolder: true,
        })),
    ];
}
/** As the vendor's page has it: the installer, as DSS's account; what it had; and as root what impersonates. */
function installSteps({ to, installDir, user }, { integrations }, { hasPackages, hasUif, env }) {
    const folder = (0,quote/* quote */.h)((0,bytestring.fromText)(to));
    const list = `${to}/tmp/holdfast-${REQUIREMENTS}`;
    const file = (0,quote/* quote */.h)((0,bytestring.fromText)(list));
    const here = `cd ${folder} || exit 1\n`;
    const asOwner = (title, script) => shellStep(title, (0,as_user/* scriptAs */.a)(user, script));
    const take = (0,as_user/* scriptAs */.a)(user, `mkdir -p ${folder}/tmp && cat >${file}`);
    const packages = [
        {
            kind: 'database',
            title: 'take the list of its Python packages',
            dump: REQUIREMENTS,
            into: (0,databases/* parseDatabase */.Jq)(`command:${REQUIREMENTS}=${take}`, 'the list of packages', env),
            overwrite: true,
        },
        asOwner('install its Python packages', `${here}bin/pip install -r ${file} </dev/null && rm -f ${file}`),
    ];
    const commands = {
        R: 'install-R-integration',
        hadoop: 'install-hadoop-integration',
        spark: 'install-spark-integration',
    };
    return [
        asOwner('put its Python environment aside', `${here}[ ! -e pyenv ] || mv pyenv pyenv.backup`),
        asOwner('run its installer', `cd / && ${(0,quote/* quote */.h)((0,bytestring.fromText)(`${installDir}/installer.sh`))} -d ${folder} -u -y </dev/null`),
        ...(hasPackages ? packages : []),
        ...integrations.map((name) => asOwner(`install its integration with ${name}`, `${here}bin/dssadmin ${commands[name]} </dev/null`)),
        ...(hasUif
            ? [
                shellStep('install impersonation', `${here}bin/dssadmin install-impersonation ${(0,quote/* quote */.h)((0,bytestring.fromText)(user))} </dev/null`),
            ]
            : []),
    ];
}
function restore_blocked({ host }, what, expected) {
    return new errors/* HoldfastError */.E('restore-blocked', `Cannot restore DSS to "${host.name}": ${what}, ${expected}.`);
}

;// CONCATENATED MODULE: ./build/apps/dss.js





/** Dataiku DSS (design, automation, API nodes) and Govern. */
const dss = {
    name: 'dss',
    title: 'Dataiku DSS',
    schema: DSS_SCHEMA,
    async detect(site) {
        // Its boot script's configuration names the data directory.
        const script = `sed -n 's/^DIP_HOME="\\{0,1\\}\\([^"]*\\).*/\\1/p' /etc/dataiku/*/dataiku-boot.conf 2>/dev/null | head -n 1; true`;
        const [folder = ''] = await linesOf(site, 'look for DSS', script);
        return folder === '' ? null : { 'data-dir': folder };
    },
    foresee: dss_foresee,
    planBackup: planDssBackup,
    planRestore: planDssRestore,
    checks: dssChecks,
};
/** Of a data directory, what every node has. */
const NEEDED = ['bin', 'config', 'install.ini', 'dss-version.json'];
function dss_foresee({ 'data-dir': data, certificates, database }) {
    const own = [...NEEDED, ...(database === undefined ? ['databases', 'databases/NAME.mv.db'] : [])];
    return {
        paths: [data, ...own.map((name) => `${data}/${name}`), ...certificates],
        needsVolume: false,
    };
}

;// CONCATENATED MODULE: ./build/apps/units.js



/** A unit's name, as a word of a command. */
const unitName = schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._@:\\-]*$/, 'expected a unit’s name');
/**
 * Shell: `unit_state UNIT` prints systemd's word for its state: `active`, `reloading`, `activating`, `deactivating`, `inactive`, `failed`;
 * or `absent`, for which systemd itself says `inactive`: nothing is known by that name; or `unknown`, where nobody answers.
 */
const UNIT_STATE = `unit_state() {
  said=$(systemctl show -p LoadState -p ActiveState "$1" </dev/null) || said=
  case $said in
    *LoadState=not-found*) echo absent ;;
    *ActiveState=*) said=\${said#*ActiveState=}; echo "\${said%%[!a-z]*}" ;;
    *) echo unknown ;;
  esac
}
`;
/**
 * How an application is stopped and started that systemd's units run. `systemctl is-active` says 3 of a unit that is coming up, goes down, or isn't
 * there: here it runs (0) when all of them do, it is stopped (3) when none does; between them (9) nobody knows.
 * @param units In the order in which they are stopped.
 * @param mayBeAbsent For a restore: a unit that isn't there yet is stopped.
 */
function unitsControl(units, { mayBeAbsent }) {
    const command = (verb) => (unit) => `systemctl ${verb} ${(0,quote/* quote */.h)((0,bytestring.fromText)(unit))}`;
    return {
        stop: units.map(command('stop')),
        start: units.toReversed().map(command('start')),
        status: `${UNIT_STATE}up= down= other=
for unit in ${(0,quote/* quoteAll */._)(units.map(bytestring.fromText))}; do
  case $(unit_state "$unit") in
    active | reloading) up=1 ;;
    inactive | failed${mayBeAbsent ? ' | absent' : ''}) down=1 ;;
    *) other=1 ;;
  esac
done
case $up,$down,$other in 1,,) exit 0 ;; ,1,) exit 3 ;; *) exit 9 ;; esac`,
    };
}

;// CONCATENATED MODULE: ./build/apps/generic.js















const schema = schemas/* strictObject */.rej({
    paths: schemas/* array */.YOg(absolutePath()).default([]).describe('Folders and files on the host.'),
    exclude: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe('Patterns of what to leave out, with restic’s meaning.'),
    databases: schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Databases to dump into the same snapshot, by their URLs.'),
    stop: schemas/* array */.YOg(command()).default([]).describe('Shell commands that stop it.'),
    start: schemas/* array */.YOg(command()).default([]).describe('Shell commands that start it.'),
    status: command().optional().describe('Says whether it runs: exit status 0, it does; 3, it is stopped.'),
    units: schemas/* array */.YOg(unitName)
        .default([])
        .describe('systemd’s units that run it, in the order in which they are stopped: in place of stop, start and status.'),
    'start-limit': span()
        .default('5m')
        .describe('How long it may take to start, and to stop once its stop commands have ended.'),
    version: command().optional().describe('A shell command that prints its version.'),
    'any-version': schemas/* boolean */.zMY()
        .default(false)
        .describe('Restore also where an older version is installed than was saved.'),
    'restore-into': schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Databases that dumps go back into, where they are others than they were taken from.'),
    'after-restore': schemas/* array */.YOg(command())
        .default([])
        .describe('Shell commands once files and databases are back, before it is started.'),
    'check-files': schemas/* array */.YOg(command())
        .default([])
        .describe('Commands that prove it by what was restored alone.'),
    check: schemas/* array */.YOg(command()).default([]).describe('Commands that prove it once it runs.'),
    ...HOOK_SETTINGS,
})
    .refine(({ paths, databases }) => paths.length + databases.length > 0, 'expected a path or a database')
    .refine(({ stop, start }) => (stop.length === 0) === (start.length === 0), 'expected both stop and start, or neither: what is stopped must be started again')
    .refine(({ stop, units }) => stop.length === 0 || units.length === 0, 'expected units, or stop and start: it is stopped in one way')
    .refine(({ stop, status }) => status === undefined || stop.length > 0, 'expected stop and start with status');
/** Any application that files, dumps, and commands to stop and start it say enough about. */
const generic = {
    name: 'generic',
    title: 'the application',
    schema,
    detect: async () => null,
    foresee: ({ paths }) => ({ paths, needsVolume: false }),
    async planBackup(site, settings) {
        return {
            paths: settings.paths.map(bytestring.fromText),
            excludes: settings.exclude,
            control: generic_controlOf(settings),
            nodes: [],
            databases: settings.databases.map((url) => (0,databases/* parseDatabase */.Jq)(url, 'the option databases', site.env)),
            hooks: hooksOf(settings),
            beforeStop: (place) => refuseHalfStopped(place, settings),
            record: {
                profile: 'generic',
                version: await versionOf(site, settings),
                settings,
                facts: {},
                running: false,
            },
        };
    },
    async planRestore(site, settings, { record, dumps }) {
        await generic_refuseOlder(site, settings, record.version);
        const control = generic_controlOf(settings, { mayBeAbsent: true });
        const files = {
            kind: 'files',
            title: 'put the files back',
            part: { folder: null, target: null, includes: [], excludes: [] },
        };
        const after = settings['after-restore'].map((text) => {
            const title = `run ${JSON.stringify((0,bytestring.displayText)(text))}`;
            // A user's own command may start what it needs.
            return { kind: 'run', title, starts: true, run: (place) => runCommand(place, title, text) };
        });
        return {
            steps: [
                ...(control === null ? [] : [stopStep(generic.title, control)]),
                ...(settings.paths.length === 0 ? [] : [files]),
                ...databaseSteps(dumps, { into: settings['restore-into'], from: settings.databases }, site),
                ...after,
                ...(control === null ? [] : [startStep(generic.title, control)]),
            ],
        };
    },
    checks: ({ check, 'check-files': checkFiles }) => [
        ...checkFiles.map((text, i) => commandCheck({ name: `check-files-${i + 1}`, title: (0,bytestring.displayText)(text), needs: 'files' }, text)),
        ...check.map((text, i) => commandCheck({ name: `check-${i + 1}`, title: (0,bytestring.displayText)(text), needs: 'software' }, text)),
    ],
};
function generic_controlOf({ stop, start, status, units, 'start-limit': limit }, { mayBeAbsent = false } = {}) {
    const settleMs = (0,duration/* parseDuration */.E)(limit, 'start-limit');
    if (units.length > 0)
        return { ...unitsControl(units, { mayBeAbsent }), settleMs };
    return stop.length === 0 ? null : { stop, start, status: status ?? null, settleMs };
}
/** A unit that was found stopped would be started with the others at the end. */
async function refuseHalfStopped(site, settings) {
    const control = generic_controlOf(settings);
    if (control === null || settings.units.length === 0)
        return;
    if ((await statusOf(site, control)) !== 'unknown')
        return;
    const words = (0,quote/* quoteAll */._)(settings.units.map(bytestring.fromText));
    const script = `${UNIT_STATE}for unit in ${words}; do echo "$unit $(unit_state "$unit")"; done`;
    const states = await linesOf(site, 'ask systemd for the units', script);
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot stop the application on "${site.host.name}": its units are ${(0,bytestring.displayText)(states.join(', '))}, expected all of them to be active, or none. Correct the ` +
        'option units, or start or stop by hand what is neither.');
}
/** @throws HoldfastError command-failed: whoever asks for the version relies on it. */
async function versionOf({ host, signal }, { version }) {
    if (version === undefined)
        return null;
    const { exit, stdout } = await (0,hosts_output/* runToEnd */.cd)(host, version, { signal });
    const found = (0,exit_status/* isSuccess */.o)(exit) ? versionIn(stdout.toString('utf8')) : null;
    if (found !== null)
        return found;
    throw new errors/* HoldfastError */.E('command-failed', `Cannot ask for the version on "${host.name}": the command ${JSON.stringify((0,bytestring.displayText)(version))} printed none, expected exit status 0 and ` +
        'numbers with points between. Correct the option version, or leave it out.');
}
async function generic_refuseOlder(site, settings, saved) {
    if (saved === null || settings['any-version'] || settings.version === undefined)
        return;
    const there = await versionOf(site, settings).catch(() => null); // it may not be installed before its files are
    if (there === null || compareVersions(there, saved) >= 0)
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore to "${site.host.name}": version ${there} is installed there, expected ${saved} or newer, which was saved. ` +
        'Install that first, or say any-version=true.');
}

// EXTERNAL MODULE: ./build/buckets/bucket.js + 1 modules
var bucket = __webpack_require__(77380);
;// CONCATENATED MODULE: ./build/apps/kestra/configuration.js

/** Of the files that the settings name, the compose file before others, and before it what overrides it: the first that says something counts. */
async function readConfiguration(site, { compose, overrides, configuration }) {
    const files = [...overrides.toReversed(), ...(compose === undefined ? [] : [compose]), ...configuration];
    const said = new Map();
    for (const file of files) {
        const text = await readText(site, file);
        for (const [key, value] of keysIn(text ?? ''))
            if (!said.has(key))
                said.set(key, value);
    }
    const read = (key) => {
        const found = [...said].find(([one]) => one === key || one.endsWith(`.${key}`))?.[1] ?? null;
        // `${NAME}` is filled in by whoever starts it.
        return found === null || found === '' || found.includes('${') ? null : found;
    };
    const datasource = ['postgres', 'mysql', 'h2', 'default'].find((one) => read(`datasources.${one}.url`) !== null);
    return {
        repository: read('kestra.repository.type'),
        queue: read('kestra.queue.type'),
        storage: read('kestra.storage.type'),
        basePath: read('kestra.storage.local.base-path') ?? read('kestra.storage.local.basePath'),
        jdbc: datasource === undefined ? null : read(`datasources.${datasource}.url`),
        user: datasource === undefined ? null : read(`datasources.${datasource}.username`),
        hasSecretKey: [...said.keys()].some((key) => /(^|\.)kestra\.encryption\.secret-?key$/i.test(key)),
    };
}
const KEY = /^( *)["']?([A-Za-z0-9_.-]+)["']?\s*:(?:\s+(.*))?$/;
/**
 * The scalars of a YAML file of plain maps, by their dotted paths. Kestra's configuration stands in a compose file as a text
 * block of the same shape, which is taken for what it holds. Lists, anchors and flow style are passed over: what isn't found
 * here, a user says by a setting.
 */
function keysIn(yaml) {
    const found = new Map();
    const open = [];
    for (const line of yaml.split('\n')) {
        const [, space = '', key = '', rest = ''] = KEY.exec(line.replace(/\r$/, '')) ?? [];
        if (key === '')
            continue;
        while ((open.at(-1)?.indent ?? -1) >= space.length)
            open.pop();
        const path = [open.at(-1)?.path, key].filter((part) => part !== undefined).join('.');
        open.push({ indent: space.length, path });
        const value = scalarIn(rest);
        if (value !== '' && !/^[|>&*[{!]/.test(rest.trim()))
            found.set(path, value);
    }
    return found;
}
function scalarIn(text) {
    const [, double, single] = /^"((?:[^"\\]|\\.)*)"|^'([^']*)'/.exec(text.trim()) ?? [];
    return double ?? single ?? text.replace(/(^|\s)#.*$/, '').trim();
}

;// CONCATENATED MODULE: ./build/apps/kestra/command.js



/** Shell: `compose WORDS…`, and `$engine` for what else is asked of the container engine. */
function composeFunctions({ docker, compose = '', overrides, project }) {
    const files = [compose, ...overrides].flatMap((file) => ['-f', file]);
    const name = project === undefined ? [] : ['-p', project];
    return `engine=${(0,quote/* quote */.h)((0,bytestring.fromText)(docker))}
compose() { "$engine" compose ${words([...name, ...files])} "$@" </dev/null; }
`;
}
/**
 * Shell that runs Kestra's own command line with `words`; null: nobody says how. With a compose file in a container of its own,
 * on the same volumes and with the same configuration, that leaves nothing behind and starts nothing else: so it also runs
 * while Kestra is stopped. No secret may be among the words: they stand on a command line.
 */
function cliScript(settings, words) {
    const quoted = (0,quote/* quoteAll */._)(words.map(bytestring.fromText));
    if (settings.compose !== undefined) {
        const [service = 'kestra'] = settings.services;
        return `${composeFunctions(settings)}compose run --rm --no-deps -T ${(0,quote/* quote */.h)((0,bytestring.fromText)(service))} ${quoted}`;
    }
    if (settings.command === undefined)
        return null;
    return (0,as_user/* scriptAs */.a)(settings.user, `cd / && { ${settings.command} ${quoted} </dev/null\n}`);
}
/** `id` of the first container of the first service, running or not; empty: there is none. Shell. */
function firstContainer(settings) {
    const [service = 'kestra'] = settings.services;
    return `${composeFunctions(settings)}id=$(compose ps -a -q ${(0,quote/* quote */.h)((0,bytestring.fromText)(service))} | head -n 1)\n`;
}
function words(names) {
    return (0,quote/* quoteAll */._)(names.map(bytestring.fromText));
}

;// CONCATENATED MODULE: ./build/apps/kestra/control.js








/**
 * Kestra ends its tasks for up to 5 minutes before it stops, and comes up long after its process does: so `stop` and `start`
 * wait until what they are for is seen. It runs (0) when all of its parts do, and are healthy where somebody can ask; it is
 * stopped (3) when none does; between them (9) nobody knows. Nothing of ours kills it.
 */
function kestra_control_controlOf(settings) {
    const look = lookOf(settings);
    const { stop, start } = commandsOf(settings);
    return {
        stop: [`${look}${stop}\n${kestra_control_untilIs(3, kestra_control_limitSeconds(settings, 'stop-limit'))}`],
        start: [`${look}${start}\n${kestra_control_untilIs(0, kestra_control_limitSeconds(settings, 'start-limit'))}`],
        status: `${look}exit $is`,
        settleMs: (Math.max(...control_LIMITS.map((name) => kestra_control_limitSeconds(settings, name))) + kestra_control_OWN_LIMIT_SECONDS) * 1000,
    };
}
const control_LIMITS = ['stop-limit', 'start-limit'];
/** What the commands themselves may take (systemd gives a unit 90 s) before we wait, and some more. */
const kestra_control_OWN_LIMIT_SECONDS = 180;
/** For a restore: of a host that has never run it, whose containers are still to be made. */
function restoredControlOf(settings) {
    const control = kestra_control_controlOf(settings);
    if (settings.compose === undefined)
        return control;
    const up = each(settings.services.toReversed(), 'compose up -d --no-recreate --no-deps "$part" || exit 1');
    const limit = kestra_control_limitSeconds(settings, 'start-limit');
    return { ...control, start: [`${lookOf(settings)}${up}\n${kestra_control_untilIs(0, limit)}`] };
}
/** Shell: prints the status, as it would exit with it, and then a line `PART STATE` for each part. */
function partsScript(settings) {
    return `${lookOf(settings)}printf '%s\\n%s\\n' "$is" "$parts"`;
}
function kestra_control_limitSeconds(settings, name) {
    return Math.ceil((0,duration/* parseDuration */.E)(settings[name], name) / 1000);
}
/** In the order of the settings they are stopped, and in the opposite one started. */
function commandsOf(settings) {
    const { compose, services, units } = settings;
    const seconds = kestra_control_limitSeconds(settings, 'stop-limit');
    if (compose !== undefined) {
        return {
            stop: each(services, `compose stop -t ${seconds} "$part" || exit 1`),
            start: each(services.toReversed(), 'compose start "$part" || exit 1'),
        };
    }
    if (units.length > 0) {
        return {
            stop: each(units, 'systemctl stop "$part" || exit 1'),
            start: each(units.toReversed(), 'systemctl start "$part" || exit 1'),
        };
    }
    // Only what was just seen to be Kestra.
    const stop = `case $parts in *' running') kill -TERM "$pid" || exit 1 ;; esac`;
    return { stop, start: plainStart(settings) };
}
function each(parts, command) {
    return `for part in ${words(parts)}; do ${command}; done`;
}
/** `look` sets `is`, and `parts` to what each part's state is. It has been called once when the script goes on. */
function lookOf(settings) {
    const { compose, services, units, 'pid-file': pidFile } = settings;
    const states = compose !== undefined
        ? `${composeFunctions(settings)}${composeStates(services)}`
        : units.length > 0
            ? unitStates(units)
            : plainStates(pidFile ?? '');
    return `${states}${HEALTH(settings.health)}${control_LOOK}look\n`;
}
/** One question for all of them. What `docker compose run` made isn't Kestra itself. */
function composeStates(services) {
    const label = (name) => `{{index .Config.Labels "com.docker.compose.${name}"}}`;
    const format = `${label('service')} {{.State.Status}} {{.State.ExitCode}} ${label('oneoff')}`;
    return `states() {
  ids=$(compose ps -a -q ${words(services)}) || { echo 'compose unknown'; return; }
  found=
  [ -z "$ids" ] || found=$("$engine" inspect -f ${(0,quote/* quote */.h)((0,bytestring.fromText)(format))} $ids </dev/null) || { echo 'engine unknown'; return; }
  for part in ${words(services)}; do
    there=
    while read -r name state code oneoff; do
      [ "$name" = "$part" ] && [ "$oneoff" != True ] || continue
      there=1
      echo "$part $state $code"
    done <<END
$found
END
    [ -n "$there" ] || echo "$part absent"
  done
}
`;
}
function unitStates(units) {
    return `${UNIT_STATE}states() {
  for part in ${words(units)}; do echo "$part $(unit_state "$part")"; done
}
`;
}
/** A number may be another's by now: what isn't Kestra is never told to end. */
function plainStates(pidFile) {
    return `${process_mark/* RUNS */.p}
states() {
  { read -r pid rest <${(0,quote/* quote */.h)((0,bytestring.fromText)(pidFile))}; } 2>/dev/null || pid=
  if [ -z "$pid" ] || ! start_of "$pid"; then echo "process gone"
  elif tr '\\000' ' ' <"/proc/$pid/cmdline" | grep -qi kestra; then echo "process running"
  else echo "process foreign"; fi
}
{ read -r pid rest <${(0,quote/* quote */.h)((0,bytestring.fromText)(pidFile))}; } 2>/dev/null || pid=
`;
}
/** `healthy`: also where nobody asks. */
const HEALTH = (url) => url === undefined
    ? 'healthy() { :; }\n'
    : `healthy() {
  said=$(curl -fsS -m 5 ${(0,quote/* quote */.h)((0,bytestring.fromText)(url))} 2>/dev/null || wget -q -T 5 -O - ${(0,quote/* quote */.h)((0,bytestring.fromText)(url))} 2>/dev/null) || return 1
  printf '%s' "$said" | tr -d ' \\n' | grep -q '"status":"UP"'
}
`;
const control_LOOK = `look() {
  parts=$(states)
  up=0 down=0 all=0
  while read -r part state code; do
    all=$((all + 1))
    case $state in
      running | active | reloading) up=$((up + 1)) ;;
      exited | created | dead | absent | inactive | failed | gone) down=$((down + 1)) ;;
    esac
  done <<END
$parts
END
  is=9
  [ $down -ne $all ] || is=3
  [ $up -ne $all ] || { is=9; ! healthy || is=0; }
}
`;
function kestra_control_untilIs(status, limit) {
    const what = status === 3 ? 'still there' : 'not up';
    return waitScript(status, limit, `Kestra is ${what} ${limit} s after its ${status === 3 ? 'stop' : 'start'} command: $parts`);
}
/**
 * In a session of its own: what ends us must not end it. Its number is written once it is known. One that is there and isn't healthy
 * (it comes up, or is told to stop and ends its tasks) isn't started beside itself.
 */
function plainStart(settings) {
    const { 'pid-file': pidFile = '', 'start-command': start = '', 'log-file': log, user } = settings;
    const run = (0,quote/* quote */.h)((0,bytestring.fromText)(`exec ${start}`));
    const begin = `cd / && { setsid sh -c ${run} </dev/null >>${(0,quote/* quote */.h)((0,bytestring.fromText)(log))} 2>&1 & echo $!; }`;
    return `case $parts in *' running') ;; *)
  pid=$(${(0,as_user/* scriptAs */.a)(user, begin)}) && [ -n "$pid" ] && printf '%s\\n' "$pid" >${(0,quote/* quote */.h)((0,bytestring.fromText)(pidFile))} || exit 1 ;;
esac`;
}

;// CONCATENATED MODULE: ./build/apps/kestra/state.js









/**
 * Whether Kestra runs, as far as its parts agree.
 * @param mayBeAbsent Of a compose file whose containers nobody has made yet, and of units that aren't there: stopped.
 * @throws HoldfastError application-unfit where some of them run and others don't, one is no Kestra, or none is there at all.
 */
async function state_stateOf(site, settings, { mayBeAbsent = false } = {}) {
    const [status = '', ...parts] = await linesOf(site, 'ask for the state of Kestra', partsScript(settings));
    const shown = (0,bytestring.displayText)(parts.join(', '));
    const isAbsent = settings.compose !== undefined && parts.every((part) => /^$| absent$/.test(part));
    if (isAbsent && !mayBeAbsent) {
        throw state_unfit(site, `no service of ${settings.compose} has a container (${shown})`, 'expected those that run Kestra. Correct compose and services, or make them by `docker compose up --no-start`');
    }
    const absent = parts.find((part) => part.endsWith(' absent'));
    if (settings.units.length > 0 && absent !== undefined && !mayBeAbsent) {
        throw state_unfit(site, `systemd knows no unit of that name (${(0,bytestring.displayText)(absent)})`, 'expected those that run Kestra. Correct the option units');
    }
    if (status === '0' || status === '3')
        return status === '0' ? 'runs' : 'stopped';
    const isForeign = parts.some((part) => part.endsWith(' foreign'));
    throw isForeign
        ? state_unfit(site, `the process in ${settings['pid-file']} is another program’s`, 'expected Kestra’s, or none. Remove the file if Kestra is stopped')
        : state_unfit(site, `it is half stopped, or isn’t healthy (${shown})`, 'expected all of its parts to run, or none. Start it or stop it by hand, and look at its log');
}
/** As it names itself; null: it doesn't say, or nobody says how to ask. */
async function state_versionOf({ host, signal }, settings) {
    const script = cliScript(settings, ['--version']);
    if (script === null)
        return null;
    const { stdout } = await (0,hosts_output/* runToEnd */.cd)(host, `${script} 2>/dev/null`, { signal });
    return versionIn(stdout.toString('utf8'));
}
/** Tasks may take 5 minutes to end: what kills it before cuts them off. */
async function warnOfShortGrace(site, settings) {
    const graceMs = 300_000;
    if (settings.units.length === 0) {
        if ((0,duration/* parseDuration */.E)(settings['stop-limit'], 'stop-limit') >= graceMs)
            return;
        site.onWarning(`Kestra is given ${settings['stop-limit']} to stop (stop-limit): its tasks may take 5 minutes to end.`);
        return;
    }
    for (const unit of settings.units) {
        const script = `systemctl show -p TimeoutStopUSec --value ${(0,quote/* quote */.h)((0,bytestring.fromText)(unit))} </dev/null; true`;
        const [said = ''] = await linesOf(site, 'ask systemd for its patience', script);
        if (said === '' || said === 'infinity' || secondsIn(said) * 1000 >= graceMs)
            continue;
        site.onWarning(`systemd kills ${unit} when it hasn’t ended after ${(0,bytestring.displayText)(said)}: Kestra’s tasks may take 5 minutes. Set TimeoutStopSec=330.`);
    }
}
/** systemd's words: `5min 30s`. */
function secondsIn(span) {
    const units = { h: 3600, min: 60, s: 1 };
    return [...span.matchAll(/(\d{1,15}(?:\.\d{1,15})?)(h|min|s)\b/g)].reduce((sum, [, amount, unit = 's']) => sum + Number(amount) * (units[unit] ?? 0), 0);
}
function state_unfit({ host }, what, expected) {
    return new errors/* HoldfastError */.E('application-unfit', `Cannot work on Kestra on "${host.name}": ${what}, ${expected}.`);
}

;// CONCATENATED MODULE: ./build/apps/kestra/database.js




/** Without one of these a database isn't Kestra's. */
const NEEDED_TABLES = ['flows', 'executions', 'triggers', 'settings', 'flyway_schema_history'];
/** Work that is under way; which states there are depends on the version. */
const RUNNING = "('CREATED','RUNNING','QUEUED','PAUSED','RESTARTED','KILLING','RETRYING')";
/** @throws HoldfastError application-unfit where nothing is kept, bad-input where nobody says what it is. */
function backendOf(site, { backend, database, search, h2 }, { repository }) {
    if (backend !== 'auto')
        return backend;
    if (search !== undefined)
        return 'elasticsearch';
    if (database !== undefined)
        return /^(mysql|mariadb):/.test(database) ? 'mysql' : 'postgresql';
    if (h2 !== undefined)
        return 'h2';
    switch (repository) {
        case 'postgres':
            return 'postgresql';
        case 'mysql':
        case 'h2':
        case 'elasticsearch':
            return repository;
        case 'memory':
            throw state_unfit(site, 'its repository is in memory (kestra.repository.type)', 'expected a database: there is nothing to save');
        default:
            throw new errors/* HoldfastError */.E('bad-input', `Cannot back up Kestra on "${site.host.name}": nothing says where its data is${repository === null ? '' : ` (kestra.repository.type is ${(0,bytestring.displayText)(repository)})`}, expected ` +
                'kestra.repository.type in its configuration. Name that file by configuration, or give database=URL.');
    }
}
/** The database that is dumped. @throws HoldfastError bad-input without a way to it: files without it are no backup. */
function databaseOf({ env, host }, settings, { backend, configuration }) {
    if (backend === 'h2')
        return null;
    if (backend === 'elasticsearch') {
        if (settings.search !== undefined)
            return (0,databases/* parseDatabase */.Jq)(searchUrl(settings.search), 'the option search', env);
        throw new errors/* HoldfastError */.E('bad-input', `Cannot back up Kestra on "${host.name}": its data is in Elasticsearch, and nobody says how it is reached, expected a cluster with a registered ` +
            'snapshot repository. Give search=opensearch://user@host:9200/REPOSITORY.');
    }
    if (settings.database !== undefined)
        return (0,databases/* parseDatabase */.Jq)(settings.database, 'the option database', env);
    const url = urlIn(configuration);
    if (url !== null && (env['HOLDFAST_DATABASE_PASSWORD'] ?? '') !== '')
        return (0,databases/* parseDatabase */.Jq)(url, 'the database in Kestra’s configuration', env);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot back up Kestra on "${host.name}": its data is in a database${configuration.jdbc === null ? '' : ` (${(0,bytestring.displayText)(configuration.jdbc)})`}, and there is ` +
        `${url === null ? 'nothing that says how it is reached from the host' : 'no credential for a dump'}, expected one: files without it are no backup. ` +
        'Set HOLDFAST_DATABASE_PASSWORD (the input database-password), or give database=URL.');
}
/** Kestra's own indexes alone, unless the URL says which. */
function searchUrl(url) {
    return /[?&]index=/.test(url)
        ? url
        : `${url}${url.includes('?') ? '&' : '?'}index=${encodeURIComponent('kestra_*')}`;
}
/** A database that only other containers can reach has no URL: its name is the compose file's own. */
function urlIn({ jdbc, user }) {
    const [, scheme, host = '', port, database = ''] = /^jdbc:(postgresql|mysql|mariadb):\/\/([^:/?]+)(?::(\d+))?\/([^?]+)/.exec(jdbc ?? '') ?? [];
    if (scheme === undefined || !(host === 'localhost' || host.includes('.')))
        return null;
    const account = user === null ? '' : `${encodeURIComponent(user)}@`;
    return `${scheme}://${account}${host}${port === undefined ? '' : `:${port}`}/${encodeURIComponent(database)}`;
}
/**
 * Sees that the database is Kestra's, with all of its migrations.
 * @returns What the record says of it; nothing where its engine isn't one that can be asked.
 * @throws HoldfastError application-unfit for another's, or one that was half migrated; command-failed.
 */
async function lookAtDatabase(site, backend, database) {
    if (database?.select === undefined)
        return {};
    const schema = backend === 'mysql' ? 'DATABASE()' : 'current_schema()';
    const tables = new Set();
    const names = `SELECT table_name FROM information_schema.tables WHERE table_schema = ${schema}`;
    for await (const [name = ''] of database.select(site.host, names, site.signal))
        tables.add(name.toLowerCase());
    const missing = NEEDED_TABLES.filter((name) => !tables.has(name));
    if (missing.length > 0) {
        throw state_unfit(site, `the database ${database.shown} has no table ${missing.join(', ')}`, 'expected Kestra’s. Name the right one: database=URL');
    }
    return { schema_version: await migrationsOf(site, database) };
}
/** @throws HoldfastError application-unfit where one failed: Kestra itself wouldn't start on it. */
async function migrationsOf(site, database) {
    let last = '';
    const history = "SELECT COALESCE(version, ''), CASE WHEN success THEN 'y' ELSE 'n' END FROM flyway_schema_history ORDER BY installed_rank";
    for await (const [version, success] of database.select?.(site.host, history, site.signal) ?? []) {
        if (success !== 'y')
            throw state_unfit(site, `the migration ${version === undefined ? '' : (0,bytestring.display)(version)} of its database failed`, 'expected all to have succeeded. Mend it as Kestra’s makers say');
        if (version)
            last = (0,bytestring.display)(version);
    }
    return last;
}
/** How many executions are under way. */
async function runningExecutions(site, database) {
    const count = `SELECT count(*) FROM executions WHERE state_current IN ${RUNNING}`;
    for await (const [number] of database.select?.(site.host, count, site.signal) ?? [])
        return Number(number);
    return 0;
}
function warningsOf(dumps) {
    return dumps
        .filter(({ engine }) => engine === 'mariadb')
        .map(({ name }) => `The dump ${name} is of MariaDB: Kestra’s makers support MySQL only.`);
}

;// CONCATENATED MODULE: ./build/apps/kestra/executions.js




const executions_LOOK_EVERY_MS = 5000;
/**
 * What becomes of executions that are under way, as the user says. Kestra itself takes up again what a stop has cut off.
 * @throws HoldfastError application-unfit where they are not to be cut off.
 */
async function awaitExecutions(site, settings, database) {
    const { 'running-executions': policy, 'executions-limit': limit } = settings;
    if (database?.select === undefined) {
        if (policy === 'go-on')
            return {};
        throw new errors/* HoldfastError */.E('bad-input', `Cannot see on "${site.host.name}" whether executions run: expected a PostgreSQL or MySQL database that can be asked with running-executions=${policy}. ` +
            'Say running-executions=go-on, and choose a quiet hour.');
    }
    const limitMs = policy === 'wait' ? (0,duration/* parseDuration */.E)(limit, 'executions-limit') : 0;
    const giveUpMs = performance.now() + limitMs;
    for (let told = false;; told = true) {
        const count = await runningExecutions(site, database);
        if (count === 0)
            return { running_executions: '0' };
        const what = `${count} of its executions ${count === 1 ? 'is' : 'are'} under way`;
        if (policy === 'go-on') {
            site.onInfo(`Kestra: ${what}; it takes them up again when it is started.`);
            return { running_executions: String(count) };
        }
        if (policy === 'fail' || performance.now() >= giveUpMs) {
            throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Kestra on "${site.host.name}": ${what}${policy === 'wait' ? ` for ${limit}` : ''}, expected none. Choose a quieter hour, ` +
                'wait longer (executions-limit), or say running-executions=go-on.');
        }
        if (!told)
            site.onInfo(`Kestra: waiting, since ${what}`);
        await (0,promises_.setTimeout)(Math.min(executions_LOOK_EVERY_MS, Math.max(limitMs / 10, 50)), undefined, { signal: site.signal });
    }
}

;// CONCATENATED MODULE: ./build/apps/kestra/metadata.js








/**
 * Enterprise edition: Kestra’s own backup of its metadata, made while it is stopped, by a command line of its own. It is encrypted
 * by the key that Kestra has for it: another one would stand on a command line. The file is in the internal storage, and saved with it.
 *
 * @throws HoldfastError command-failed where it doesn't say what it has saved, application-unfit where that isn't there.
 */
async function backUpMetadata(site, settings, storage) {
    const { metadata, tenant, 'include-data': includeData } = settings;
    if (metadata === 'none')
        return {};
    const words = [
        ...['backups', 'create', metadata.toUpperCase()],
        ...(tenant === undefined ? [] : ['--tenant', tenant]),
        ...(includeData ? ['--include-data'] : []),
    ];
    const said = await runCli(site, settings, { words, what: 'make Kestra’s own backup of its metadata' });
    const uri = /Backup created: (kestra:\/\/\/\S+)/.exec(said)?.[1];
    const summary = summaryIn(said, 'Backup summary');
    if (uri === undefined || summary === null)
        throw unsaid(site, `kestra ${words.join(' ')}`, said, '`Backup created: kestra:///…` and `Backup summary: […]`');
    if (Object.values(summary).every((count) => count === 0))
        throw unsaid(site, `kestra ${words.join(' ')}`, said, 'a summary that counts something');
    await requireFile(site, storage, uri);
    site.onInfo(`Kestra’s own backup of its metadata: ${(0,bytestring.displayText)(uri)} (${shown(summary)})`);
    return { metadata_uri: (0,bytestring.displayText)(uri), metadata_summary: JSON.stringify(summary) };
}
/** @throws HoldfastError restore-mismatch where it brought back other than it had saved; command-failed. */
async function restoreMetadata(site, settings, { uri, summary }) {
    const { 'to-tenant': tenant } = settings;
    const words = ['backups', 'restore', uri, ...(tenant === undefined ? [] : ['--to-tenant', tenant])];
    const said = await runCli(site, settings, { words, what: 'give Kestra its own backup of its metadata' });
    const restored = summaryIn(said, 'Restore summary');
    if (restored === null)
        throw unsaid(site, 'kestra backups restore', said, '`Restore summary: […]`');
    const saved = JSON.parse(summary);
    const keys = [...new Set([...Object.keys(saved), ...Object.keys(restored)])];
    const different = keys.filter((key) => (saved[key] ?? 0) !== (restored[key] ?? 0));
    if (different.length === 0)
        return;
    const differences = different.map((key) => `${(0,bytestring.displayText)(key)}: ${saved[key] ?? 0} saved, ${restored[key] ?? 0} restored`);
    throw new errors/* HoldfastError */.E('restore-mismatch', `Cannot count Kestra’s metadata on "${site.host.name}" as restored: ${differences.join('; ')}, expected the same of each kind. See Kestra’s log.`);
}
/** Kafka is filled again from the repository. */
async function restoreQueue(site, settings, command) {
    await runCli(site, settings, { words: [command, 'restore-queue'], what: 'fill Kestra’s queue again' });
}
async function runCli({ host, signal }, settings, { words, what }) {
    const script = cliScript(settings, words);
    if (script === null) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot ${what} on "${host.name}": nobody says how its command line is called, expected the option command.`);
    }
    const output = await (0,hosts_output/* runToEnd */.cd)(host, script, { signal });
    if (!(0,exit_status/* isSuccess */.o)(output.exit))
        throw new hosts_output/* CommandFailure */.qi(what, host, output);
    return output.stdout.toString('utf8');
}
/** `Backup summary: [Flow: 2, Trigger: 1]`; null: it isn't there, or isn't that. */
function summaryIn(said, title) {
    const [, list] = new RegExp(`${title}: \\[([^\\]]*)\\]`).exec(said) ?? [];
    if (list === undefined)
        return null;
    const pairs = list.split(',').map((pair) => {
        const colon = pair.lastIndexOf(':');
        return [pair.slice(0, Math.max(0, colon)).trim(), pair.slice(colon + 1).trim()];
    });
    if (pairs.some(([name, count]) => name === '' || !/^\d+$/.test(count)))
        return null;
    return Object.fromEntries(pairs.map(([name, count]) => [name, Number(count)]));
}
function shown(summary) {
    return (0,bytestring.displayText)(Object.entries(summary)
        .map(([key, count]) => `${key}: ${count}`)
        .join(', '));
}
/** In the storage, below a tenant or at its root. */
async function requireFile(site, storage, uri) {
    if (storage.kind === 'bucket')
        return requireObject(site, storage.url, uri);
    const path = (0,quote/* quote */.h)((0,bytestring.fromText)(uri.slice('kestra://'.length)));
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(storage.path))} || exit 1
for file in .${path} ./*${path}; do [ ! -s "$file" ] || { echo y; exit 0; }; done; true`;
    if ((await linesOf(site, 'look for Kestra’s own backup', script))[0] === 'y')
        return;
    throw notThere(site, uri, storage.path);
}
async function requireObject(site, url, uri) {
    const store = await (0,bucket/* parseBucket */.W)(url, 'the option bucket', site.env).open(site.onInfo);
    const path = uri.slice('kestra://'.length);
    try {
        for await (const page of store.list(site.signal))
            if (page.some(({ key, sizeBytes }) => key !== null && `/${key}`.endsWith(path) && sizeBytes > 0))
                return;
    }
    finally {
        store.close();
    }
    throw notThere(site, uri, url);
}
function notThere({ host }, uri, place) {
    return new errors/* HoldfastError */.E('application-unfit', `Cannot save Kestra’s own backup of its metadata on "${host.name}": ${(0,bytestring.displayText)(uri)} is not in ${(0,bytestring.displayText)(place)}, expected it there. ` +
        'See whether that is the internal storage of this Kestra.');
}
function unsaid({ host }, command, said, expected) {
    const last = (0,bytestring.displayText)(said.trim().split('\n').slice(-3).join(' | '));
    return new errors/* HoldfastError */.E('command-failed', `Cannot believe \`${(0,bytestring.displayText)(command)}\` on "${host.name}": it exits 0 and prints ${last === '' ? 'nothing' : JSON.stringify(last)}, expected ${expected}. ` +
        'Run it there by hand to see why; only the Enterprise edition has it.');
}

;// CONCATENATED MODULE: ./build/apps/kestra/stopped.js



/** With what a container exits that SIGKILL ended. */
const KILLED = / exited 137$/;
/** A part that didn't end by itself, now that all are stopped; null: each did, or nobody can say. */
async function wereKilled(site, settings) {
    const { compose, units } = settings;
    if (compose !== undefined) {
        const parts = await linesOf(site, 'ask how Kestra ended', partsScript(settings));
        return parts.find((part) => KILLED.test(part))?.replace(KILLED, '') ?? null;
    }
    if (units.length === 0)
        return null;
    const script = `for part in ${words(units)}; do
  [ "$(systemctl show -p Result --value "$part" </dev/null)" != timeout ] || { echo "$part"; exit 0; }
done; true`;
    const [part = ''] = await linesOf(site, 'ask how Kestra ended', script);
    return part === '' ? null : part;
}

;// CONCATENATED MODULE: ./build/apps/kestra/storage.js





/**
 * @throws HoldfastError bad-input where nobody says: a database whose files aren't there is no backup. source-missing for a
 *   folder that isn't there.
 */
async function storageOf(site, settings, configuration) {
    if (settings.bucket !== undefined)
        return { kind: 'bucket', url: settings.bucket };
    const path = settings.storage ?? (await folderIn(site, settings, configuration));
    if ((await present(site, [`${path}/.`])).length > 0)
        return { kind: 'folder', path };
    throw new errors/* HoldfastError */.E('source-missing', `Cannot back up Kestra on "${site.host.name}": there is no folder ${(0,bytestring.displayText)(path)}, expected its internal storage. See whether a disk isn’t ` +
        'mounted, or say where it is: storage=/FOLDER.');
}
async function folderIn(site, settings, { storage, basePath }) {
    if (storage !== null && storage !== 'local') {
        throw unknown(site, `kestra.storage.type is ${(0,bytestring.displayText)(storage)}`, storage === 's3' || storage === 'minio'
            ? 'Give bucket=s3:https://HOST/BUCKET/PREFIX'
            : 'Only a folder and S3 can be saved: give bucket where the service speaks S3, too');
    }
    if (basePath === null)
        throw unknown(site, 'nothing says where it is', 'Give storage=/FOLDER, or bucket=s3:…');
    if (settings.compose === undefined)
        return basePath;
    const mounts = await storage_mountsOf(site, settings);
    const mount = mounts
        .filter(({ inside }) => basePath === inside || basePath.startsWith(`${inside}/`))
        .toSorted((a, b) => b.inside.length - a.inside.length)[0];
    if (mount !== undefined)
        return mount.outside + basePath.slice(mount.inside.length);
    throw unknown(site, `${(0,bytestring.displayText)(basePath)} in the container is on no volume, and goes when the container does`, 'Put it on a volume first');
}
/** Volumes and folders of the host, where the first service's container has them. */
async function storage_mountsOf(site, settings) {
    const format = (0,quote/* quote */.h)((0,bytestring.fromText)('{{range .Mounts}}{{.Destination}}{{"\\t"}}{{.Source}}{{"\\n"}}{{end}}'));
    const script = `${firstContainer(settings)}"$engine" inspect -f ${format} "$id" </dev/null`;
    const lines = await linesOf(site, 'ask for the volumes of Kestra’s container', script);
    return lines
        .map((line) => line.split('\t'))
        .filter(([inside, outside]) => inside?.startsWith('/') && outside?.startsWith('/'))
        .map(([inside = '', outside = '']) => ({ inside, outside }));
}
function unknown({ host }, what, next) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot back up Kestra on "${host.name}": of its internal storage, ${what}, expected a folder of the host or a bucket: executions name files ` +
        `in it. ${next}.`);
}

// EXTERNAL MODULE: ./build/files/streaming-command.js
var streaming_command = __webpack_require__(23952);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/apps/kestra/stored-names.js

/** 64 MiB of memory: what is more isn't looked at, and that is said. */
const MAX_NAMES = 4_000_000;
const FIRST_SLOTS = 1 << 12;
/** Of a name's hash: what a double holds exactly. */
const HASH_BYTES = 6;
/**
 * The names of a storage's files, to be asked whether it has one. Kept are 48 bits of each name's hash: that a name is taken
 * for another's happens once in some 70 million questions, and then a missing file is overlooked, never a present one missed.
 */
class StoredNames {
    #slots = new Float64Array(FIRST_SLOTS);
    #size = 0;
    /** False: there are too many. */
    add(name) {
        if (this.#size >= MAX_NAMES)
            return false;
        if (this.#size * 2 >= this.#slots.length)
            this.#grow();
        if (place(this.#slots, hashOf(name)))
            this.#size++;
        return true;
    }
    has(name) {
        const hash = hashOf(name);
        const mask = this.#slots.length - 1;
        for (let i = hash % this.#slots.length;; i = (i + 1) & mask) {
            const there = this.#slots[i];
            if (there === hash)
                return true;
            if (there === 0)
                return false;
        }
    }
    #grow() {
        const slots = new Float64Array(this.#slots.length * 2);
        for (const hash of this.#slots)
            if (hash !== 0)
                place(slots, hash);
        this.#slots = slots;
    }
}
/** False: it is there. */
function place(slots, hash) {
    const mask = slots.length - 1;
    for (let i = hash % slots.length;; i = (i + 1) & mask) {
        if (slots[i] === hash)
            return false;
        if (slots[i] !== 0)
            continue;
        slots[i] = hash;
        return true;
    }
}
/** Never 0, which is an empty slot. */
function hashOf(name) {
    return (0,external_node_crypto_.createHash)('sha256').update(name, 'utf8').digest().readUIntBE(0, HASH_BYTES) || 1;
}

;// CONCATENATED MODULE: ./build/apps/kestra/uris.js









/** Kept by name, and looked for once more; further ones are only counted. */
const MAX_KEPT = 1000;
const MAX_SHOWN = 10;
/** As `checkUris`; what can't be looked at is told: a backup is worth more than what is known of it. */
async function lookForUris(site, where) {
    try {
        return await checkUris(site, where);
    }
    catch (error) {
        if (site.signal.aborted || !(error instanceof errors/* HoldfastError */.E))
            throw error;
        site.onWarning(`Kestra: nobody could look for the files that executions name: ${error.message}`);
        return {};
    }
}
/**
 * Looks whether the files that executions name by `kestra:///` are in the internal storage; what is missing is told. Names are
 * listed first, then executions are read: of what came meanwhile each is looked for once more.
 * @returns What the record says of it; nothing where it could not be looked at.
 */
async function checkUris(site, { backend, database, storage }) {
    if (database?.select === undefined || (backend !== 'postgresql' && backend !== 'mysql'))
        return {};
    const names = await namesOf(site, storage);
    if (names === null) {
        site.onInfo('Kestra: its internal storage has too many files to look for those that executions name.');
        return {};
    }
    let checked = 0;
    let uncertain = 0;
    const missing = [];
    for await (const file of namedFiles(site, backend, database)) {
        checked++;
        if (names.has(file.path))
            continue;
        if (missing.length < MAX_KEPT)
            missing.push(file);
        else
            uncertain++;
    }
    const gone = await stillMissing(site, storage, missing);
    tell(site, gone, uncertain);
    return {
        uris_checked: String(checked),
        uris_missing: String(gone.length + uncertain),
        executions_with_missing_files: String(new Set(gone.map(({ execution }) => execution)).size),
    };
}
function tell(site, gone, uncertain) {
    if (gone.length === 0)
        return;
    const shown = gone
        .slice(0, MAX_SHOWN)
        .map(({ execution, path }) => `${(0,bytestring.displayText)(execution)} (${(0,bytestring.displayText)(path)})`);
    const count = gone.length + uncertain;
    const more = count > shown.length ? `, and ${count - shown.length} more` : '';
    site.onWarning(`Kestra: ${count === 1 ? 'a file' : `${count} files`} that executions name ${count === 1 ? 'is' : 'are'} not in the internal storage: ${shown.join(', ')}${more}.`);
}
/** Null: there are too many to keep. */
async function namesOf(site, storage) {
    const names = new StoredNames();
    const all = storage.kind === 'folder' ? filesBelow(site, storage.path) : objectsOf(site, storage.url);
    for await (const name of all)
        if (!names.add(name))
            return null;
    return names;
}
async function* objectsOf({ env, signal, onInfo }, url) {
    const store = await (0,bucket/* parseBucket */.W)(url, 'the option bucket', env).open(onInfo);
    try {
        for await (const page of store.list(signal))
            for (const { key } of page)
                if (key !== null)
                    yield key;
    }
    finally {
        store.close();
    }
}
async function* filesBelow({ host, signal }, folder) {
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} && find . -type f -print0`;
    const errors = [];
    const command = await streaming_command/* StreamingCommand */.O.start(host, script, {
        onErrorLine: (line) => void (errors.length < MAX_SHOWN && errors.push(line)),
        signal,
    });
    try {
        let rest = '';
        for await (const chunk of command.output()) {
            const pieces = (rest + chunk.toString('latin1')).split('\0');
            rest = pieces.pop() ?? '';
            for (const piece of pieces)
                yield nameOf(piece.slice(2));
        }
        const exit = await command.finish();
        if (!(0,exit_status/* isSuccess */.o)(exit))
            throw new hosts_output/* CommandFailure */.qi('list Kestra’s internal storage', host, {
                exit,
                stderr: Buffer.from(errors.join('\n'), 'latin1'),
            });
    }
    finally {
        await command.end();
    }
}
function nameOf(path) {
    return (0,bytestring.toText)(path) ?? path;
}
/** PostgreSQL gives the URIs alone; MySQL knows no such question, and gives the executions that name some. */
async function* namedFiles({ host, signal }, backend, database) {
    const select = database.select?.bind(database) ?? (() => []);
    if (backend === 'postgresql') {
        for await (const [key, tenant, uri] of select(host, POSTGRESQL_URIS, signal))
            yield {
                execution: nameOf(key ?? ''),
                path: pathOf(tenant ?? '', uri ?? ''),
            };
        return;
    }
    for await (const [key = '', json = ''] of select(host, MYSQL_EXECUTIONS, signal)) {
        const { tenant, isDeleted } = executionIn(nameOf(json));
        if (isDeleted)
            continue;
        for (const [, uri = ''] of json.matchAll(/"kestra:\/\/\/([^"\\]+)"/g))
            yield { execution: nameOf(key), path: pathOf(tenant, uri) };
    }
}
/** Values that are a URI as a whole: what stands in a text is no file that Kestra would look for. */
const POSTGRESQL_URIS = `SELECT e.key, COALESCE(e.value->>'tenantId', ''), found[1]
FROM executions AS e, regexp_matches(e.value::text, '"kestra:///([^"\\\\]+)"', 'g') AS found
WHERE COALESCE(e.value->>'deleted', 'false') <> 'true'`;
const MYSQL_EXECUTIONS = "SELECT `key`, CAST(value AS CHAR) FROM executions WHERE CAST(value AS CHAR) LIKE '%\"kestra:///%'";
function executionIn(json) {
    try {
        const { tenantId, deleted } = JSON.parse(json);
        return { tenant: typeof tenantId === 'string' ? tenantId : '', isDeleted: deleted === true };
    }
    catch {
        return { tenant: '', isDeleted: false };
    }
}
/** As Kestra's storage has it: a tenant's files are below its name. */
function pathOf(tenant, uri) {
    const text = nameOf(uri);
    const path = decoded(text.replace(/[?#].*$/, ''));
    return tenant === '' ? path : `${tenant}/${path}`;
}
function decoded(path) {
    try {
        return decodeURIComponent(path);
    }
    catch {
        return path;
    }
}
async function stillMissing(site, storage, files) {
    if (files.length === 0)
        return [];
    if (storage.kind === 'bucket')
        return missingObjects(site, storage.url, files);
    const there = new Set();
    const at = (path) => `${storage.path}/${path}`;
    for (const path of await present(site, files.map(({ path: name }) => at(name))))
        there.add(path);
    return files.filter(({ path }) => !there.has(at(path)));
}
async function missingObjects({ env, signal, onInfo }, url, files) {
    const store = await (0,bucket/* parseBucket */.W)(url, 'the option bucket', env).open(onInfo);
    try {
        const gone = [];
        for (const file of files)
            if ((await store.find(file.path, signal)) === null)
                gone.push(file);
        return gone;
    }
    finally {
        store.close();
    }
}

;// CONCATENATED MODULE: ./build/apps/kestra/backup.js














async function planKestraBackup(site, settings) {
    const own = await ownFiles(site, settings);
    const configuration = await readConfiguration(site, settings);
    const backend = backendOf(site, settings, configuration);
    await state_stateOf(site, settings); // one that is half stopped is told now
    const storage = await storageOf(site, settings, configuration);
    const database = databaseOf(site, settings, { backend, configuration });
    const h2 = backend === 'h2' ? [await h2Of(site, settings)] : [];
    const paths = [...own, ...h2, ...(storage.kind === 'folder' ? [storage.path] : [])];
    const schema = await lookAtDatabase(site, backend, database);
    if (schema['schema_version'] === undefined && backend !== 'h2' && backend !== 'elasticsearch')
        site.onInfo('Kestra’s database is dumped by a command: nobody looks at its tables.');
    await warnOfShortGrace(site, settings);
    warnOfSecrets(site, settings, configuration);
    let before = {};
    return {
        paths: outermost(paths).map(bytestring.fromText),
        excludes: [],
        control: kestra_control_controlOf(settings),
        nodes: [],
        databases: database === null ? [] : [database],
        buckets: storage.kind === 'bucket' ? [(0,bucket/* parseBucket */.W)(storage.url, 'the option bucket', site.env)] : [],
        hooks: hooksOf(settings),
        beforeStop: async (place) => {
            // Asked again: what an earlier run had left stopped runs by now.
            const state = await state_stateOf(place, settings);
            const running = state === 'runs' ? await awaitExecutions(place, settings, database) : {};
            const uris = settings['check-uris'] ? await lookForUris(place, { backend, database, storage }) : {};
            before = { ...running, ...uris };
        },
        whileStopped: async (place) => ({
            ...before,
            ...(await backup_whileStopped(place, settings, backend)),
            ...(await backUpMetadata(place, settings, storage)),
        }),
        afterReading: (place) => backup_requireStopped(place, settings),
        judgeDumps: warningsOf,
        record: {
            profile: 'kestra',
            version: await state_versionOf(site, settings),
            settings,
            facts: {
                ...schema,
                ...kestra_backup_factsOf({ backend, storage, database, configuration, settings }),
                host: (await linesOf(site, 'ask for the host’s name', 'uname -n'))[0] ?? '',
            },
            running: false,
        },
    };
}
/** What a host must have that is to run it: configuration with its secret keys, plugins, and what starts it. */
async function ownFiles(site, settings) {
    const { compose, overrides, configuration, plugins, files } = settings;
    const own = [...(compose === undefined ? [] : [compose]), ...overrides];
    const named = [...own, ...configuration, ...plugins, ...files];
    const there = await present(site, named);
    const missing = named.find((path) => !there.includes(path));
    if (missing !== undefined) {
        throw new errors/* HoldfastError */.E('source-missing', `Cannot back up Kestra on "${site.host.name}": there is no ${missing}, expected what compose, configuration, plugins and files name. Correct the ` +
            'option, or see whether a disk isn’t mounted.');
    }
    if (compose === undefined)
        return there;
    const folder = compose.replace(/\/[^/]*$/, '');
    const merged = ['docker-compose', 'compose'].flatMap((name) => ['yml', 'yaml'].map((end) => `${folder}/${name}.override.${end}`));
    const [forgotten] = (await present(site, merged)).filter((path) => !own.includes(path));
    if (forgotten !== undefined)
        site.onWarning(`${(0,bytestring.displayText)(forgotten)} is not named (overrides): it is neither merged into ${(0,bytestring.displayText)(compose)} here, nor saved.`);
    return [...there, ...(await present(site, [`${folder}/.env`]))];
}
async function h2Of(site, { h2 }) {
    if (h2 !== undefined && (await present(site, [`${h2}/database.mv.db`])).length > 0)
        return h2;
    throw state_unfit(site, h2 === undefined ? 'its data is in H2, and nobody says where' : `there is no ${h2}/database.mv.db`, 'expected the folder of that file. Give h2=/FOLDER');
}
/** Each once, and none that is below another. */
function outermost(paths) {
    const each = [...new Set(paths)];
    return each.filter((path) => !each.some((other) => path.startsWith(`${other}/`)));
}
function warnOfSecrets(site, settings, { hasSecretKey }) {
    if (hasSecretKey)
        return;
    site.onWarning(settings.compose === undefined && settings.configuration.length === 0
        ? 'No file of Kestra’s configuration is saved: name it (configuration), for nothing encrypted can be read without its kestra.encryption.secret-key.'
        : 'What is saved of Kestra’s configuration holds no kestra.encryption.secret-key: if it has one, keep it, for nothing encrypted can be read without it.');
}
/** Of several parts, one that was started beside us is enough to make what was read worthless. */
async function backup_requireStopped(place, settings) {
    if ((await state_stateOf(place, settings)) === 'stopped')
        return;
    throw state_unfit(place, 'it runs, although it was stopped', 'expected it to stay so. See what starts it (restart: always, another person)');
}
async function backup_whileStopped(place, settings, backend) {
    await backup_requireStopped(place, settings);
    const killed = await wereKilled(place, settings);
    if (killed === null)
        return {};
    if (backend === 'h2')
        throw state_unfit(place, `${killed} was killed before it had ended, and H2 isn’t whole then`, 'expected it to end by itself. Give it more time: stop-limit');
    place.onWarning(`Kestra’s ${killed} was killed before it had ended: its tasks were cut off. Give it more time: stop-limit.`);
    return { killed };
}
function kestra_backup_factsOf({ backend, storage, database, configuration, settings, }) {
    const isKafka = settings.queue === 'kafka' || (settings.queue === 'auto' && configuration.queue === 'kafka');
    return {
        backend,
        queue: isKafka ? 'kafka' : 'database',
        storage: storage.kind === 'folder' ? storage.path : storage.url,
        ...(database === null ? {} : { database_url: database.shown }),
    };
}

;// CONCATENATED MODULE: ./build/apps/kestra/checks.js




/** What proves a restored Kestra: by its files alone, and by its own state. Its database is compared by its fingerprint. */
function kestraChecks(settings, { facts }) {
    const { storage = '', backend } = facts;
    const own = [...(settings.compose === undefined ? [] : [settings.compose]), ...settings.configuration];
    const file = (name, title, script) => scriptCheck({ name, title, needs: 'files' }, script);
    return [
        ...(own.length === 0 ? [] : [file('configuration', 'Its configuration is there', configuration(own))]),
        ...(storage.startsWith('/')
            ? [file('storage', 'Its internal storage holds files', checks_filesBelow(storage))]
            : []),
        ...(backend === 'h2' ? [file('h2', 'Its H2 database begins as such', h2File(settings.h2 ?? ''))] : []),
        commandCheck({ name: 'status', title: 'All of its parts run', needs: 'software' }, kestra_control_controlOf(settings).status ?? 'false'),
    ];
}
function configuration(files) {
    return `proved=0
for file in ${(0,quote/* quoteAll */._)(files.map(bytestring.fromText))}; do
  [ -s "$root$file" ] || { echo "$file is not there, or is empty"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;
}
function checks_filesBelow(folder) {
    const name = (0,quote/* quote */.h)((0,bytestring.fromText)(folder));
    return `[ -d "$root"${name} ] || { echo "there is no "${name}; exit 1; }
find "$root"${name} -type f | wc -l`;
}
function h2File(folder) {
    return `case $(head -c 4 "$root"${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))}/database.mv.db | tr -d '\\0') in
  H:2,) echo 1 ;;
  *) echo 'database.mv.db has no header of H2'; exit 1 ;;
esac`;
}

;// CONCATENATED MODULE: ./build/apps/kestra/restore.js













async function planKestraRestore(site, settings, { record, dumps }) {
    const { facts } = record;
    const isThere = await isInstalled(site, settings);
    if (isThere)
        await requireFit(site, settings, record.version);
    const control = restoredControlOf(settings);
    const database = (settings.database ?? settings.search ?? facts['database_url'])?.replace(/^elasticsearch:/, 'opensearch:');
    const urls = { into: settings['restore-into'], from: database === undefined ? [] : [database] };
    await requireAccount(site, settings);
    requireMetadata(site, settings, facts);
    requireSamePlace(site, settings, facts);
    const databases = databaseSteps(dumps, urls, site);
    const starts = await mayStart(site, settings, facts['host']);
    return {
        steps: [
            ...(isThere ? [stopStep('Kestra', control)] : []),
            {
                kind: 'files',
                title: 'put the files back',
                part: { folder: null, target: null, includes: [], excludes: [] },
            },
            ...bucketSteps(site, settings, facts),
            ...databases,
            ...databases.flatMap((step) => migrationsStep(step)),
            ...urisStep(databases, settings, facts),
            ...enterpriseSteps(settings, facts),
            ...(starts ? [startStep('Kestra', control)] : []),
        ],
    };
}
/** @throws HoldfastError restore-blocked: a plain process that can't be started is found out now, and not once all is back. */
async function requireAccount(site, { user, command, 'pid-file': pidFile }) {
    const isUsed = pidFile !== undefined || command !== undefined;
    if (!isUsed || user === 'root' || (await hasAccount(site, user)))
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Kestra to "${site.host.name}": there is no account ${JSON.stringify((0,bytestring.displayText)(user))}, expected the one that it runs as. Make it, or name another by user.`);
}
/** @throws HoldfastError restore-blocked: files go back where they were. */
function requireSamePlace({ host }, { storage }, facts) {
    const { storage: saved } = facts;
    if (storage === undefined || saved === undefined || storage === saved)
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Kestra’s internal storage on "${host.name}" to ${(0,bytestring.displayText)(storage)}: it was saved from ${(0,bytestring.displayText)(saved)}, expected that place. Restore that ` +
        'folder alone with --target first, or mount the other one there.');
}
/** @throws HoldfastError restore-blocked where it was asked for, and the snapshot has none. */
function requireMetadata(site, settings, facts) {
    const { metadata_uri: uri } = facts;
    // It becomes a word of a command.
    if (uri !== undefined ? /^kestra:\/\/\/\S+$/.test(uri) : settings['restore-metadata'] !== 'yes')
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot give Kestra on "${site.host.name}" its own backup of its metadata: the snapshot ${uri === undefined ? 'was made without (metadata)' : 'names none'}, expected one. Leave ` +
        'restore-metadata out, or choose another snapshot.');
}
/** Of a host that is new, what would run it comes with the files. */
async function isInstalled(site, settings) {
    const { compose, 'pid-file': pidFile, units } = settings;
    if (compose !== undefined)
        return (await present(site, [compose])).length > 0;
    if (pidFile !== undefined)
        return (await present(site, [pidFile])).length > 0;
    const script = `systemctl cat ${(0,quote/* quote */.h)((0,bytestring.fromText)(units[0] ?? ''))} </dev/null >/dev/null 2>&1 && echo y; true`;
    return (await linesOf(site, 'ask systemd for Kestra', script))[0] === 'y';
}
/** @throws HoldfastError restore-blocked for an older version: its database's migrations go forward only. */
async function requireFit(site, settings, saved) {
    await state_stateOf(site, settings, { mayBeAbsent: true });
    if (saved === null || settings['any-version'])
        return;
    const there = await state_versionOf(site, settings);
    if (there === null || compareVersions(there, saved) >= 0)
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Kestra ${(0,bytestring.displayText)(saved)} to "${site.host.name}": ${(0,bytestring.displayText)(there)} is installed there, expected that version or a newer one, for its ` +
        'database can’t go back. Install that first (the image of the compose file), or say any-version=true.');
}
async function mayStart(site, settings, savedOn) {
    if (settings.start !== 'auto')
        return settings.start === 'yes';
    const [host = ''] = await linesOf(site, 'ask for the host’s name', 'uname -n');
    if (savedOn === undefined || host === savedOn)
        return true;
    site.onInfo(`Kestra is not started: on another host than ${(0,bytestring.displayText)(savedOn)} a restored copy fires the schedules that it missed. Isolate it first; start=yes starts it.`);
    return false;
}
/** A dump that was restored and compared may still be of a database that was half migrated. */
function migrationsStep(step) {
    if (step.kind !== 'database' || step.into.select === undefined)
        return [];
    const { into } = step;
    return [
        {
            kind: 'run',
            title: 'see that all migrations of its database have succeeded',
            run: async (site) => void (await migrationsOf(site, into)),
        },
    ];
}
/** Database and storage must match: what is missing that was there when it was saved is told. */
function urisStep(databases, settings, facts) {
    const [step] = databases;
    const { backend } = facts;
    const isAsked = settings['check-uris'] && (backend === 'postgresql' || backend === 'mysql');
    if (!isAsked || step?.kind !== 'database' || step.into.select === undefined)
        return [];
    const { into } = step;
    return [
        {
            kind: 'run',
            title: 'look for the files that its executions name',
            run: async (site) => {
                const now = await lookForUris(site, { backend, database: into, storage: storageIn(settings, facts) });
                const before = Number(facts['uris_missing'] ?? 0);
                if (Number(now['uris_missing'] ?? 0) > before)
                    site.onWarning(`Kestra: ${before} of these were missing when it was saved, and ${now['uris_missing']} are now: database and storage don’t match.`);
            },
        },
    ];
}
/** Its storage is back before it starts, and where it is a bucket before its database: the larger part fails first. */
function bucketSteps({ env }, settings, facts) {
    const { storage = '' } = facts;
    if (!storage.startsWith('s3:'))
        return [];
    const { name } = (0,bucket/* parseBucket */.W)(storage, 'the bucket in the snapshot', env);
    const url = settings['restore-bucket'] ?? storage;
    return [
        {
            kind: 'bucket',
            title: `put its internal storage back into ${(0,bytestring.displayText)(url)}`,
            name,
            into: (0,bucket/* parseBucket */.W)(url, 'the option restore-bucket', env),
            replace: settings['replace-objects'],
        },
    ];
}
/** Where it is after this restore. */
function storageIn(settings, facts) {
    const { storage = '/' } = facts;
    return storage.startsWith('s3:')
        ? { kind: 'bucket', url: settings['restore-bucket'] ?? storage }
        : { kind: 'folder', path: storage };
}
/** Its own backup goes in before the queue is filled, which is filled of what the repository has then. */
function enterpriseSteps(settings, facts) {
    const isKafka = facts['queue'] === 'kafka';
    const { 'restore-metadata': metadata, 'restore-queue': queue } = settings;
    const { metadata_uri: uri, metadata_summary: summary } = facts;
    const wantsMetadata = metadata === 'yes' || (metadata === 'auto' && isKafka);
    const command = queue === 'auto' ? (isKafka ? 'sys-ee' : 'no') : queue;
    const steps = [];
    if (wantsMetadata && uri !== undefined && summary !== undefined) {
        const title = 'give Kestra its own backup of its metadata';
        steps.push({ kind: 'run', title, run: (site) => restoreMetadata(site, settings, { uri, summary }) });
    }
    if (command !== 'no') {
        const title = 'fill Kestra’s queue again';
        steps.push({ kind: 'run', title, run: (site) => restoreQueue(site, settings, command) });
    }
    return steps;
}

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
;// CONCATENATED MODULE: ./build/apps/kestra/settings.js



/** A name that becomes a word of a command. */
const settings_name = schemas/* string */.YjP().regex(/^[A-Za-z0-9][A-Za-z0-9._@:-]*$/, 'expected a name');
/** s3:https://host/bucket/prefix */
const bucketUrl = schemas/* string */.YjP()
    .regex(/^s3:/, 'expected s3:https://host/bucket/prefix')
    .refine((url) => isLocation(url), 'expected s3:https://host/bucket/prefix');
function isLocation(url) {
    try {
        (0,backends_location/* checkLocation */.c9)(url);
        return true;
    }
    catch {
        return false;
    }
}
const KESTRA_SCHEMA = schemas/* strictObject */.rej({
    compose: absolutePath().optional().describe('The compose file that runs it.'),
    overrides: schemas/* array */.YOg(absolutePath())
        .default([])
        .describe('Compose files that are merged into it, in their order.'),
    project: settings_name.optional().describe('The compose project, where it isn’t named as its folder.'),
    services: schemas/* array */.YOg(settings_name)
        .default(['kestra'])
        .describe('Its services in the compose file, in the order in which they are stopped: executor, scheduler, worker, webserver. The database is none of them.'),
    docker: absolutePath()
        .or(settings_name)
        .default('docker')
        .describe('The program of the container engine, as a user of the host calls it.'),
    units: schemas/* array */.YOg(settings_name)
        .default([])
        .describe('systemd’s units that run it, in the order in which they are stopped.'),
    'pid-file': absolutePath()
        .optional()
        .describe('Of a plain process: the file that holds its number. It is written when it is started.'),
    'start-command': command()
        .optional()
        .describe('Of a plain process: the program that runs it, with its words, as a shell takes them.'),
    'log-file': absolutePath()
        .default('/dev/null')
        .describe('Of a plain process: where what it prints goes.'),
    user: schemas/* string */.YjP()
        .min(1)
        .default('root')
        .describe('Of a plain process, and of command: the account that it runs as.'),
    health: schemas/* string */.YjP()
        .regex(/^https?:\/\/[^\s'"]+$/, 'expected http://HOST:PORT/health')
        .optional()
        .describe('Its health as the host sees it, such as http://127.0.0.1:8081/health: started is only what says UP there.'),
    'stop-limit': span()
        .default('5m30s')
        .describe('How long it may take to stop: its own grace for tasks is 5 minutes.'),
    'start-limit': span().default('4m').describe('How long it may take to come up.'),
    configuration: schemas/* array */.YOg(absolutePath())
        .default([])
        .describe('Files of its configuration, with its secret keys: they are saved, and read for what follows.'),
    plugins: schemas/* array */.YOg(absolutePath()).default([]).describe('Folders of plugins.'),
    files: schemas/* array */.YOg(absolutePath())
        .default([])
        .describe('What else belongs to it: files of SECRET_ variables, units, certificates.'),
    backend: schemas/* enum */.k5n(['auto', 'postgresql', 'mysql', 'h2', 'elasticsearch'])
        .default('auto')
        .describe('Where its data is. auto: as its configuration says.'),
    database: schemas/* string */.YjP()
        .optional()
        .describe('URL of its PostgreSQL or MySQL database. Default: as the configuration says, with the password in HOLDFAST_DATABASE_PASSWORD.'),
    search: schemas/* string */.YjP()
        .optional()
        .describe('With elasticsearch: URL of the cluster with a registered snapshot repository: opensearch://user@host:9200/backups.'),
    h2: absolutePath().optional().describe('With h2: the folder that holds database.mv.db.'),
    queue: schemas/* enum */.k5n(['auto', 'database', 'kafka'])
        .default('auto')
        .describe('Where its queue is. auto: as its configuration says.'),
    storage: absolutePath()
        .optional()
        .describe('Internal storage in a folder of the host. Default: as the configuration says.'),
    bucket: bucketUrl
        .optional()
        .describe('Internal storage in a bucket: s3:https://host/bucket/prefix. It is saved object by object.'),
    metadata: schemas/* enum */.k5n(['none', 'full', 'tenant'])
        .default('none')
        .describe('Enterprise edition: make its own backup of metadata first, of all or of one tenant, and save that, too.'),
    tenant: settings_name.optional().describe('Which tenant, with metadata=tenant.'),
    'include-data': schemas/* boolean */.zMY()
        .default(false)
        .describe('With metadata: executions and logs as well (Kestra 0.22 and newer).'),
    command: command()
        .optional()
        .describe('How its command line is called where no compose file runs it: /opt/kestra/kestra, with what it needs to find its configuration.'),
    'check-uris': schemas/* boolean */.zMY()
        .default(true)
        .describe('Look whether the files that executions name are in the internal storage.'),
    'running-executions': schemas/* enum */.k5n(['go-on', 'wait', 'fail'])
        .default('go-on')
        .describe('What to do when executions run: Kestra takes them up again when it is started.'),
    'executions-limit': span().default('30m').describe('How long to wait for them; then it fails.'),
    'restore-into': schemas/* array */.YOg(schemas/* string */.YjP())
        .default([])
        .describe('Databases that dumps go back into, where they are others than they were taken from.'),
    'restore-bucket': bucketUrl
        .optional()
        .describe('For a restore: the bucket that internal storage goes into, where it is another one.'),
    'replace-objects': schemas/* boolean */.zMY()
        .default(false)
        .describe('For a restore: replace objects that are others than were saved, in a bucket that keeps versions.'),
    'restore-metadata': schemas/* enum */.k5n(['auto', 'yes', 'no'])
        .default('auto')
        .describe('For a restore: give Kestra its own backup of metadata. auto: with a queue in Kafka.'),
    'to-tenant': settings_name.optional().describe('For that: into another tenant.'),
    'restore-queue': schemas/* enum */.k5n(['auto', 'sys-ee', 'sys', 'no'])
        .default('auto')
        .describe('For a restore: fill a fresh Kafka from the repository by this command of Kestra’s. auto: sys-ee, with a queue in Kafka.'),
    'any-version': schemas/* boolean */.zMY()
        .default(false)
        .describe('Restore also where an older version is installed than was saved.'),
    start: schemas/* enum */.k5n(['auto', 'yes', 'no'])
        .default('auto')
        .describe('For a restore: whether it is started. auto: not on another host, where it would fire the schedules that it missed.'),
    ...HOOK_SETTINGS,
})
    .refine(({ compose, units, 'pid-file': pidFile }) => [compose !== undefined, units.length > 0, pidFile !== undefined].filter(Boolean).length === 1, 'expected one of compose, units and pid-file: how it is run')
    .refine(({ 'pid-file': pidFile, 'start-command': start }) => (pidFile === undefined) === (start === undefined), 'expected both pid-file and start-command, or neither')
    .refine(({ services }) => services.length > 0, 'expected a service')
    .refine(({ metadata, tenant }) => (metadata === 'tenant') === (tenant !== undefined), 'expected tenant with metadata=tenant, and only then')
    .refine(({ metadata, compose, command: cli }) => metadata === 'none' || compose !== undefined || cli !== undefined, 'expected command with metadata: how Kestra’s command line is called')
    .refine(({ storage, bucket }) => storage === undefined || bucket === undefined, 'expected internal storage in a folder or in a bucket, not both');

;// CONCATENATED MODULE: ./build/apps/kestra.js





/** Kestra, open source and Enterprise: by a compose file, by systemd, or as a plain process. */
const kestra = {
    name: 'kestra',
    title: 'Kestra',
    schema: KESTRA_SCHEMA,
    async detect(site) {
        const script = `for file in /opt/kestra/docker-compose.yml /opt/kestra/compose.yaml /srv/kestra/docker-compose.yml; do
  [ ! -e "$file" ] || { echo "$file"; exit 0; }
done; true`;
        const [compose = ''] = await linesOf(site, 'look for Kestra', script);
        return compose === '' ? null : { compose };
    },
    foresee: kestra_foresee,
    planBackup: planKestraBackup,
    planRestore: planKestraRestore,
    checks: kestraChecks,
};
function kestra_foresee({ compose, overrides, configuration, plugins, files, h2, storage, }) {
    const named = [compose, h2, h2 && `${h2}/database.mv.db`, storage].filter((path) => path !== undefined);
    return { paths: [...named, ...overrides, ...configuration, ...plugins, ...files], needsVolume: false };
}

;// CONCATENATED MODULE: ./build/apps/looker/settings.js


const LOOKER_SCHEMA = schemas/* strictObject */.rej({
    user: schemas/* string */.YjP().min(1).default('looker').describe('The account that Looker runs as.'),
    home: absolutePath().default('/home/looker').describe('Its home folder.'),
    folder: absolutePath()
        .optional()
        .describe('Where looker.jar and the start script are. Default: looker in the home folder.'),
    'system-files': schemas/* array */.YOg(absolutePath())
        .default(['/etc/init.d/looker', '/etc/systemd/system/looker.service', '/etc/default/looker'])
        .describe('What starts it, outside of its home; those that are there are saved.'),
    certificates: schemas/* array */.YOg(absolutePath())
        .default([])
        .describe('Certificates and keys signed by an authority, outside of its home.'),
    'shared-storage': absolutePath()
        .optional()
        .describe('A cluster’s shared folder. Default: as lookerstart.cfg says.'),
    ssl: schemas/* boolean */.zMY()
        .default(true)
        .describe('Save .ssl, which by default holds a self-signed certificate only.'),
    log: schemas/* boolean */.zMY().default(false).describe('Save log.'),
    models: schemas/* boolean */.zMY().default(false).describe('Save models, which come from git.'),
    backend: schemas/* enum */.k5n(['auto', 'hsqldb', 'mysql'])
        .default('auto')
        .describe('Where Looker’s own data is. auto: as its configuration says.'),
    database: schemas/* string */.YjP()
        .optional()
        .describe('URL of the MySQL database. Default: as the configuration says, with the password in HOLDFAST_DATABASE_PASSWORD.'),
    'restore-into': schemas/* string */.YjP()
        .optional()
        .describe('URL of the database that a restore fills, where it is another one.'),
    nodes: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]).describe('The other nodes of a cluster: ssh://user@host.'),
    'single-node': schemas/* boolean */.zMY()
        .default(false)
        .describe('It is configured as a cluster, and this is its only node.'),
    service: schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('systemd’s unit that runs it, such as looker: it is stopped and started by systemctl.'),
    'stop-limit': span()
        .default('2m')
        .describe('How long it may take to stop; its own stop command gives up after 30 s.'),
    'start-limit': span().default('5m').describe('How long it may take until its status says that it runs.'),
    unclean: schemas/* enum */.k5n(['fail', 'warn'])
        .default('fail')
        .describe('What becomes of a backup whose HSQLDB was not closed in order.'),
    'version-command': command()
        .default('java -jar looker.jar --version')
        .describe('Prints Looker’s version, run in its folder.'),
    'environment-files': schemas/* array */.YOg(absolutePath())
        .default(['/etc/default/looker'])
        .describe('Files of variables that it is started with.'),
    'keystore-independent': schemas/* boolean */.zMY()
        .default(false)
        .describe('Encrypt Looker’s keys for this backup with a key of its own, so that it can be restored without the old keystore.'),
    'key-to': schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('Where that key is kept: a folder of this machine, or s3:https://host/bucket/prefix. Never with the backup.'),
    'key-recipients': schemas/* array */.YOg(schemas/* string */.YjP()).default([]).describe('age public keys that it is encrypted for.'),
    'key-identity-file': schemas/* string */.YjP()
        .min(1)
        .optional()
        .describe('For a restore: a file with the age secret key. Default: HOLDFAST_KEY_IDENTITY.'),
    'replace-newer': schemas/* boolean */.zMY()
        .default(false)
        .describe('Restore although a newer version is installed, which is replaced.'),
    ...HOOK_SETTINGS,
})
    .refine((settings) => !settings['keystore-independent'] ||
    (settings['key-to'] !== undefined && settings['key-recipients'].length > 0), 'expected key-to and key-recipients with keystore-independent: the key must be kept in a place of its own, encrypted');
function folderOf({ folder, home }) {
    return folder ?? `${home}/looker`;
}

;// CONCATENATED MODULE: ./build/apps/looker/configuration.js



async function configuration_readConfiguration(site, settings) {
    const folder = folderOf(settings);
    const files = [
        ...new Set([`${folder}/lookerstart.cfg`, ...settings['environment-files'], ...settings['system-files']]),
    ];
    const variables = new Map();
    let masterKeyIn = null;
    for (const file of files) {
        const found = variablesIn((await readText(site, file)) ?? '');
        if ((found.get('LKR_MASTER_KEY_ENV') ?? '') !== '')
            masterKeyIn ??= file;
        for (const [name, value] of found)
            variables.set(name, variables.get(name) ?? value);
    }
    const args = variables.get('LOOKERARGS') ?? '';
    const yaml = await readText(site, `${folder}/looker-db.yml`);
    const words = variables.get('LOOKER_DB') ?? '';
    return {
        variables,
        masterKeyIn,
        sharedStorage: /--shared-storage-dir[= ]+["']?([^\s"']+)/.exec(args)?.[1] ?? null,
        isClustered: /(^|\s)--clustered(\s|$)/.test(args),
        mysql: words !== '' ? mysqlInWords(words) : yaml !== null ? mysqlInYaml(yaml) : null,
    };
}
/** `dialect=mysql&host=…&username=…&password=…&database=…&port=…` */
function mysqlInWords(words) {
    const said = new URLSearchParams(words);
    return configuration_place((name) => said.get(name));
}
/** Of a file of plain `key: value` lines. */
function mysqlInYaml(yaml) {
    return configuration_place((name) => new RegExp(`^\\s*${name}:\\s*["']?([^"'\\s#]+)`, 'm').exec(yaml)?.[1] ?? null);
}
function configuration_place(read) {
    return { host: read('host'), port: read('port'), user: read('username'), database: read('database') };
}

;// CONCATENATED MODULE: ./build/apps/looker/control.js






/** What `./looker status` exits with when nobody listens. */
const NOBODY_LISTENS = 7;
/**
 * `stop` and `start` exit 0 whatever came of them, so neither is believed. Stopped is: nobody listens, and the process that
 * ran before is gone, which can be long after `stop` has given up. That it runs only its status says.
 */
function looker_control_controlOf(settings) {
    const { user, service } = settings;
    const here = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folderOf(settings)))} || exit 9\n`;
    const unit = service === undefined ? null : (0,quote/* quote */.h)((0,bytestring.fromText)(service));
    const limitSeconds = Math.ceil((0,duration/* parseDuration */.E)(settings['stop-limit'], 'stop-limit') / 1000);
    return {
        stop: [
            unit === null
                ? (0,as_user/* scriptAs */.a)(user, `${here}${REMEMBER}./looker stop </dev/null\n${untilGone(limitSeconds)}`)
                : `systemctl stop ${unit} || exit 1\n${(0,as_user/* scriptAs */.a)(user, `${here}${REMEMBER}${untilGone(limitSeconds)}`)}`,
        ],
        settleMs: Math.max(limitSeconds * 1000, (0,duration/* parseDuration */.E)(settings['start-limit'], 'start-limit')),
        start: [
            unit === null
                ? (0,as_user/* scriptAs */.a)(user, `${here}${REMEMBER}${onceGone(limitSeconds)}./looker start </dev/null`)
                : `systemctl start ${unit}`,
        ],
        status: (0,as_user/* scriptAs */.a)(user, `${here}./looker status </dev/null >/dev/null 2>&1\n${STATUS}`),
    };
}
/** The process that runs, by number and start time: a number may soon be another's. */
const REMEMBER = `${process_mark/* RUNS */.p}
pid= start= ran=
{ read -r pid rest <.tmp/looker.pid; } 2>/dev/null
start_of "$pid" && ran=$start
`;
function untilGone(limitSeconds) {
    return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limitSeconds}))
while :; do
  ./looker status </dev/null >/dev/null 2>&1
  code=$?
  lives=no
  [ -n "$ran" ] && runs "$pid" "$ran" && lives=yes
  [ $code -eq ${NOBODY_LISTENS} ] && [ $lives = no ] && exit 0
  IFS=' .' read -r now rest </proc/uptime
  [ "$now" -lt $until ] || break
  sleep 0.2 2>/dev/null || sleep 1
done
echo "Looker is still there ${limitSeconds} s after its stop command: status $code, process \${pid:-unknown} lives: $lives" >&2
exit 1`;
}
/**
 * Where a stop was cut off its process may outlive its port, and `start` does nothing beside it. One that comes up meanwhile needs no
 * start.
 */
function onceGone(limitSeconds) {
    return `IFS=' .' read -r now rest </proc/uptime
until=$((now + ${limitSeconds}))
while [ -n "$ran" ] && runs "$pid" "$ran" && [ "$now" -lt $until ]; do
  ./looker status </dev/null >/dev/null 2>&1 && exit 0
  sleep 0.2 2>/dev/null || sleep 1
  IFS=' .' read -r now rest </proc/uptime
done
`;
}
/** Of a lease: 3 is stopped. */
const STATUS = `case $? in 0) exit 0 ;; ${NOBODY_LISTENS}) exit 3 ;; *) exit 9 ;; esac`;

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/archive/age.js + 1 modules
var age = __webpack_require__(46878);
// EXTERNAL MODULE: ./build/archive/open-store.js + 4 modules
var open_store = __webpack_require__(2663);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
;// CONCATENATED MODULE: ./build/apps/looker/key-file.js

const KEY_BYTES = 32;
/** @throws HoldfastError command-failed: it isn't what Looker writes. Nothing of it is shown. */
function parseKeyFile(json) {
    let parsed;
    try {
        parsed = JSON.parse(json.toString('utf8'));
    }
    catch {
        throw noKeyFile('it is not JSON');
    }
    const { dbmk, backup_uid: uid } = (parsed ?? {});
    if (typeof uid !== 'string' || uid === '')
        throw noKeyFile('it has no backup_uid');
    if (typeof dbmk !== 'string' || Buffer.from(dbmk.trim(), 'base64').length !== KEY_BYTES)
        throw noKeyFile(`its dbmk is not ${KEY_BYTES} bytes`);
    return { backupUid: uid, json };
}
function noKeyFile(what) {
    return new errors/* HoldfastError */.E('command-failed', `Cannot use the key file of Looker: ${what}, expected JSON with dbmk and backup_uid. See whether this Looker knows keystore-independent backups.`);
}

;// CONCATENATED MODULE: ./build/apps/looker/key-store.js






/** A variable of this machine that holds the age secret key, where no file is named. */
const IDENTITY_VARIABLE = 'HOLDFAST_KEY_IDENTITY';
/** Keeps a key file, encrypted, in the place of keys: durably, when this resolves. @throws What the place throws. */
async function keepKey({ backupUid, json }, settings, signal) {
    const place = settings['key-to'] ?? '';
    const name = key_store_nameOf(backupUid);
    const recipients = settings['key-recipients'];
    return withStore(place, async (store) => {
        async function* plain() {
            yield json;
        }
        await store.put(name, (0,age/* encrypt */.w)(plain(), { kind: 'recipients', recipients }), signal);
        return { location: place, name };
    });
}
/**
 * Sees before anything is stopped that a key can be encrypted, and where it can be told that there is a place for it: a folder;
 * a credential for a bucket may be one that only adds.
 * @throws HoldfastError bad-input; what the folder's store throws.
 */
async function requirePlace(settings, signal) {
    await (0,age/* assertRecipients */.jw)(settings['key-recipients']);
    const place = settings['key-to'] ?? '';
    await withStore(place, async (store) => {
        if (place.startsWith('s3:'))
            return;
        for await (const _ of store.list(signal))
            return;
    });
}
/**
 * The key file that a backup was made with.
 * @throws HoldfastError restore-blocked where it isn't to be had, or is of another backup. Nothing of it is shown.
 */
async function fetchKey(facts, settings, { env, signal }) {
    const { backup_uid: uid = '', key_place: recorded = '', key_name: name = key_store_nameOf(uid) } = facts;
    const place = settings['key-to'] ?? recorded;
    const identities = await readIdentities(settings['key-identity-file'], env);
    const cannot = `Cannot read the key file ${name} in "${place}"`;
    const sealed = await withStore(place, async (store) => {
        const pieces = [];
        for await (const piece of store.get(name, signal))
            pieces.push(piece);
        return Buffer.concat(pieces);
    }).catch((cause) => {
        throw key_store_blocked(`${cannot}: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
    });
    async function* bytes() {
        yield sealed;
    }
    const pieces = [];
    for await (const piece of (0,age/* decrypt */.Yc)(bytes(), { identities, passphrase: null }, cannot))
        pieces.push(piece);
    const key = parseKeyFile(Buffer.concat(pieces));
    if (key.backupUid === uid)
        return key;
    throw key_store_blocked(`${cannot}: it is of another backup, expected the one with backup_uid ${JSON.stringify(uid)}.`);
}
/** A place of keys holds nothing that is read along with a backup. @throws HoldfastError bad-input. */
function refusePlaceWithin(place, paths) {
    const folder = place.replace(/^local:/, '');
    const within = paths.find((path) => path === '/' || folder === path || folder.startsWith(`${path}/`));
    if (within === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot keep Looker’s key in ${JSON.stringify(place)}: it is below ${JSON.stringify(within)}, which is saved, expected the key never to be ` +
        'with the data that it opens. Give key-to another place.');
}
function key_store_nameOf(backupUid) {
    return `looker-${backupUid.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 150)}.keyfile.age`;
}
async function withStore(place, work) {
    const store = await (0,open_store.openArchiveStore)(place);
    try {
        return await work(store);
    }
    finally {
        await store.close();
    }
}
async function readIdentities(file, env) {
    const text = file === undefined
        ? (env[IDENTITY_VARIABLE] ?? '')
        : await (0,external_node_fs_promises_.readFile)(file, 'utf8').catch((cause) => {
            throw key_store_blocked(`Cannot read the identity in ${JSON.stringify(file)}: ${(0,system_error/* systemErrorText */.f9)(cause)}.`, cause);
        });
    const identities = text.split(/\s+/).filter((word) => word.startsWith('AGE-SECRET-KEY-'));
    if (identities.length > 0)
        return identities;
    throw key_store_blocked('Cannot restore a Looker that was saved independently of its keystore: there is no age secret key for its key file, expected one. ' +
        `Give key-identity-file, or set ${IDENTITY_VARIABLE}.`);
}
function key_store_blocked(message, cause) {
    return new errors/* HoldfastError */.E('restore-blocked', message, { cause });
}

;// CONCATENATED MODULE: ./build/apps/looker/keystore.js








const MAX_KEY_FILE_BYTES = 64 * 1024;
const CLEAN_WITHIN_MS = 5000;
/**
 * Makes the stopped Looker's database independent of its keystore: a key file is generated, kept encrypted in a place of its
 * own, and only then the database is encrypted anew with it. The key file never lies where it could be saved, and is gone
 * from the host when this ends.
 *
 * @param own The host as Looker's account.
 * @param paths What is saved: the key must not be in it.
 * @throws HoldfastError command-failed, application-unfit; what the key's place throws. Nothing was encrypted then, unless the message
 *   says so.
 */
async function makeIndependent(own, settings, { paths, signal }) {
    const site = { host: own, signal };
    const folder = await secretFolder(site, paths);
    try {
        const file = `${folder}/keyfile`;
        await runKeystoreCommand(site, settings, 'generate_keyfile_for_backup', file);
        const output = await (0,hosts_output/* runSuccessfully */.t7)(own, 'read the key file that Looker generated', `cat <${(0,quote/* quote */.h)((0,bytestring.fromText)(file))}`, {
            signal,
            limitBytes: MAX_KEY_FILE_BYTES,
        });
        const key = parseKeyFile(output.stdout);
        const kept = await keepKey(key, settings, signal);
        const before = await databaseSum(site, settings);
        await runKeystoreCommand(site, settings, 'keystore_independent_recrypt', file);
        if (before !== null && before === (await databaseSum(site, settings)))
            throw didNothing('keystore_independent_recrypt', 'its database is as it was');
        return { backup_uid: key.backupUid, key_place: kept.location, key_name: kept.name };
    }
    finally {
        await removeSecretFolder(own, folder);
    }
}
/** Gives the restored, stopped Looker its keys back from a key file that its backup was made with. */
async function restoreKeys(own, settings, { key, signal }) {
    const site = { host: own, signal };
    const folder = await secretFolder(site, []);
    try {
        const file = `${folder}/keyfile`;
        await (0,hosts_output/* runSuccessfully */.t7)(own, 'put the key file on the host', `umask 077; cat >${(0,quote/* quote */.h)((0,bytestring.fromText)(file))}`, {
            signal,
            stdin: key.json,
        });
        await runKeystoreCommand(site, settings, 'restore_dr_backup', file);
    }
    finally {
        await removeSecretFolder(own, folder);
    }
}
/**
 * A key file that somebody left where it is saved with the data that it opens.
 * @throws HoldfastError application-unfit that names it.
 */
async function refuseStrayKeys(own, folders) {
    const words = folders.map((folder) => (0,quote/* quote */.h)((0,bytestring.fromText)(folder))).join(' ');
    // A key file is tiny; Looker's jar is not, and isn't read.
    const script = `find -H ${words} -maxdepth 1 -type f -size -8 -exec grep -lE '^[[:space:]]*([{].*)?"dbmk"[[:space:]]*:' {} + 2>/dev/null; true`;
    const [stray = ''] = await linesOf(own, 'look for key files', script);
    if (stray === '')
        return;
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Looker on "${own.host.name}": the key file ${JSON.stringify(stray)} lies with the data that it opens, expected it ` +
        'in a place of its own. Move it away from this host.');
}
/**
 * Runs one of the start script's commands for keys, with the variables that it is started with. They exit 0 whatever they
 * were told, so what they print is looked at: their own words for success aren't documented, those for failure are plain.
 */
async function runKeystoreCommand({ host, signal }, settings, command, file) {
    const variables = settings['environment-files']
        .map((name) => (0,quote/* quote */.h)((0,bytestring.fromText)(name)))
        .map((name) => `if [ -r ${name} ]; then set -a; . ${name}; set +a; fi\n`);
    const script = `umask 077
HOME=${(0,quote/* quote */.h)((0,bytestring.fromText)(settings.home))}; export HOME
cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folderOf(settings)))} || exit 1
${variables.join('')}./looker ${command} ${(0,quote/* quote */.h)((0,bytestring.fromText)(file))} </dev/null 2>&1`;
    const { stdout } = await (0,hosts_output/* runSuccessfully */.t7)(host, `run ./looker ${command}`, script, { signal });
    const complaint = /^.*\b(usage|unknown|unrecogni[sz]ed|invalid|error|exception|fail(ed|ure)?|cannot|denied)\b.*$/im.exec(stdout.toString('utf8'));
    if (complaint !== null)
        throw didNothing(command, `it says ${JSON.stringify(complaint[0].trim())}`);
}
function didNothing(command, what) {
    return new errors/* HoldfastError */.E('command-failed', `Cannot make a backup that is independent of the keystore: ./looker ${command} exits 0, but ${what}, expected it to have worked. ` +
        'See that the master key is set where Looker is started, and that this version knows the command.');
}
/** Of the HSQLDB's files; null where there is none. */
async function databaseSum(site, settings) {
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folderOf(settings)))}/.db 2>/dev/null || exit 0
for file in looker.script looker.log looker.data; do [ ! -e "$file" ] || cksum <"$file"; done`;
    const lines = await linesOf(site, 'look at Looker’s database', script);
    return lines.join('\n') || null;
}
/** A folder that Looker's account alone may enter, in memory where there is such a place. */
async function secretFolder(site, paths) {
    const script = `umask 077
for base in /dev/shm "\${TMPDIR:-/tmp}"; do
  [ -d "$base" ] && [ -w "$base" ] && mktemp -d "$base/holdfast-key-XXXXXXXX" && exit 0
done
exit 1`;
    const [folder = ''] = await linesOf(site, 'make a folder for the key file', script);
    const real = (await realPath(site, folder)) ?? folder;
    const within = paths.find((path) => path === '/' || real === path || real.startsWith(`${path}/`));
    if (within === undefined)
        return folder;
    await removeSecretFolder(site.host, folder);
    throw new errors/* HoldfastError */.E('bad-input', `Cannot make a key file in ${JSON.stringify(folder)}: it is below ${JSON.stringify(within)}, which is saved, expected the key never to be ` +
        'with the data that it opens. Save less, or set another TMPDIR.');
}
/** Also when the run is cancelled: a key must not stay. */
async function removeSecretFolder(host, folder) {
    const name = (0,quote/* quote */.h)((0,bytestring.fromText)(folder));
    const script = `[ ! -e ${name}/keyfile ] || shred -u ${name}/keyfile 2>/dev/null; rm -rf ${name}`;
    await (0,hosts_output/* runToEnd */.cd)(host, script, { signal: AbortSignal.timeout(CLEAN_WITHIN_MS) });
}

;// CONCATENATED MODULE: ./build/apps/looker/state.js








/**
 * @param own The host as Looker's account.
 * @throws HoldfastError application-unfit where one part says that it runs and another that it doesn't, or somebody is at
 *   work on it.
 */
async function looker_state_stateOf(own, settings) {
    const folder = folderOf(settings);
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folder))} || exit 1
${process_mark/* RUNS */.p}
./looker status </dev/null >/dev/null 2>&1
echo $?
pid=
{ read -r pid rest <.tmp/looker.pid; } 2>/dev/null
if [ -n "$pid" ] && start_of "$pid"; then echo "$pid"; else echo; fi
for mark in .starting .deploying; do if [ -e "$mark" ]; then echo "$mark"; else echo; fi; done`;
    const [status = '', pid = '', starting = '', deploying = ''] = await linesOf(own, 'ask Looker for its status', script);
    if (deploying !== '')
        throw looker_state_unfit(own, `somebody deploys a version (${folder}/.deploying is there)`, 'Wait until that is done, or remove the file if nobody does');
    if (starting !== '')
        throw looker_state_unfit(own, `it is starting (${folder}/.starting is there)`, 'Wait until it runs, or remove the file if it doesn’t start');
    if (status === '0')
        return 'runs';
    if (status === String(NOBODY_LISTENS) && pid === '')
        return 'stopped';
    const what = status === String(NOBODY_LISTENS)
        ? `nobody listens, but its process ${pid} lives`
        : `its status is ${status}`;
    throw looker_state_unfit(own, `it is half stopped: ${(0,bytestring.displayText)(what)}`, 'Stop it or start it by hand until ./looker status and the process agree');
}
function looker_state_unfit({ host }, what, next) {
    return new errors/* HoldfastError */.E('application-unfit', `Cannot work on Looker on "${host.name}": ${what}, expected it to run or to be stopped. ${next}.`);
}
/** What Looker calls its version; null where its program doesn't say. */
async function looker_state_versionOf(own, settings) {
    const folder = (0,quote/* quote */.h)((0,bytestring.fromText)(folderOf(settings)));
    const script = `cd ${folder} && { ${settings['version-command']}\n} </dev/null 2>&1; true`;
    return versionIn((await linesOf(own, 'ask for the version of Looker', script)).join('\n'));
}
async function hsqldbState(own, settings) {
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folderOf(settings)))}/.db || exit 1
sed -n 's/^modified=//p' looker.properties 2>/dev/null | head -n 1
echo "-"
if [ -s looker.log ]; then echo y; else echo n; fi
du -sk . | cut -f 1`;
    const lines = await linesOf(own, 'look at Looker’s database', script);
    const [hasLog = '', kilobytes = ''] = lines.slice(lines.indexOf('-') + 1);
    const modified = lines[0] === '-' ? null : (lines[0] ?? null);
    return { modified, hasLog: hasLog === 'y', sizeBytes: Number(kilobytes) * 1024 };
}

;// CONCATENATED MODULE: ./build/apps/looker/backup.js












/** What is never saved: made again when it is missing, or of a running Looker alone. */
const looker_backup_NEVER = [
    '.cache',
    '.tmp',
    '.snapshots',
    '.db/looker.lck',
    '.starting',
    '.deploying',
    '.status_server_token',
];
/** Past it the vendor advises MySQL. */
const LARGE_HSQLDB_BYTES = 600_000_000;
async function planLookerBackup(site, settings) {
    const own = await asAccount(site, settings.user, 'Looker');
    const look = { host: own, signal: site.signal };
    const folder = folderOf(settings);
    await requireLayout(look, folder);
    const configuration = await configuration_readConfiguration(look, settings);
    const masterKeys = await masterKeysOf(look, configuration);
    const backend = backup_backendOf(settings, configuration);
    requireNodes(site, settings, configuration);
    await looker_state_stateOf(look, settings);
    await warnOfUnit(site, settings);
    const paths = await backup_pathsOf(site, settings, configuration);
    await refuseStrayKeys(look, [settings.home, folder]);
    if (settings['keystore-independent']) {
        requireLocalKeystore(site, settings, { configuration, paths });
        await requirePlace(settings, site.signal);
    }
    warnOfMasterKey(site, configuration, { masterKeys, paths });
    if (backend === 'hsqldb')
        await warnOfSize(site, look, settings);
    const databases = backend === 'mysql' ? [mysqlOf(site, settings, configuration.mysql)] : [];
    return {
        paths: paths.map(bytestring.fromText),
        aside: [...settings['system-files'], ...settings.certificates].map(bytestring.fromText),
        excludes: looker_backup_excludesOf(settings, { backend, masterKeys, paths }),
        control: looker_control_controlOf(settings),
        nodes: settings.nodes.map((address) => ({ address, control: looker_control_controlOf(settings) })),
        databases,
        hooks: hooksOf(settings),
        whileStopped: (place) => looker_backup_whileStopped(place, settings, { backend, paths }),
        judgeDumps: backup_warningsOf,
        record: {
            profile: 'looker',
            version: await looker_state_versionOf(look, settings),
            settings,
            facts: { backend, ...masterKeyFact(configuration), ...databaseFact(databases) },
            running: false,
        },
    };
}
async function requireLayout(own, folder) {
    const needed = ['looker', 'looker.jar'].map((name) => `${folder}/${name}`);
    const there = await present(own, needed);
    const missing = needed.find((path) => !there.includes(path));
    if (missing === undefined)
        return;
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Looker on "${own.host.name}": there is no ${missing}, expected Looker’s start script and its jar in one folder. ` +
        'Say where they are: folder=/home/looker/looker.');
}
function backup_backendOf({ backend }, { mysql }) {
    return backend !== 'auto' ? backend : mysql === null ? 'hsqldb' : 'mysql';
}
function requireNodes({ host }, { nodes, 'single-node': single }, { isClustered }) {
    if (!isClustered || single || nodes.length > 0)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot back up Looker on "${host.name}": it is a node of a cluster, expected the others, too, for all must be stopped. Give ` +
        'nodes=ssh://looker@NODE for each, or single-node=true where this is the only one.');
}
/** A unit that restarts what ends would start it while it is read. */
async function warnOfUnit(site, { service }) {
    if (service !== undefined)
        return;
    const script = '[ -d /run/systemd/system ] && systemctl is-active --quiet looker.service && echo y; true';
    const [isActive = ''] = await linesOf(site, 'ask systemd for Looker', script);
    if (isActive !== 'y')
        return;
    site.onWarning('systemd’s looker.service is active, and might start Looker again when it ends. As root, have it stopped by systemd: service=looker.');
}
/** Whether what lies in its folder is saved, as far as its name says. */
function isSaved(settings) {
    const leftOut = [...looker_backup_NEVER, ...choicesOf(settings)];
    return (path) => !leftOut.includes(path.replace(/^.*\//, ''));
}
/** Each once, and none that is below another. */
async function backup_pathsOf(site, settings, { sharedStorage }) {
    const { home } = settings;
    const shared = settings['shared-storage'] ?? sharedStorage;
    const optional = await present(site, [`${home}/.ssh`, `${home}/.lookerjmx`, ...settings['system-files']]);
    const needed = [...settings.certificates, ...(shared === null ? [] : [shared])];
    const there = await present(site, needed);
    const missing = needed.find((path) => !there.includes(path));
    if (missing !== undefined) {
        throw new errors/* HoldfastError */.E('source-missing', `Cannot back up Looker on "${site.host.name}": there is no ${missing}, expected the certificates and the shared storage that are named. ` +
            'See whether a disk isn’t mounted, or correct the option.');
    }
    const moved = await linksOutOf(site, (0,bytestring.fromText)(folderOf(settings)));
    const own = [folderOf(settings), ...optional, ...needed, ...moved.map(bytestring.display).filter(isSaved(settings))];
    // The keys may be a link into the shared storage. The master key is looked for, and left out, in what is really saved.
    const links = await linksAmong(site, own.map(bytestring.fromText));
    const each = [...new Set([...own, ...[...links.values()].flat().map(bytestring.display)])];
    return each.filter((path) => !each.some((other) => path.startsWith(`${other}/`)));
}
function choicesOf({ log, models, ssl }) {
    return [...(log ? [] : ['log']), ...(models ? [] : ['models']), ...(ssl ? [] : ['.ssl'])];
}
function looker_backup_excludesOf(settings, { backend, masterKeys, paths, }) {
    const chosen = [...choicesOf(settings), ...(backend === 'mysql' ? ['.db'] : [])];
    const below = [...looker_backup_NEVER, ...chosen].map((name) => `${literalPattern(folderOf(settings))}/${name}`);
    const within = masterKeys.filter((key) => paths.some((path) => key.startsWith(`${path}/`)));
    return [...below, ...within.map(literalPattern)];
}
/** Its names: as configured, and where that really is, which may be among what is saved. */
async function masterKeysOf(look, { variables }) {
    const file = variables.get('LKR_MASTER_KEY_FILE');
    if (file === undefined)
        return [];
    const real = await realPath(look, file);
    return real === null ? [file] : [...new Set([file, (0,bytestring.display)(real)])];
}
function masterKeyFact({ variables }) {
    const file = variables.get('LKR_MASTER_KEY_FILE');
    return file === undefined ? {} : { master_key_file: file };
}
/** A URL, which holds no secret: on a new host nothing else says where the dump goes. */
function databaseFact([database]) {
    return database === undefined ? {} : { database_url: database.shown };
}
function warnOfMasterKey(site, { masterKeyIn }, { masterKeys, paths }) {
    if (masterKeyIn !== null) {
        site.onWarning(`Looker’s master key itself stands in ${masterKeyIn} (LKR_MASTER_KEY_ENV), which is saved along with the data that it opens. Put it into a file ` +
            'of its own (LKR_MASTER_KEY_FILE), which is left out.');
    }
    const [file] = masterKeys;
    if (file === undefined)
        return;
    const isWithin = masterKeys.some((key) => paths.some((path) => key.startsWith(`${path}/`)));
    site.onInfo(`Looker’s master key ${file} is ${isWithin ? 'left out of' : 'not in'} the backup: keep a copy of it apart, for nothing can be restored without it.`);
}
async function warnOfSize(site, own, settings) {
    const { modified, sizeBytes } = await hsqldbState(own, settings);
    if (modified === null) {
        throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Looker on "${site.host.name}": ${folderOf(settings)}/.db holds no looker.properties, expected an HSQLDB. ` +
            'Say backend=mysql where its data is in MySQL.');
    }
    if (sizeBytes > LARGE_HSQLDB_BYTES)
        site.onWarning('Looker’s HSQLDB is larger than 600 MB: its makers advise to move it to MySQL.');
}
/** @throws HoldfastError bad-input where the key isn't kept on the host: only then can another take its place. */
function requireLocalKeystore(site, settings, { configuration: { variables }, paths }) {
    refusePlaceWithin(settings['key-to'] ?? '', paths);
    const isLocal = ['LKR_MASTER_KEY_FILE', 'LKR_MASTER_KEY_ENV'].some((name) => (variables.get(name) ?? '') !== '');
    const kms = [...variables.keys()].find((name) => /KMS|CMK_ALIAS/.test(name));
    if (isLocal && kms === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot make a backup of Looker on "${site.host.name}" that is independent of its keystore: ` +
        (kms === undefined
            ? 'no file says LKR_MASTER_KEY_FILE or LKR_MASTER_KEY_ENV'
            : `its key is in AWS KMS (${kms})`) +
        ', expected a master key of its own. With KMS, leave keystore-independent out: who restores needs that key in KMS.');
}
/** The configured database, with a credential of ours. @throws HoldfastError bad-input where there is none. */
function mysqlOf({ env, host }, { database }, place) {
    if (database !== undefined)
        return (0,databases/* parseDatabase */.Jq)(database, 'the option database', env);
    const isKnown = place !== null && place.host !== null && place.database !== null;
    if (isKnown && (env['HOLDFAST_DATABASE_PASSWORD'] ?? '') !== '') {
        const user = place.user === null ? '' : `${encodeURIComponent(place.user)}@`;
        const port = place.port === null ? '' : `:${place.port}`;
        const url = `mysql://${user}${place.host}${port}/${encodeURIComponent(place.database ?? '')}`;
        return (0,databases/* parseDatabase */.Jq)(url, 'the database in Looker’s configuration', env);
    }
    throw new errors/* HoldfastError */.E('bad-input', `Cannot back up Looker on "${host.name}": its data is in MySQL${isKnown ? ` (${place.database} on ${place.host})` : ''}, and there is no credential ` +
        'for a dump, expected one: files without it are no backup. Set HOLDFAST_DATABASE_PASSWORD (the input database-password), or give database=URL.');
}
async function looker_backup_whileStopped(place, settings, { backend, paths }) {
    const own = await asAccount(place, settings.user, 'Looker');
    const look = { host: own, signal: place.signal };
    if ((await looker_state_stateOf(look, settings)) !== 'stopped') {
        throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up Looker on "${place.host.name}": it runs, although it was stopped, expected it to stay so. See what starts it.`);
    }
    const facts = settings['keystore-independent']
        ? await makeIndependent(own, settings, { paths, signal: place.signal })
        : {};
    return backend === 'mysql' ? facts : { ...facts, ...(await requireClean(place, look, settings)) };
}
/** An HSQLDB that was not closed in order may lack committed rows until Looker opens it again. */
async function requireClean(place, own, settings) {
    const { modified, hasLog } = await hsqldbState(own, settings);
    if (modified === 'no' && !hasLog)
        return { hsqldb: 'clean' };
    const what = `Looker’s HSQLDB on "${place.host.name}" was not closed in order (modified=${modified}${hasLog ? ', with a log' : ''})`;
    if (settings.unclean === 'warn') {
        place.onWarning(`${what}: it may lack its last rows when it is restored.`);
        return { hsqldb: 'unclean' };
    }
    throw new errors/* HoldfastError */.E('application-unfit', `Cannot back up ${what}, expected modified=no: Looker was killed before it had ended. Start and stop it once by hand, or say unclean=warn.`);
}
function backup_warningsOf(dumps) {
    return dumps
        .filter(({ engine }) => engine === 'mariadb')
        .map(({ name }) => `The dump ${name} is of MariaDB: Looker’s makers support MySQL only.`);
}

;// CONCATENATED MODULE: ./build/apps/looker/checks.js







/** What proves a restored Looker: by its files alone, and by its own status. */
function lookerChecks(settings, { facts }) {
    const folder = `folder="$root"${(0,quote/* quote */.h)((0,bytestring.fromText)(followed(facts, folderOf(settings))))}
cd "$folder" || { echo "there is no $folder"; exit 1; }
`;
    const control = looker_control_controlOf(settings);
    return [
        ...(facts['backend'] === 'mysql' ? [] : hsqldbChecks(folder)),
        scriptCheck({
            name: 'deploy-keys',
            title: 'Deploy keys are private keys that only Looker may read',
            needs: 'files',
        }, folder + DEPLOY_KEYS),
        scriptCheck({ name: 'models', title: 'Git finds no fault in the repositories of models', needs: 'files' }, folder + looker_checks_REPOSITORIES),
        scriptCheck({ name: 'configuration', title: 'The configuration is a shell’s and YAML’s', needs: 'files' }, folder + looker_checks_CONFIGURATION),
        scriptCheck({ name: 'nothing-of-a-running-one', title: 'Nothing of a running Looker came along', needs: 'files' }, folder + looker_checks_RUNTIME),
        commandCheck({ name: 'status', title: 'Looker’s status is 0', needs: 'software' }, control.status ?? 'false'),
    ];
}
function hsqldbChecks(folder) {
    return [
        scriptCheck({ name: 'hsqldb-clean', title: 'The HSQLDB was closed in order', needs: 'files' }, folder + CLEAN),
        scriptCheck({ name: 'hsqldb-script', title: 'The HSQLDB holds users and rows', needs: 'files' }, folder + SCRIPT),
        scriptCheck({ name: 'hsqldb-opens', title: 'The HSQLDB opens', needs: 'files' }, folder + OPENS),
    ];
}
const CLEAN = `[ "$(sed -n 's/^modified=//p' .db/looker.properties)" = no ] || { echo 'modified is not no: a copy of a running database'; exit 1; }
[ ! -s .db/looker.log ] || { echo 'there is a looker.log: rows that are not in the database yet'; exit 1; }
echo 1`;
const SCRIPT = `grep -q '^CREATE USER' .db/looker.script || { echo 'looker.script creates no user'; exit 1; }
rows=$(grep -c '^INSERT INTO' .db/looker.script)
[ "$rows" -gt 0 ] || { echo 'looker.script inserts no row'; exit 1; }
echo "$rows"`;
/**
 * By HSQLDB's own library, read-only. That it asks for a password says that it opened: SQL states of the class 28 are about who
 * asks. What it opens is statements, which may call any function of Java's in a library of before 2.7.1 (CVE-2022-41853): Looker's
 * call none.
 */
const OPENS = `${needsTool('javac')}
jar=/usr/share/java/hsqldb.jar
[ -r $jar ] || { echo 'there is no HSQLDB (Debian: libhsqldb-java)'; exit 77; }
work=$(mktemp -d) || exit 1
cat >"$work/Open.java" <<'END'
import java.sql.DriverManager;
import java.sql.SQLException;
class Open {
  public static void main(String[] args) throws Exception {
    try {
      DriverManager.getConnection(args[0], "SA", "").close();
    } catch (SQLException e) {
      if (e.getSQLState() == null || !e.getSQLState().startsWith("28")) throw e;
    }
  }
}
END
java -Dhsqldb.method_class_names=none -cp $jar "$work/Open.java" "jdbc:hsqldb:file:$folder/.db/looker;readonly=true" >/dev/null
code=$?
rm -rf "$work"
[ $code -eq 0 ] || exit 1
echo 1`;
const DEPLOY_KEYS = `${needsTool('ssh-keygen')}
[ -d deploy_keys ] || { echo 'there is no deploy_keys'; exit 1; }
proved=0
${BY_LINES}for key in $(find deploy_keys -type f ! -name '*.pub'); do
  [ "$(stat -c %a "$key")" = 600 ] || { echo "$key is not of mode 600"; exit 1; }
  ssh-keygen -y -P '' -f "$key" </dev/null >/dev/null || { echo "$key is no private key"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;
const looker_checks_REPOSITORIES = `${GIT_FSCK}proved=0
${BY_LINES}for git in $(find . -path './models-user-*' -name .git -prune); do
  git_fsck "$git" || { echo "git finds faults in \${git%/.git}"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;
const looker_checks_CONFIGURATION = `${IS_SHELL}proved=0
if [ -e lookerstart.cfg ]; then
  is_shell lookerstart.cfg || exit 1
  proved=$((proved + 1))
fi
if [ -e looker-db.yml ]; then
  grep -q '^[[:space:]]*dialect:' looker-db.yml && grep -q '^[[:space:]]*database:' looker-db.yml ||
    { echo 'looker-db.yml names no dialect or database'; exit 1; }
  proved=$((proved + 1))
fi
[ -x looker ] && [ -s looker.jar ] || { echo 'there is no start script, or no looker.jar'; exit 1; }
echo $((proved + 2))`;
const looker_checks_RUNTIME = `for name in .db/looker.lck .starting .deploying .status_server_token .tmp/looker.pid; do
  [ ! -e "$name" ] || { echo "$name came along"; exit 1; }
done
echo 5`;

;// CONCATENATED MODULE: ./build/apps/looker/restore.js













async function planLookerRestore(site, settings, { record, dumps }) {
    const { facts, version } = record;
    await restore_requireAccount(site, settings);
    const folder = folderOf(settings);
    const isInstalled = (await present(site, [`${folder}/looker`])).length > 0;
    if (isInstalled)
        await restore_requireFit(site, settings, version);
    await requireMasterKey(site, facts['master_key_file']);
    const key = facts['backup_uid'] === undefined ? null : await fetchKey(facts, settings, site);
    const control = looker_control_controlOf(settings);
    const { 'restore-into': into, database = facts['database_url'] } = settings;
    const urls = { into: into === undefined ? [] : [into], from: database === undefined ? [] : [database] };
    return {
        steps: [
            ...settings.nodes.map((address) => onNode(address, stopStep(`Looker on ${address}`, control))),
            ...(isInstalled ? [stopStep('Looker', control)] : []),
            {
                kind: 'files',
                title: 'put the files back',
                part: { folder: null, target: null, includes: [], excludes: [] },
            },
            ...databaseSteps(dumps, urls, site),
            {
                kind: 'run',
                title: 'make the folders that it runs with',
                run: (place) => makeFolders(place, settings),
            },
            ...(key === null ? [] : [keyStep(key, settings)]),
            startStep('Looker', control),
            ...settings.nodes
                .toReversed()
                .map((address) => onNode(address, startStep(`Looker on ${address}`, control))),
        ],
    };
}
async function restore_requireAccount(site, { user, home }) {
    if (!(await hasAccount(site, user))) {
        throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Looker to "${site.host.name}": there is no account ${JSON.stringify((0,bytestring.displayText)(user))}, expected the one that it runs as. Prepare the host ` +
            `as for a new installation, without the download: the account, its group, and ${home}.`);
    }
    await asAccount(site, user, 'Looker');
}
/** @throws HoldfastError restore-blocked where a newer version is there; application-unfit where it is half stopped. */
async function restore_requireFit(site, settings, saved) {
    const own = { host: await asAccount(site, settings.user, 'Looker'), signal: site.signal };
    await looker_state_stateOf(own, settings);
    const there = await looker_state_versionOf(own, settings);
    if (there === null || saved === null || settings['replace-newer'] || compareVersions(there, saved) <= 0)
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Looker ${saved} to "${site.host.name}": ${there} is installed there, expected no newer one, for Looker can't go back. ` +
        'With replace-newer=true all of it is put back as it was, its program and its database too.');
}
/** It is no part of a backup, and without it nothing of it can be read. */
async function requireMasterKey(site, file) {
    if (file === undefined || (await present(site, [file])).length > 0)
        return;
    throw new errors/* HoldfastError */.E('restore-blocked', `Cannot restore Looker to "${site.host.name}": its master key ${file} isn't there, expected it, for it is no part of the backup. Put the copy ` +
        'that you keep apart there (mode 0400, Looker’s account); for a backup that is independent of the keystore, a new one.');
}
/** The vendor's own table leaves them out of a backup. */
async function makeFolders(site, settings) {
    const own = await asAccount(site, settings.user, 'Looker');
    const script = `cd ${(0,quote/* quote */.h)((0,bytestring.fromText)(folderOf(settings)))} && umask 022 && mkdir -p .tmp .cache log`;
    await (0,hosts_output/* runSuccessfully */.t7)(own, 'make the folders that Looker runs with', script, { signal: site.signal });
}
function keyStep(key, settings) {
    return {
        kind: 'run',
        title: 'give Looker its keys back (restore_dr_backup)',
        run: async (site) => {
            const own = await asAccount(site, settings.user, 'Looker');
            await restoreKeys(own, settings, { key, signal: site.signal });
        },
    };
}
/** The same on another host of the cluster. */
function onNode(address, step) {
    if (step.kind !== 'run')
        return step;
    const { run, runsAgain } = step;
    const there = async (site, work) => {
        const host = await site.connect(address);
        try {
            return await work({ ...site, host });
        }
        finally {
            await host.close();
        }
    };
    return {
        ...step,
        run: (site) => there(site, run),
        runsAgain: runsAgain === undefined ? undefined : (site) => there(site, runsAgain),
    };
}

;// CONCATENATED MODULE: ./build/apps/looker.js





/** Looker, as its customers host it. */
const looker = {
    name: 'looker',
    title: 'Looker',
    schema: LOOKER_SCHEMA,
    detect: async (site) => ((await present(site, ['/home/looker/looker/looker.jar'])).length > 0 ? {} : null),
    foresee: looker_foresee,
    planBackup: planLookerBackup,
    planRestore: planLookerRestore,
    checks: lookerChecks,
};
function looker_foresee(settings) {
    const { backend, certificates, models, ssl, 'shared-storage': shared } = settings;
    const folder = folderOf(settings);
    const database = ['script', 'properties', 'lobs'].map((end) => `${folder}/.db/looker.${end}`);
    return {
        paths: [
            ...[folder, `${folder}/looker`, `${folder}/looker.jar`],
            ...(backend === 'mysql' ? [] : database),
            ...(models ? [`${folder}/models`] : []),
            ...(ssl ? [`${folder}/.ssl`] : []),
            ...certificates,
            ...(shared === undefined ? [] : [shared]),
        ],
        needsVolume: false,
    };
}

;// CONCATENATED MODULE: ./build/apps/applications.js









/** Every application that Holdfast knows. One more is one more line here. */
const APPLICATIONS = [
    known(generic),
    known(looker),
    known(dss),
    known(dokku),
    known(dolt),
    known(kestra),
];
/** @param name Of the flag or input, for the message. @throws HoldfastError bad-input. */
function findApplication(text, name) {
    const found = APPLICATIONS.find((application) => application.name === text);
    if (found !== undefined)
        return found;
    const names = APPLICATIONS.map((application) => application.name).join(', ');
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected one of ${names}. For any other application: generic.`);
}
/**
 * What proves that the application of a snapshot came back: see Check.
 * @throws HoldfastError bad-input for a profile that isn't known here, or settings that it doesn't read any more.
 */
function checksOf(saved) {
    const { profile, settings } = saved;
    return findApplication(profile, 'the profile in the snapshot')
        .configure(settings, `the options of ${profile} in the snapshot`)
        .checks(saved);
}
function known(application) {
    const { name, title, schema } = application;
    return {
        name,
        title,
        schema,
        detect: (site) => application.detect(site),
        configure(given, show) {
            const settings = readSettings(schema, given, show);
            return {
                name,
                title,
                settings: settings,
                foreseen: application.foresee(settings),
                planBackup: async (site) => followLinks(site, await application.planBackup(site, settings)),
                planRestore: (site, saved) => application.planRestore(site, settings, saved),
                checks: (saved) => application.checks(settings, saved),
            };
        },
    };
}


/***/ }),

/***/ 46878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jw: () => (/* binding */ assertRecipients),
  Yc: () => (/* binding */ decrypt),
  w: () => (/* binding */ encrypt)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/archive/age-payload.js


/**
 * The payload of an age file (age-encryption.org/v1, "Payload"): a nonce of 16 bytes, then chunks of 64 KiB, each sealed
 * by ChaCha20-Poly1305 under a counter and a flag that says which is the last. By Node's own cipher: the one in
 * JavaScript, which age's package brings, is ten times slower.
 */
const CHUNK_BYTES = 64 * 1024;
const TAG_BYTES = 16;
const NONCE_BYTES = 16;
const CIPHER = 'chacha20-poly1305';
/** Memory: one chunk. */
async function* sealPayload(fileKey, plain) {
    const nonce = (0,external_node_crypto_.randomBytes)(NONCE_BYTES);
    const key = payloadKey(fileKey, nonce);
    yield nonce;
    const chunks = new ChunkCounter();
    const gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES);
    let filled = 0;
    for await (const part of plain) {
        for (let at = 0; at < part.length;) {
            // Only what comes behind it tells that a full chunk isn't the last.
            if (filled === CHUNK_BYTES) {
                yield seal(key, chunks.next(false), gathered);
                filled = 0;
            }
            const length = Math.min(part.length - at, CHUNK_BYTES - filled);
            gathered.set(part.subarray(at, at + length), filled);
            filled += length;
            at += length;
        }
    }
    yield seal(key, chunks.next(true), gathered.subarray(0, filled));
}
/**
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError archive-damaged: cut off, or altered. What was given before that is right.
 */
async function* openPayload(fileKey, sealed, cannot) {
    const nonce = Buffer.alloc(NONCE_BYTES);
    let key = null;
    const chunks = new ChunkCounter();
    const gathered = Buffer.allocUnsafeSlow(CHUNK_BYTES + TAG_BYTES);
    let filled = 0;
    for await (const part of sealed) {
        for (let at = 0; at < part.length;) {
            const room = key === null ? nonce : gathered;
            if (filled === room.length) {
                if (key === null)
                    key = payloadKey(fileKey, nonce);
                else
                    yield age_payload_open(key, chunks.next(false), gathered) ?? refuse(cannot, 'altered');
                filled = 0;
                continue;
            }
            const length = Math.min(part.length - at, room.length - filled);
            room.set(part.subarray(at, at + length), filled);
            filled += length;
            at += length;
        }
    }
    if (key === null)
        throw refuse(cannot, 'cut off');
    const last = gathered.subarray(0, filled);
    const plain = filled < TAG_BYTES ? null : age_payload_open(key, chunks.next(true), last);
    if (plain === null || (plain.length === 0 && chunks.count > 1)) {
        const wasNotLast = filled === gathered.length && age_payload_open(key, chunks.again(false), last) !== null;
        throw refuse(cannot, wasNotLast || filled < gathered.length ? 'cut off' : 'altered');
    }
    yield plain;
}
function refuse(cannot, how) {
    throw new errors/* HoldfastError */.E('archive-damaged', how === 'altered'
        ? `${cannot}: bytes of it were altered (age). Take another copy of it, or another archive.`
        : `${cannot}: it is cut off, or altered at its end (age). Take another copy of it, or another archive.`);
}
function payloadKey(fileKey, nonce) {
    return Buffer.from((0,external_node_crypto_.hkdfSync)('sha256', fileKey, nonce, 'payload', 32));
}
function seal(key, nonce, plain) {
    const cipher = (0,external_node_crypto_.createCipheriv)(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}
/** Null if it isn't what was sealed. */
function age_payload_open(key, nonce, sealed) {
    const decipher = (0,external_node_crypto_.createDecipheriv)(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
    try {
        decipher.final();
    }
    catch {
        return null;
    }
    return plain;
}
/** The nonces of chunks: a counter of 11 bytes, big-endian, and one that is 1 for the last chunk. */
class ChunkCounter {
    count = 0;
    next(isLast) {
        this.count++;
        return this.again(isLast);
    }
    /** Of the same chunk. */
    again(isLast) {
        const nonce = Buffer.alloc(12);
        // 48 bits of chunks are more than any storage holds.
        nonce.writeUIntBE(this.count - 1, 5, 6);
        nonce[11] = isLast ? 1 : 0;
        return nonce;
    }
}

;// CONCATENATED MODULE: ./build/archive/age.js




/**
 * The scrypt work of a passphrase: 2^17, which takes 128 MiB for half a second. age's own 2^18 would be most of the memory
 * that an archive may take; whoever reads takes what the file says.
 */
const WORK_FACTOR = 17;
const SCRYPT_BLOCK = 8;
/** @throws HoldfastError bad-input at a recipient that is none. */
async function assertRecipients(recipients) {
    const { Encrypter } = await __webpack_require__.e(/* import() | age */ 644).then(__webpack_require__.bind(__webpack_require__, 81539));
    for (const recipient of recipients) {
        try {
            new Encrypter().addRecipient(recipient);
        }
        catch (cause) {
            throw new errors/* HoldfastError */.E('bad-input', `Cannot encrypt for ${shownRecipient(recipient)}: it is no recipient of age, expected one such as age1…. ` +
                'Print it from the identity with `age-keygen -y FILE`.', { cause });
        }
    }
}
/** Somebody may have taken the one for the other, and a secret key must not be shown. */
function shownRecipient(recipient) {
    return /secret/i.test(recipient)
        ? 'a secret key'
        : (0,bytestring.displayText)(JSON.stringify(recipient.slice(0, MAX_SHOWN)));
}
const MAX_SHOWN = 70;
/** `plain` as an age file, as it streams. */
async function* encrypt(plain, sealing) {
    const { Encrypter, Stanza } = await __webpack_require__.e(/* import() | age */ 644).then(__webpack_require__.bind(__webpack_require__, 81539));
    const encrypter = new Encrypter();
    let fileKey = null;
    const take = (key) => {
        fileKey = Uint8Array.from(key);
    };
    if (sealing.kind === 'passphrase') {
        encrypter.addRecipient(passphraseRecipient(sealing, Stanza, take));
    }
    else {
        await assertRecipients(sealing.recipients);
        for (const recipient of sealing.recipients)
            encrypter.addRecipient(recipient);
        // Is given the file's key as each recipient is, and leaves nothing in the header.
        encrypter.addRecipient({
            wrapFileKey(key) {
                take(key);
                return [];
            },
        });
    }
    // An empty file: its header is ours, too.
    const empty = Buffer.from(await encrypter.encrypt(new Uint8Array(0)));
    if (fileKey === null)
        throw new errors/* HoldfastError */.E('internal', 'age encrypted without a key.');
    yield empty.subarray(0, headerBytes(empty) ?? 0);
    yield* sealPayload(fileKey, plain);
}
/** age's own scrypt recipient, by Node's scrypt: in another thread, and its memory is free again at once. */
function passphraseRecipient({ passphrase, workFactor = WORK_FACTOR }, Stanza, onKey) {
    return {
        async wrapFileKey(fileKey) {
            onKey(fileKey);
            const salt = (0,external_node_crypto_.randomBytes)(16);
            const key = await stretched(passphrase, Buffer.concat([Buffer.from('age-encryption.org/v1/scrypt'), salt]), 2 ** workFactor);
            const cipher = (0,external_node_crypto_.createCipheriv)('chacha20-poly1305', key, Buffer.alloc(12), { authTagLength: 16 });
            const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
            const saltText = salt.toString('base64').replaceAll('=', '');
            return [new Stanza(['scrypt', saltText, String(workFactor)], body)];
        },
    };
}
function stretched(passphrase, salt, cost) {
    const maxmem = 2 * 128 * SCRYPT_BLOCK * cost;
    return new Promise((resolve, reject) => {
        (0,external_node_crypto_.scrypt)(passphrase, salt, 32, { N: cost, r: SCRYPT_BLOCK, p: 1, maxmem }, (error, key) => {
            if (error === null)
                resolve(key);
            else
                reject(error);
        });
    });
}
/** Longest header that is taken in: some hundred recipients of the largest kind. */
const MAX_HEADER_BYTES = 1024 * 1024;
const FIRST_LINE = 'age-encryption.org/v1\n';
/**
 * What an age file holds, as it streams.
 *
 * @param cannot For messages: `Cannot read the archive "…"`.
 * @throws HoldfastError wrong-password if nothing given opens it; archive-damaged if it is altered, cut off or no age file:
 *   what came before that is right. Whatever `sealed` throws.
 */
async function* decrypt(sealed, opening, cannot) {
    const source = sealed[Symbol.asyncIterator]();
    try {
        const { header, rest } = await readHeader(source, cannot);
        const fileKey = await fileKeyOf(header, opening, cannot);
        yield* openPayload(fileKey, behind(rest, source), cannot);
    }
    finally {
        await source.return?.();
    }
}
async function* behind(first, source) {
    yield first;
    for (let next = await source.next(); next.done !== true; next = await source.next())
        yield next.value;
}
async function readHeader(source, cannot) {
    let head = Buffer.alloc(0);
    for (;;) {
        const known = head.subarray(0, FIRST_LINE.length).toString('latin1');
        // A piece may hold far more than the header: of S3 the first has 8 MiB.
        const length = headerBytes(head.subarray(0, MAX_HEADER_BYTES));
        if (!FIRST_LINE.startsWith(known) || (length === null && head.length > MAX_HEADER_BYTES)) {
            throw damaged(cannot, "it doesn't begin as a file of age does");
        }
        if (length !== null)
            return { header: head.subarray(0, length), rest: head.subarray(length) };
        const next = await source.next();
        if (next.done === true)
            throw damaged(cannot, "it is cut off in age's header");
        head = Buffer.concat([head, next.value]);
    }
}
/** Up to the line of the MAC, that one included; null if that isn't there yet. */
function headerBytes(bytes) {
    const mac = bytes.indexOf('\n--- ');
    const end = mac < 0 ? -1 : bytes.indexOf('\n', mac + 1);
    return end < 0 ? null : end + 1;
}
async function fileKeyOf(header, opening, cannot) {
    const isByPassphrase = header.includes('\n-> scrypt ');
    if (isByPassphrase && opening.passphrase === null) {
        throw wrongKey(cannot, 'it is encrypted with a passphrase, and none was given', 'Give the passphrase.');
    }
    if (!isByPassphrase && opening.identities.length === 0) {
        throw wrongKey(cannot, 'it is encrypted for recipients, and no identity was given', 'Give the identity (AGE-SECRET-KEY-1…) of one of them.');
    }
    const { Decrypter } = await __webpack_require__.e(/* import() | age */ 644).then(__webpack_require__.bind(__webpack_require__, 81539));
    const decrypter = new Decrypter();
    if (isByPassphrase)
        decrypter.addPassphrase(opening.passphrase ?? '');
    else
        for (const identity of opening.identities)
            addIdentity(decrypter, identity);
    try {
        return await decrypter.decryptHeader(Uint8Array.from(header));
    }
    catch (cause) {
        const said = cause instanceof Error ? cause.message : '';
        if (!/no identity matched/.test(said)) {
            throw damaged(cannot, `age's header is altered (${(0,bytestring.displayText)(said)})`, cause);
        }
        throw isByPassphrase
            ? wrongKey(cannot, 'the passphrase is wrong', 'Give the one that it was made with.', cause)
            : wrongKey(cannot, 'none of the identities given is of a recipient that it was encrypted for', 'Its manifest names the recipients; `age-keygen -y FILE` says which one an identity is.', cause);
    }
}
function addIdentity(decrypter, identity) {
    try {
        decrypter.addIdentity(identity);
    }
    catch (cause) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use an identity: it is no secret key of age, expected AGE-SECRET-KEY-1…. Give the file that age-keygen made.', { cause });
    }
}
function wrongKey(cannot, actual, advice, cause) {
    return new errors/* HoldfastError */.E('wrong-password', `${cannot}: ${actual}. ${advice}`, { cause });
}
function damaged(cannot, actual, cause) {
    return new errors/* HoldfastError */.E('archive-damaged', `${cannot}: ${actual}. Take another copy of it, or another archive.`, { cause });
}


/***/ }),

/***/ 77380:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ BUCKET_SECRETS),
  W: () => (/* binding */ parseBucket)
});

// EXTERNAL MODULE: ./build/backends/location.js + 6 modules
var backends_location = __webpack_require__(68713);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/backends/s3-answers.js
var s3_answers = __webpack_require__(72506);
// EXTERNAL MODULE: ./build/backends/s3-body.js
var s3_body = __webpack_require__(43685);
// EXTERNAL MODULE: ./build/backends/s3-connection.js + 3 modules
var s3_connection = __webpack_require__(83705);
// EXTERNAL MODULE: ./build/backends/s3-fault.js
var s3_fault = __webpack_require__(65629);
// EXTERNAL MODULE: ./build/backends/s3-headers.js
var s3_headers = __webpack_require__(55483);
// EXTERNAL MODULE: ./build/backends/s3-pages.js
var s3_pages = __webpack_require__(37949);
// EXTERNAL MODULE: ./build/backends/s3-range.js
var s3_range = __webpack_require__(1152);
// EXTERNAL MODULE: ./build/backends/s3-requests.js
var s3_requests = __webpack_require__(56847);
// EXTERNAL MODULE: ./build/backends/s3-uploads.js
var s3_uploads = __webpack_require__(43895);
;// CONCATENATED MODULE: ./build/backends/s3-objects.js












/** Objects of an application's below a prefix of a bucket. Nothing is asked yet. */
async function openS3Objects(place, options = {}) {
    const sdk = await import(/* webpackIgnore: true */ './s3-sdk.js');
    return new S3Objects(new s3_requests/* S3Requests */.t(new s3_connection/* S3Connection */.t(place, sdk, options), sdk, options, 'object'));
}
/** How long removing the parts of a failed upload may take: a cancelled run is killed soon. */
const ABANDON_WITHIN_MS = 5000;
/**
 * It lies in an archive class; gives no right to this one; was encrypted with a key that only its application has (SSE-C, which S3 calls an
 * invalid request), or with one of the storage's that is gone.
 */
const OF_ONE_OBJECT = /^(InvalidObjectState|AccessDenied|InvalidRequest|KMS\..*)$/;
class S3Objects {
    location;
    #requests;
    #uploads;
    constructor(requests) {
        this.location = requests.location;
        this.#requests = requests;
        this.#uploads = new s3_uploads/* S3Uploads */.v(requests);
    }
    async *list(signal) {
        const what = `Cannot list the objects in "${this.location}"`;
        const prefix = this.#requests.keyOf('');
        let token;
        let last = '';
        do {
            const input = { Bucket: this.#requests.bucket, Prefix: prefix, ContinuationToken: token };
            const page = await this.#requests.send('listing objects', what, signal, (client, watch) => client.send(new this.#requests.sdk.ListObjectsV2Command({ ...input, EncodingType: 'url' }), {
                abortSignal: watch.signal,
            }));
            const isEncoded = page.EncodingType === 'url';
            const objects = [];
            for (const { Key = '', Size = 0, LastModified, ETag } of page.Contents ?? []) {
                const whole = isEncoded ? decodedKey(Key) : Key;
                if (whole !== null && !whole.startsWith(prefix))
                    continue;
                const key = whole === null ? null : whole.slice(prefix.length);
                if (key !== null)
                    last = this.#inOrder(last, key, what);
                objects.push({
                    key,
                    shown: (0,bytestring.displayText)(key ?? Key),
                    sizeBytes: Size,
                    storedMs: LastModified?.getTime() ?? 0,
                    tag: ETag ?? null,
                });
            }
            yield objects;
            token = (0,s3_pages/* nextPage */.Z)(page, token, what);
        } while (token !== undefined);
    }
    async find(key, signal) {
        const input = { Bucket: this.#requests.bucket, Key: this.#requests.keyOf(key) };
        const doing = `looking at ${(0,bytestring.displayText)(key)}`;
        try {
            const answer = await this.#requests.send(doing, this.#requests.cannot('look at', key), signal, (client, watch) => client.send(new this.#requests.sdk.HeadObjectCommand(input), { abortSignal: watch.signal }));
            const { ContentLength: sizeBytes = 0, LastModified, ETag: tag = null } = answer;
            const storedMs = LastModified?.getTime() ?? 0;
            return { key, shown: (0,bytestring.displayText)(key), sizeBytes, storedMs, tag, ...(0,s3_headers/* headersOf */.Yl)(answer) };
        }
        catch (error) {
            const status = (0,s3_fault/* s3FaultIn */.W$)(error)?.status;
            if ((0,backend/* isMissing */.b2)(error) || status === 404)
                return null;
            if (status === 400 || status === 403)
                await this.#askWhy(key, signal);
            throw error;
        }
    }
    /** What answers a HEAD has no body, and so doesn't say what is wrong. @throws HoldfastError: what a GET says. */
    async #askWhy(key, signal) {
        await this.readPart(key, { offset: 0, lengthBytes: 1, tag: null }, signal);
    }
    readPart(key, { offset, lengthBytes, tag }, signal) {
        const what = this.#requests.cannot('read', key);
        return this.#requests.send(`reading ${(0,bytestring.displayText)(key)}`, what, signal, async (client, watch) => {
            const command = new this.#requests.sdk.GetObjectCommand({
                Bucket: this.#requests.bucket,
                Key: this.#requests.keyOf(key),
                Range: (0,s3_range/* rangeHeader */.H)({ offset, length: lengthBytes }),
                ...(tag === null ? {} : { IfMatch: tag }),
            });
            const answer = await client.send(command, { abortSignal: watch.signal });
            watch.heard();
            (0,s3_answers/* assertAsked */.$V)(tag, answer, what);
            const { firstByte, sizeBytes, partBytes } = (0,s3_range/* extentOf */.O)(answer, what);
            const isRight = firstByte === offset && partBytes === Math.min(lengthBytes, sizeBytes - offset);
            const bytes = isRight ? await (0,s3_body/* readBody */.x8)(answer.Body, partBytes, () => watch.heard()) : null;
            if (bytes === null) {
                const how = 'it gave other bytes than those that were asked for';
                throw new errors/* HoldfastError */.E('backend-failed', `${what}: ${how}.`, { cause: new backend/* PassingFaultError */.ed(how) });
            }
            const storedMs = answer.LastModified?.getTime() ?? 0;
            return { bytes, sizeBytes, tag: answer.ETag ?? null, storedMs, ...(0,s3_headers/* headersOf */.Yl)(answer) };
        });
    }
    faultIn(error) {
        const fault = (0,s3_fault/* s3FaultIn */.W$)(error);
        // 416: it has become shorter. An upload that is gone may have been ended by a try whose answer was lost.
        if (fault?.status === 412 || fault?.status === 416 || fault?.code === 'NoSuchUpload')
            return 'changed';
        if (fault?.code === 'NoSuchKey')
            return 'gone';
        return fault !== null && OF_ONE_OBJECT.test(fault.code) ? 'refused' : null;
    }
    async put(key, { bytes, ...kept }, { ifAbsent }, signal) {
        const { sizeBytes, sha256, md5 } = (0,s3_body/* checksumsOf */.Uw)([bytes]);
        const input = {
            Bucket: this.#requests.bucket,
            Key: this.#requests.keyOf(key),
            ContentLength: sizeBytes,
            ContentMD5: md5,
            ...(0,s3_headers/* inputOf */.wg)(kept),
            ...(ifAbsent ? { IfNoneMatch: '*' } : {}),
        };
        const what = this.#requests.cannot('write', key);
        try {
            return await this.#requests.send(`writing ${(0,bytestring.displayText)(key)}`, what, signal, async (client, watch) => {
                // An empty stream would be one of unknown length to the SDK.
                const body = { Body: sizeBytes === 0 ? bytes : (0,s3_body/* streamOf */.mA)([bytes], () => watch.heard()) };
                const command = new this.#requests.sdk.PutObjectCommand({ ...input, ...body });
                (0,s3_requests/* signBody */.u)(command, sha256);
                (0,s3_headers/* signHeaderBytes */.yq)(command);
                return (await client.send(command, { abortSignal: watch.signal })).ETag ?? null;
            });
        }
        catch (error) {
            if ((0,s3_fault/* s3FaultIn */.W$)(error)?.status !== 501 || !ifAbsent)
                throw error;
            return this.put(key, { bytes, ...kept }, { ifAbsent: false }, signal);
        }
    }
    async putParts(key, { parts, ...kept }, { ifAbsent }, signal) {
        const uploadId = await this.#uploads.begin(key, signal, (0,s3_headers/* inputOf */.wg)(kept));
        try {
            const uploaded = [];
            for await (const bytes of parts)
                uploaded.push(await this.#uploads.addPart(key, { uploadId, number: uploaded.length + 1, bytes }, signal));
            await this.#uploads.complete(key, { uploadId, parts: uploaded, isConditional: ifAbsent }, signal);
        }
        catch (error) {
            await this.#uploads.abort(key, uploadId, AbortSignal.timeout(ABANDON_WITHIN_MS)).catch(() => { });
            throw error;
        }
    }
    async keepsVersions(signal) {
        const what = `Cannot ask whether "${this.location}" keeps versions`;
        const Bucket = this.#requests.bucket;
        const { Status } = await this.#requests.send('asking for versions', what, signal, (client, watch) => client.send(new this.#requests.sdk.GetBucketVersioningCommand({ Bucket }), {
            abortSignal: watch.signal,
        }));
        return Status === 'Enabled';
    }
    close() {
        this.#requests.close();
    }
    /** By bytes, not as JavaScript compares text. */
    #inOrder(last, key, what) {
        if (last === '' || (0,bytestring.fromText)(last) < (0,bytestring.fromText)(key))
            return key;
        throw new errors/* HoldfastError */.E('backend-failed', `${what}: the storage lists ${JSON.stringify((0,bytestring.displayText)(key))} behind ${JSON.stringify((0,bytestring.displayText)(last))}, expected names by rising bytes, as S3 has them. ` +
            'A bucket that lists otherwise (a directory bucket) can’t be saved.');
    }
}
/** As S3 encodes names in a list; null: it isn't UTF-8. */
function decodedKey(encoded) {
    try {
        return decodeURIComponent(encoded.replaceAll('+', '%20'));
    }
    catch {
        return null;
    }
}

// EXTERNAL MODULE: ./build/backends/s3-url.js
var s3_url = __webpack_require__(4532);
;// CONCATENATED MODULE: ./build/buckets/bucket.js




/** Where credentials of buckets are looked for; without them, where a repository's are: AWS's own chain. */
const VARIABLES = {
    id: 'HOLDFAST_BUCKET_ACCESS_KEY_ID',
    secret: 'HOLDFAST_BUCKET_SECRET_ACCESS_KEY',
    token: 'HOLDFAST_BUCKET_SESSION_TOKEN',
    region: 'HOLDFAST_BUCKET_REGION',
};
/** Those that hold a secret. */
const BUCKET_SECRETS = [VARIABLES.secret, VARIABLES.token];
/**
 * `s3:https://host/bucket/prefix`.
 * @param name Of the flag or input, for messages.
 * @throws HoldfastError bad-input.
 */
function parseBucket(url, name, env) {
    if (!url.startsWith(s3_url/* S3_SCHEME */.b)) {
        throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${name}: it is ${JSON.stringify((0,backends_location/* redactUrl */.BO)(url))}, expected s3:https://HOST/BUCKET/PREFIX.`);
    }
    const place = (0,s3_url/* parseS3Url */.F)(url, (0,backends_location/* redactUrl */.BO)(url));
    const credentials = credentialsIn(env);
    const region = env[VARIABLES.region] || undefined;
    return {
        name: [place.bucket, ...place.prefix.split('/').filter((part) => part !== '')]
            .join('_')
            .replace(/[^A-Za-z0-9._-]/g, '-'),
        location: place.location,
        open: (onRetry) => openS3Objects(place, { credentials, region, ...(onRetry && { onRetry }) }),
    };
}
/** @throws HoldfastError bad-input for half a key. */
function credentialsIn(env) {
    const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = [
        env[VARIABLES.id],
        env[VARIABLES.secret],
        env[VARIABLES.token],
    ];
    if (accessKeyId === '' && secretAccessKey === '')
        return undefined;
    if (accessKeyId !== '' && secretAccessKey !== '')
        return { kind: 'keys', accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use only a part of a key: expected both ${VARIABLES.id} and ${VARIABLES.secret}.`);
}


/***/ })

};
