import type { ByteString } from '../../bytestring.ts';
import type { SourceFolder } from './source-folder.ts';
import type { StagedNodes } from './staged-nodes.ts';
import { asItsRun, runIn, type Workspace } from './workspace.ts';

/** A mode and a path. */
const FIELDS = 2;
/** With the longest paths a command line of 25 KB: busybox' xargs would split one over 32 KB between the two. */
const ENTRIES_PER_SHELL = 6;

const CLOSE = `
while [ $# -gt 0 ]; do
  chmod "$1" "$2" || exit 255
  shift ${FIELDS}
done`;

/** Gives what was staged open to us (see `StagedNodes`) the mode that was saved. Inner folders first. */
export async function closeModes(
  workspace: Workspace,
  folder: SourceFolder,
  { nodes, signal }: { nodes: StagedNodes; signal: AbortSignal | undefined },
): Promise<void> {
  if (nodes.isNeverOpen) return;
  const script = `xargs -0 -r -n ${FIELDS * ENTRIES_PER_SHELL} sh -c '${CLOSE}' close`;
  const stdin = fieldsOf(folder, folder.path, nodes);
  await runIn(workspace, 'set the modes of what is restored', asItsRun(workspace, script), { stdin, signal });
}

async function* fieldsOf(
  folder: SourceFolder,
  path: ByteString,
  nodes: StagedNodes,
): AsyncGenerator<Buffer, void, undefined> {
  for (const { node, folder: below } of await folder.children()) {
    const childPath = `${path}/${node.name}` as ByteString;
    if (below !== null) yield* fieldsOf(below, childPath, nodes);
    if (!nodes.isOpen(node)) continue;
    yield Buffer.from(`${nodes.permissionsOf(node).toString(8)}\0${childPath}\0`, 'latin1');
  }
}
