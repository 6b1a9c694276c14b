import { type ByteString, display } from '../../bytestring.ts';
import { joinPath } from '../../files/paths.ts';
import type { Host } from '../../hosts/host.ts';
import type { Node } from '../../repository/format/node.ts';
import { ATTRIBUTES_BATCH, attributesBelow } from './attributes-below.ts';
import { inBatches } from './in-batches.ts';
import { type Stay, stays } from './plan.ts';
import type { InPlacePolicy } from './plan-in-place.ts';
import type { RestoreRun } from './run.ts';
import { isUntouched } from './same-entry.ts';
import type { SourceChild } from './source-folder.ts';

/** What is taken away from a file that was saved without it. Others a system gives to all (SELinux, IMA, overlayfs). */
const TAKEN_AWAY = /^(user\.|system\.posix_acl_|security\.capability$)/;

interface Doubt {
  /** Below `/`, where it stands. */
  readonly path: ByteString;
  readonly node: Node;
  /** Null for a folder, which stays. */
  readonly child: { readonly of: SourceChild; readonly stay: Stay } | null;
}

/**
 * Finds what a listing doesn't show: entries that are as they were saved, but for their extended attributes, access
 * lists or capabilities. To be called once all else is compared.
 *
 * Without getfattr on the host, attributes that nobody saved aren't found.
 */
export async function compareAttributes(run: RestoreRun, root: Stay, policy: InPlacePolicy): Promise<void> {
  const { reader, hasGetfattr, unpacker } = run.facts;
  if (!unpacker.keepsAttributes) return;
  const inFolder = (body: string) => `cd / || exit 1\n${body}`;
  const options = { reader, hasGetfattr, inFolder, signal: run.signal };
  const read = attributesBelow(run.host, '/' as ByteString, options);
  const folders: ByteString[] = [];
  for await (const batch of inBatches(doubtsIn(run, root), ATTRIBUTES_BATCH)) {
    const found = await read.of(batch.map(({ path }) => path));
    for (const { path, node, child } of batch) {
      const there = found.get(path);
      if (there === undefined || hasAttributes(run, node, there)) continue;
      if (child === null) folders.push(path);
      else policy.replace(child.of, child.stay);
    }
  }
  if (read.unread > 0) run.reporter.onWarning(notCompared(run.host, read.unread));
  if (folders.length > 0) run.reporter.onWarning(foldersDiffer(run.host, folders));
}

async function* doubtsIn(run: RestoreRun, root: Stay): AsyncGenerator<Doubt> {
  const isAsked = (node: Node) => run.facts.hasGetfattr || run.nodes.of(node).extendedAttributes.length > 0;
  for (const stay of stays(root)) {
    const { own, folder, doubtful } = stay;
    if (own !== null && !isUntouched(own.node, own.entry) && isAsked(own.node))
      yield { path: fromRoot(folder.path), node: own.node, child: null };
    if (doubtful.size === 0) continue;
    for (const child of await folder.children()) {
      const { node } = child;
      if (!doubtful.has(node.name) || !isAsked(node)) continue;
      yield { path: fromRoot(joinPath(folder.path, node.name)), node, child: { of: child, stay } };
    }
  }
}

function fromRoot(path: ByteString): ByteString {
  return (path === '/' ? '.' : path.slice(1)) as ByteString;
}

function hasAttributes(
  { nodes }: RestoreRun,
  node: Node,
  there: ReadonlyMap<ByteString, Uint8Array>,
): boolean {
  const saved = new Map(nodes.of(node).extendedAttributes.map(({ name, value }) => [name, value]));
  for (const [name, value] of saved) {
    const actual = there.get(name);
    if (actual === undefined || Buffer.compare(actual, value) !== 0) return false;
  }
  const all = new Set(node.extendedAttributes.map(({ name }) => name));
  return [...there.keys()].every((name) => all.has(name) || !TAKEN_AWAY.test(name));
}

function notCompared({ name }: Host, files: number): string {
  return `Not all extended attributes were compared (files: ${files}): ${name} has no getfattr. Install attr there to have them compared, or restore with overwrite "always".`;
}

function foldersDiffer({ name }: Host, folders: readonly ByteString[]): string {
  return `Extended attributes and access lists of folders that stay are not restored (folders: ${folders.length}): those of "/${display(folders[0] as ByteString)}" on ${name} differ from what was saved. Restore with overwrite "always" to have them.`;
}
