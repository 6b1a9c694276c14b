import { type ByteString, fromText } from '../../bytestring.ts';
import { AS_A_PERSON } from '../as-a-person.ts';
import { RUNS } from '../process-mark.ts';
import { quote } from '../quote.ts';
import { WATCHDOG } from './watchdog.ts';

/** What a lease is told when it is laid. */
export interface LeaseTerms {
  /** Of the target: letters, digits, points, underscores and hyphens. One lease at a time has it on a host. */
  readonly name: string;
  /** Starts the application. Shell. What it leaves running must not keep its output. */
  readonly start: string;
  /** Says by its exit status whether the application runs: 0 it does, 3 it is stopped, else it can't say. Shell. */
  readonly status: string | null;
  /** Not renewed for so long, the watchdog starts the application. */
  readonly leaseSeconds: number;
  /** Stopped for so long, it does too, renewed or not. */
  readonly longestSeconds: number;
  /** How long the application may take to start. */
  readonly startLimitSeconds: number;
  /** How often a start is tried. */
  readonly maxTries: number;
  /** Who holds it, for whoever comes by meanwhile: `run 1234 of acme/wiki`. */
  readonly holder: string;
  /** Tells our lease from a later one of the same name. Random. */
  readonly token: string;
  /** Where leases lie. Default: /var/lib/holdfast for root, else ~/.local/state/holdfast. */
  readonly folder?: ByteString | undefined;
}

/** What a lease is found by. */
export type LeaseName = Pick<LeaseTerms, 'name' | 'folder'>;
/** The same, of ours and no later one. */
type OurLease = LeaseName & Pick<LeaseTerms, 'token'>;

/**
 * Enters the folder of leases, made if it isn't there. Others can't write to it; a lease's own folder in it they can't enter, for it says what
 * starts the application. One that was there stays open to whom it was: it may be the home of the account that we log in as, and sshd
 * reads its keys as that account.
 */
export function enterFolder({ folder }: Pick<LeaseTerms, 'folder'>): string {
  const choose =
    folder === undefined
      ? 'if [ "$(id -u)" = 0 ]; then folder=/var/lib/holdfast; else folder=$HOME/.local/state/holdfast; fi'
      : `folder=${quote(folder)}`;
  return `
${choose}
mkdir -p "$folder" && chmod go-w "$folder" && cd "$folder" || exit 1
`;
}

/** How often a second looks whether the first has written all: 5 s. It takes milliseconds. */
const LAID_POLLS = 50;

const named = (name: string) => quote(fromText(`${name}.lease`));

/** A file of `text` in the current folder. */
function write(name: string, text: string): string {
  return `printf '%s\\n' ${quote(fromText(text))} >${name} || exit 1\n`;
}

/** Shell: has files of the current folder written to the disk, by a `sync` that takes names, else by one that writes all. */
function toDisk(files: string): string {
  return `sync ${files} 2>/dev/null || sync`;
}

/** Beside the lease, whose application could not be started: it outlives the lease. */
const downFile = ({ name }: LeaseName) => quote(fromText(`${name}.down`));

/** Beside it, while the application is put back: see restore-mark.ts. */
export const restoringFile = ({ name }: LeaseName) => quote(fromText(`${name}.restoring`));

/**
 * Makes the lease's folder and all that is in it but `held`. Prints `laid`, or `taken` if there is a lease of the name.
 * A folder is made by one alone; who comes second waits a moment for what the first writes into it, so as to know whose it is.
 */
export function layScript(terms: LeaseTerms): string {
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
${write('token', terms.token)}${write('holder', terms.holder)}${write('watchdog.sh', WATCHDOG)}${write('start.sh', start)}
${status === null ? '' : write('status.sh', status)}
printf '%s\\n' "$now" >renewed || exit 1
cat >settings.new <<EOF || exit 1
name=${quote(fromText(name))}
lease=${terms.leaseSeconds}
longest=${terms.longestSeconds}
start_limit=${terms.startLimitSeconds}
max_tries=${terms.maxTries}
begun=$now
hold=../${quote(fromText(`${name}.hold`))}
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
function detached(args: string): string {
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
function enterOurs({ name, token, folder }: OurLease, status = 0): string {
  return `${enterFolder({ folder })}
ours() { cd ${named(name)} && read -r token <token && [ "$token" = ${quote(fromText(token))} ]; } 2>/dev/null
ours || { cd "$folder"; sleep 0.3 2>/dev/null || sleep 1; ours; } || { echo gone; exit ${status}; }
`;
}

/**
 * Prints `STATE AGE LIFE`: held, starting, started, failed or none; how many seconds ago the watchdog said that it lives; and whether its
 * process is there (`lives`) or not (`dead`): a disk that is slow to write keeps it from saying so, and doesn't end it.
 */
const SAY_STATE = `
${RUNS}
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
export function armScript(terms: LeaseTerms): string {
  return `${enterOurs(terms)}
rm -f ../${downFile(terms)}
IFS=' .' read -r now rest </proc/uptime
printf '%s\\n' "$now" >renewed.new && mv renewed.new renewed && : >armed &&
  printf '%s\\n' "$now" >held.new && mv held.new held || exit 1
${toDisk('held renewed . ..')}
${SAY_STATE}`;
}

/** Renews it. That `held` is still there afterwards is what counts: whoever starts the application takes it away first. */
export function renewScript(terms: LeaseTerms): string {
  return `${enterOurs(terms)}
IFS=' .' read -r now rest </proc/uptime
printf '%s\\n' "$now" >renewed.new && mv renewed.new renewed || { echo full; exit; }
${SAY_STATE}`;
}

export function stateScript(terms: LeaseTerms): string {
  return `${enterOurs(terms)}${SAY_STATE}`;
}

/** An exit status that says nothing of an application: neither 0, it runs, nor 3, it is stopped. */
const UNKNOWN = 9;

/** Ends as the status command does. That it said once that the application is stopped is written down: see `goes_down` of the watchdog. */
export function statusScript(terms: LeaseTerms): string {
  return `${enterOurs(terms, UNKNOWN)}
${AS_A_PERSON}
here=$PWD
cd / && sh "$here/status.sh" </dev/null
code=$?
[ $code -ne 3 ] || : >"$here/was_down"
exit $code`;
}

/** The exit status of a stop command that wasn't run, because the lease is lost. */
export const NOT_RUN = 119;

/**
 * Runs `command`, which stops the application, unless the lease is lost; the watchdog ends it before it starts the
 * application. So it says first which process it is, and looks then. That it was there stays known (`stopped`), whatever it ended with: one
 * that failed may have stopped the application all the same, later. A rename, which a full disk doesn't keep from it.
 */
export function stopScript(terms: LeaseTerms, command: string): string {
  return `${enterOurs(terms, NOT_RUN)}
${RUNS}
start_of $$ && printf '%s %s\\n' $$ "$start" >stopping.new && mv stopping.new stopping || exit 1
[ -e held ] || exit ${NOT_RUN}
rm -f was_down
(${AS_A_PERSON}; cd / && eval ${quote(fromText(command))}) </dev/null >&2
code=$?
mv stopping stopped
exit $code`;
}

/** Starts the application, unless the watchdog does, and waits until it runs or can't be started. Prints what it did. */
export function resumeScript(terms: OurLease): string {
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
export function releaseScript(terms: OurLease): string {
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
export function lookScript(terms: LeaseName): string {
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
export function recoverScript(terms: OurLease): string {
  return `${enterOurs(terms)}
${detached('recover')}${WAIT_UNTIL_OVER}${SAY_STATE}
cat log`;
}

/** Removes a lease that is over, if it is still the one of that token. */
export function removeScript(terms: OurLease): string {
  const old = quote(fromText(`${terms.name}.old`));
  return `${enterFolder(terms)}
token=
read -r token 2>/dev/null <${named(terms.name)}/token
[ "$token" = ${quote(fromText(terms.token))} ] || exit 0
mv ${named(terms.name)} ${old}.$$ 2>/dev/null || exit 0
token=
read -r token 2>/dev/null <${old}.$$/token
if [ "$token" = ${quote(fromText(terms.token))} ]; then rm -rf ${old}.$$; else mv ${old}.$$ ${named(terms.name)}; fi`;
}
