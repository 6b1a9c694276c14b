import type { ByteString } from '../../bytestring.ts';
import type { Unpacker } from '../../files/unpackers.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Owners } from './owners.ts';
import type { SourceFolder } from './source-folder.ts';
import { datesForTouch, TOUCH_ENTRY } from './touch-dates.ts';
import { asItsRun, runIn, type Workspace } from './workspace.ts';

const ENTRY_FIELDS = 4;
/** With the longest paths a command line of 26 KB: busybox' xargs would split one over 32 KB within an entry. */
const ENTRIES_PER_SHELL = 6;

/**
 * For each entry its path, owner (empty: it can't be given), and two dates for touch. A time that can't be set is left
 * for the verification to find.
 */
const MEND = `
${TOUCH_ENTRY}
while [ $# -gt 0 ]; do
  [ -z "$2" ] || chown -h "$2" "$1" || exit 255
  t "$1" "$3" "$4"
  shift ${ENTRY_FIELDS}
done
:`;

export interface MendOptions {
  readonly unpacker: Unpacker;
  readonly owners: Owners;
  /** Folders come last: what happens in them changes their time, and may be forbidden by their final mode. */
  readonly which: 'folders' | 'others';
  readonly signal: AbortSignal | undefined;
}

/**
 * Sets the owners and times that the host's tar can't, by its chown and touch: of symlinks themselves, never of what
 * they lead to; and all of it in folders that are ours alone.
 */
export async function mend(workspace: Workspace, folder: SourceFolder, options: MendOptions): Promise<void> {
  if (options.unpacker.leavesWrong === null) return;
  const fields = fieldsOf(folder, folder.path, options);
  const first = await fields.next();
  if (first.done === true) return;
  const script = `xargs -0 -r -n ${ENTRY_FIELDS * ENTRIES_PER_SHELL} sh -c '${MEND}' mend`;
  const stdin = chain(first.value, fields);
  await runIn(workspace, 'set owners and times', asItsRun(workspace, script), {
    stdin,
    signal: options.signal,
  });
}

async function* chain(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** Inner folders before the ones around them. */
async function* fieldsOf(
  folder: SourceFolder,
  path: ByteString,
  options: MendOptions,
): AsyncGenerator<Buffer, void, undefined> {
  for (const { node, folder: below } of await folder.children()) {
    const childPath = `${path}/${node.name}` as ByteString;
    if (below !== null) yield* fieldsOf(below, childPath, options);
    const isWanted = (node.type === 'dir') === (options.which === 'folders');
    if (isWanted && options.unpacker.leavesWrong?.(node)) yield mendFields(node, childPath, options);
  }
}

function mendFields(node: Node, path: ByteString, { owners, unpacker }: MendOptions): Buffer {
  const owner = owners.of(node);
  const [exact, seconds] = datesForTouch(node.mtimeNs);
  // Its tar has set the second already: a touch that knows no fractions, and not all seconds, makes it no better.
  const otherwise = unpacker.keepsFractions ? '' : seconds;
  const fields = [path, owner === null ? '' : `${owner.uid}:${owner.gid}`, exact, otherwise];
  return Buffer.from(fields.map((field) => `${field}\0`).join(''), 'latin1');
}
