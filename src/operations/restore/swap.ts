import { type ByteString, displayText, fromBytes } from '../../bytestring.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import type { FolderMetadata, SwapBatch } from './journal.ts';
import { datesForTouch } from './touch-dates.ts';
import { failureOf, inWorkspace, runIn, type Workspace } from './workspace.ts';

/** Names that one shell swaps: while it works, each of them may be gone for a moment. */
export const NAMES_PER_BATCH = 100;
const BATCH_FIELDS = 4;

/**
 * The state of a name is where things stand, so that both directions can begin anywhere, again and again:
 *
 *     new  old  there   of a name to be placed
 *      x         ?      nothing was done
 *      x    x           what was in the way is away
 *           ?    x      done
 *
 * A name in all three is none of these: somebody made a new one meanwhile, or an interrupted `mv` copied. Then
 * nothing is touched and a person must look.
 *
 * The workspace is reached by a file descriptor of the folder itself, wherever /proc is there, and the folder of the
 * names by its path together with its device and inode: no symlink put in the way can lead a rename elsewhere.
 *
 * `carry` moves what it is given to the folder `$to`. Without root, Linux lets a folder leave the one around it only
 * while its owner may write it. While such a folder is open, its mode stands in the workspace's `opened`, for whoever
 * goes on after a kill (see `CLOSE_OPENED`). What can't be opened (an attribute forbids it) is none to be closed.
 */
const SWAP_LIBRARY = `
kind=$1; parent=$2; identity=$3; g=$4; shift 4
say() { printf "%s\\n" "$*" >&2; exit 255; }
there() { [ -e "$1" ] || [ -L "$1" ]; }
clash() { say "both the new and the old one of a name are there, and a third in their place: $parent/$1"; }
cd -P -- "$parent" && [ "$(stat -c %d:%i .)" = "$identity" ] || say "another folder stands at $parent than before"
carry() {
  for p; do
    shift
    if [ -d "$p" ] && [ ! -L "$p" ] && [ ! -w "$p" ] && [ -O "$p" ]; then
      m=$(stat -c "%a %d:%i" "$p") && n=\${p##*/} || exit 255
      printf "%s\\0" "\${m%% *}" "\${m#* }" "$parent/$n" "$V/new/$g/$n" "$V/old/$g/$n" > "$V/opened" || exit 255
      chmod u+w "$p" || { rm -f "$V/opened"; exit 255; }
      mv -f -- "$p" "$to" && chmod "\${m%% *}" "$to$n" && rm -f "$V/opened" || exit 255
    else
      set -- "$@" "$p"
    fi
  done
  [ $# -eq 0 ] || mv -f -- "$@" "$to" || exit 255
}
`;

const OPENED_FIELDS = 5;

/**
 * Gives the folder that a killed `carry` left open its mode back, wherever it stands by now: it is known by its inode, on the
 * device of the workspace, which has another number after a reboot, perhaps. What was killed before all of that was written had opened nothing yet.
 */
const CLOSE_OPENED = `
[ $# -eq ${OPENED_FIELDS} ] || exit 0
mode=$1 identity=$(stat -c %d .):\${2#*:}; shift 2
for p; do
  [ -d "$p" ] && [ ! -L "$p" ] && [ "$(stat -c %d:%i "$p")" = "$identity" ] || continue
  chmod "$mode" "$p" || exit 255
done`;

const FORWARD = `${SWAP_LIBRARY}
mkdir -p "$V/old/$g" || exit 255
away() {
  for n; do
    shift
    [ -n "$n" ] && there "./$n" || continue
    [ $kind = remove ] || there "$V/new/$g/$n" || continue
    if there "$V/old/$g/$n"; then clash "$n"; fi
    set -- "$@" "./$n"
  done
  to="$V/old/$g/"
  carry "$@"
}
into() {
  for n; do
    shift
    [ -n "$n" ] && there "$V/new/$g/$n" || continue
    set -- "$@" "$V/new/$g/$n"
  done
  to=./
  carry "$@"
}
away "$@"
[ $kind = remove ] || into "$@"`;

/** Makes no folder that is there already: the disk may be full, by the very restore that is taken back. */
const BACKWARD = `${SWAP_LIBRARY}
[ $kind = remove ] || mkdir -p "$V/new/$g" || exit 255
out() {
  for n; do
    shift
    [ -n "$n" ] && there "./$n" || continue
    if there "$V/new/$g/$n"; then
      if there "$V/old/$g/$n"; then clash "$n"; fi
      continue
    fi
    set -- "$@" "./$n"
  done
  to="$V/new/$g/"
  carry "$@"
}
back() {
  for n; do
    shift
    [ -n "$n" ] && there "$V/old/$g/$n" || continue
    if there "./$n"; then clash "$n"; fi
    set -- "$@" "$V/old/$g/$n"
  done
  to=./
  carry "$@"
}
[ $kind = remove ] || out "$@"
back "$@"`;

/** Swaps in what the batches name. Names that were swapped before are left alone. */
export async function swapIn(
  workspace: Workspace,
  batches: Iterable<SwapBatch>,
  signal?: AbortSignal,
): Promise<void> {
  await runBatches(workspace, 'swap in what was restored', FORWARD, batches, signal);
}

/** Puts back what was in the way of the batches' names, and what was swapped in into `new`. */
export async function swapBack(
  workspace: Workspace,
  batches: Iterable<SwapBatch>,
  signal?: AbortSignal,
): Promise<void> {
  await runBatches(workspace, 'put back what was there before', BACKWARD, batches, signal);
}

async function runBatches(
  workspace: Workspace,
  what: string,
  script: string,
  batches: Iterable<SwapBatch>,
  signal: AbortSignal | undefined,
): Promise<void> {
  // Descriptor 8: the hosts' own scripts use 9.
  const body = `
exec 8<. && if [ -e /proc/self/fd/8/key ]; then V=/proc/self/fd/8; else V=$PWD; fi
export V
if [ -e "$V/opened" ]; then
  xargs -0 -r -n ${OPENED_FIELDS} sh -c '${CLOSE_OPENED}' close < "$V/opened" && rm -f "$V/opened" || exit 255
fi
xargs -0 -r -n ${BATCH_FIELDS + NAMES_PER_BATCH} sh -c '${script}' swap`;
  await runIn(workspace, what, inWorkspace(workspace, body), { stdin: encodeBatches(batches), signal });
}

async function* encodeBatches(batches: Iterable<SwapBatch>): AsyncGenerator<Buffer> {
  for (const { kind, parent, parentIdentity, group, names } of batches) {
    const padding = Array<string>(NAMES_PER_BATCH - names.length).fill('');
    const fields = [kind, parent, parentIdentity, group, ...names, ...padding];
    yield Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
  }
}

/** An empty owner: it can't be given. */
const SET_METADATA = `
cd -P -- "$1" && [ "$(stat -c %d:%i .)" = "$2" ] || exit 255
[ -z "$3" ] || chown "$3" . || exit 255
chmod "$4" . || exit 255
touch -m -d "$5" . 2>/dev/null && exit
touch -m -d "$6" . 2>/dev/null || touch -m -d @0 . || exit 255
case $5 in *.000000000*) [ "$(stat -c %Y .)" = "\${6#@}" ] || echo lost;; *) echo lost;; esac`;

/** How the metadata of folders that stay is given. */
export interface Giving {
  /** Whether owners can be. */
  readonly owners: boolean;
  readonly onWarning: (message: string) => void;
}

/** Gives folders that stay their own metadata: the saved one, or what they had before. */
export async function setFolderMetadata(
  host: Host,
  folders: readonly FolderMetadata[],
  which: 'before' | 'after',
  giving: Giving,
): Promise<void> {
  if (folders.length === 0) return;
  const fields = folders.flatMap((folder) => {
    const { uid, gid, permissions, mtimeNs } = folder[which];
    const owner = giving.owners ? `${uid}:${gid}` : '';
    return [folder.path, folder.identity, owner, permissions.toString(8), ...datesForTouch(mtimeNs)];
  });
  const stdin = Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
  const script = `xargs -0 -r -n 6 sh -c '${SET_METADATA}' _`;
  const output = await runToEnd(host, script, { stdin });
  if (!isSuccess(output.exit)) throw failureOf(host, "set the folders' own metadata", output);
  const lost = output.stdout.length / 'lost\n'.length;
  if (lost > 0) giving.onWarning(timesLost(host, lost));
}

function timesLost({ name }: Host, folders: number): string {
  return `Not all times of folders that stay are exact on ${displayText(name)} (folders: ${folders}): the touch there takes no fractions of seconds, or no such time. Install GNU coreutils there and restore again to have them.`;
}

/** Whether anything was put away in `old`; removes its empty folders. */
export async function holdsOld(workspace: Workspace): Promise<boolean> {
  const body = 'rmdir old/* 2>/dev/null; [ -z "$(ls -A old)" ] && echo empty; :';
  return !fromBytes(await runIn(workspace, 'look at the undo folder', inWorkspace(workspace, body))).includes(
    'empty',
  );
}

/** Whether there is neither anything that was put away nor anything that was taken back: nothing to undo by. */
export async function isEmptied(workspace: Workspace): Promise<boolean> {
  const body =
    'for d in old/* new/*; do [ ! -d "$d" ] || [ -z "$(ls -A "$d")" ] || exit 0; done; echo emptied';
  const said = await runIn(workspace, 'look at the undo folder', inWorkspace(workspace, body));
  return fromBytes(said).includes('emptied');
}

/** Whether a name is one that `SwapBatch` can carry: padding stands for empty ones. */
export function inNameBatches(names: readonly ByteString[]): ByteString[][] {
  const batches: ByteString[][] = [];
  for (let at = 0; at < names.length; at += NAMES_PER_BATCH)
    batches.push(names.slice(at, at + NAMES_PER_BATCH));
  return batches;
}
