import { randomBytes } from 'node:crypto';
import { type ByteString, display, displayText, fromBytes, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { joinPath } from '../../files/paths.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { CommandFailure, runToEnd, type StdinSource } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { Refusal } from '../../repository/write-files.ts';
import type { StandingFolder } from './destination.ts';
import { encodeSettings, type RestoreSettings } from './settings.ts';
import { adviceAgainst } from './who-may.ts';
import { stagingName } from './workspace-name.ts';

/** Statuses of our scripts that say more than that they failed. */
const NO_MODES = 95;
const NOT_OURS = 96;
const MOVED = 97;
const TAKEN_OVER = 98;

/**
 * A folder on the host's filesystem that a restore works in: `new` takes what is sent, `old` what was in the way.
 * Ours alone (0700), and entered by its path only together with its device and inode, so that nobody can put
 * another folder or a symlink in its place.
 */
export interface Workspace {
  readonly host: Host;
  readonly home: StandingFolder;
  readonly path: ByteString;
  readonly identity: string;
  /** Which run works in it: one that comes later takes it over. */
  readonly token: string;
  /** An earlier run left it: there may be something in it. */
  readonly wasThere: boolean;
  /** What is in it was left to a verification (see `LEFT_TO_VERIFY`), of which nobody knows whether it was done. */
  readonly isLeftToVerify: boolean;
  /** What is in it was restored and taken back: it may have been changed in between, and is nowhere else then. */
  readonly isTakenBack: boolean;
}

/** Stands in a workspace into which contents are written that only their verification compares with what they are named by. */
export const LEFT_TO_VERIFY = 'left-to-verify';

/** Stands in a workspace that an undo has made of an undo folder; one that was cut off has left a journal there. */
export const TAKEN_BACK = 'taken-back';

export interface OpeningOptions {
  readonly key: string;
  readonly settings: RestoreSettings;
  readonly signal: AbortSignal | undefined;
  readonly onWarning: (message: string) => void;
}

/** Makes the workspace of restore `key` in `home`, or takes over the one that an earlier run left there. */
export async function openWorkspace(
  host: Host,
  home: StandingFolder,
  { key, settings, signal, onWarning }: OpeningOptions,
): Promise<Workspace> {
  const path = joinPath(home.physical, fromText(stagingName(key)));
  const token = randomBytes(16).toString('hex');
  const { stdout, stderr, exit } = await runToEnd(host, openScript(home, { key, settings, token }), {
    signal,
  });
  if (!isSuccess(exit)) throw refused(host, path, exit, stderr);
  const [identity = '', state, left, swapped, access] = fromBytes(stdout).trim().split('\n');
  if (access === HANDED_ON) onWarning(handedOn(host, home));
  return {
    host,
    home,
    path,
    identity,
    token,
    wasThere: state === 'found',
    isLeftToVerify: left === 'left',
    isTakenBack: swapped === TAKEN_BACK,
  };
}

const HANDED_ON = 'acl';

function handedOn({ name }: Host, { path }: StandingFolder): string {
  return `What is restored gets an access list that was not saved: "${display(path)}" on ${displayText(name)} hands its default one on, and no setfacl there takes it away. Whoever it names may come to read what is restored: see getfacl; or install setfacl (the package acl) there and restore again.`;
}

/** A folder that was just made and isn't ours alone is of a filesystem without owners or modes (vfat, exFAT, NTFS, some shares): none
 * to be restored to, and what is checked below would take the folder for a stranger's.
 * A default ACL of the folder around it must not be handed on to what is restored. ls marks a folder that has any with a plus.
 * Of a key that was written just before a power cut there may be the name alone. */
function openScript(
  home: StandingFolder,
  { key, settings, token }: { key: string; settings: RestoreSettings; token: string },
): string {
  const name = quote(fromText(stagingName(key)));
  return `
${enter(home.physical, home.identity)}
state=found
if [ ! -e ${name} ] && [ ! -L ${name} ]; then
  mkdir -m 700 ${name} || exit 1
  state=made
  case "$(stat -c %u:%a ${name})" in "$(id -u)":*700) ;; *) stat -c 'mode %a of user %u' ${name} >&2; rmdir ${name}; exit ${NO_MODES};; esac
fi
[ ! -L ${name} ] && cd -P ./${name} || exit ${NOT_OURS}
[ "$(stat -c %u .)" = "$(id -u)" ] || exit ${NOT_OURS}
case "$(stat -c %a .)" in *700) ;; *) exit ${NOT_OURS};; esac
if [ ! -s key ]; then
  [ -e key ] || [ -z "$(ls -A .)" ] || exit ${NOT_OURS}
  if command -v setfacl >/dev/null; then setfacl -b -k . 2>/dev/null; fi
  echo ${key} > key || exit 1
fi
[ "$(cat key)" = ${key} ] || exit ${NOT_OURS}
printf '%s\\n' ${quote(fromText(encodeSettings(settings)))} > settings || exit 1
mkdir -p new old && echo ${token} > run && rm -f received || exit 1
stat -c %d:%i . && echo $state || exit 1
if [ -e ${LEFT_TO_VERIFY} ]; then echo left; else echo none; fi
if [ -e ${TAKEN_BACK} ] || [ -e journal ]; then echo ${TAKEN_BACK}; else echo none; fi
case "$(ls -ld .)" in ??????????+*) echo ${HANDED_ON};; esac`;
}

/** Shell lines that enter a folder, if it is still the one that it was. */
export function enter(path: ByteString, identity: string): string {
  return `cd -P -- ${quote(path)} && [ "$(stat -c %d:%i .)" = ${quote(fromText(identity))} ] || exit ${MOVED}`;
}

/** `body`, to be run in the workspace. */
export function inWorkspace(workspace: Workspace, body: string): string {
  return `\n${enter(workspace.path, workspace.identity)}\n${body}`;
}

/** The same, unless another run has taken it over. */
export function asItsRun(workspace: Workspace, body: string): string {
  return inWorkspace(workspace, `[ "$(cat run)" = ${workspace.token} ] || exit ${TAKEN_OVER}\n${body}`);
}

export interface WorkspaceRun {
  readonly stdin?: Uint8Array | AsyncIterable<Uint8Array> | StdinSource | undefined;
  readonly limitBytes?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs a script made by `inWorkspace` or `asItsRun` and gives its stdout.
 * @param what For messages: `swap in what was restored`.
 * @throws HoldfastError restore-unsafe, restore-blocked, no-space, no-permission, command-failed.
 */
export async function runIn(
  workspace: Workspace,
  what: string,
  script: string,
  options: WorkspaceRun = {},
): Promise<Buffer> {
  const output = await runToEnd(workspace.host, script, options);
  if (isSuccess(output.exit)) return output.stdout;
  throw failureIn(workspace, what, output);
}

/** Why a script made by `inWorkspace` or `asItsRun` ended as it did. */
export function failureIn({ host, path }: Workspace, what: string, { exit, stderr }: Failed): HoldfastError {
  const isOurs = 'code' in exit && [NOT_OURS, MOVED, TAKEN_OVER].includes(exit.code);
  return isOurs ? refused(host, path, exit, stderr) : failureOf(host, what, { exit, stderr });
}

/** Why a thread of ours writes no more in a workspace that another run works in. */
export function takenOver({ host, path }: Workspace): HoldfastError {
  return refused(host, path, { code: TAKEN_OVER }, Buffer.alloc(0));
}

type Failed = ConstructorParameters<typeof CommandFailure>[2];

/** What a failed command's last words mean. */
export function failureOf(host: Host, what: string, output: Failed): HoldfastError {
  const cause = new CommandFailure(what, host, output);
  const said = fromBytes(output.stderr);
  const where = `${what} on "${host.name}"`;
  if (/No space left on device|Disk quota exceeded/.test(said)) return noSpace(where, lastLine(said), cause);
  if (/Read-only file system|Permission denied|Operation not permitted/.test(said))
    return noPermission(where, lastLine(said), cause);
  return cause;
}

/** Why a thread of ours could not write or make what is in the workspace. */
export function refusedFile({ host }: Workspace, { path, code, text }: Refusal): HoldfastError {
  const where = `write what is restored on "${host.name}"`;
  const said = `${display(path)}: ${text}`;
  if (code === 'ENOSPC' || code === 'EDQUOT') return noSpace(where, said);
  if (['EACCES', 'EPERM', 'EROFS'].includes(code)) return noPermission(where, said);
  if (code === 'EMFILE' || code === 'ENFILE') {
    return new HoldfastError(
      'command-failed',
      `Cannot ${where}: ${said}, expected to open some hundred at once. Allow more (ulimit -n 1024) and restore again.`,
    );
  }
  if (code === 'ENOENT') {
    return new HoldfastError(
      'command-failed',
      `Cannot ${where}: ${said}, expected the folder that was made for it. Another run of the same restore has taken it over, or somebody removed it: let that one end, or restore again.`,
    );
  }
  return new HoldfastError(
    'command-failed',
    `Cannot ${where}: ${said}, expected to write it. Look at that filesystem (dmesg, df) and restore again.`,
  );
}

function noSpace(where: string, said: string, cause?: HoldfastError): HoldfastError {
  return new HoldfastError(
    'no-space',
    `Cannot ${where}: its filesystem is full (${said}). Free some space there (or inodes; df -i tells) and do the same again.`,
    { cause },
  );
}

function noPermission(where: string, said: string, cause?: HoldfastError): HoldfastError {
  return new HoldfastError('no-permission', `Cannot ${where}: ${said}. ${adviceAgainst(said)}`, { cause });
}

function lastLine(text: ByteString): string {
  const lines = text.trim().split('\n');
  const telling = lines.findLast((line) => /No space|quota|Read-only|Permission|not permitted/.test(line));
  return display((telling ?? lines.at(-1) ?? '') as ByteString);
}

function refused(
  host: Host,
  path: ByteString,
  exit: { code: number } | { signal: string },
  stderr: Buffer,
): HoldfastError {
  const where = `"${display(path)}" on ${displayText(host.name)}`;
  switch ('code' in exit ? exit.code : 0) {
    case NO_MODES:
      return new HoldfastError(
        'restore-blocked',
        `Cannot restore by way of ${where}: its filesystem keeps no owners and modes (a folder that was made with mode 700 has ${lastLine(fromBytes(stderr))}), expected one that does; vfat, exFAT, and NTFS as it is mostly mounted don't. Nothing was written. Restore elsewhere with --target, or take a tar there: holdfast dump SNAPSHOT / > FILE.tar.`,
      );
    case NOT_OURS:
      return new HoldfastError(
        'restore-unsafe',
        `Cannot restore by way of ${where}: something is there that this restore didn't make, expected nothing or our own folder. Look at it, remove it, and restore again.`,
      );
    case MOVED:
      return new HoldfastError(
        'restore-unsafe',
        `Cannot restore by way of ${where}: another folder stands there than before, or none. Somebody moved it while we worked; nothing was written elsewhere. Restore again.`,
      );
    case TAKEN_OVER:
      return new HoldfastError(
        'restore-blocked',
        `Cannot go on with the restore in ${where}: another run of the same restore has taken it over. Let that one end.`,
      );
    default:
      return failureOf(host, `make the folder "${display(path)}"`, { exit, stderr });
  }
}
