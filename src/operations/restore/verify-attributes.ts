import { type ByteString, display } from '../../bytestring.ts';
import type { FileReader } from '../../files/file-reader.ts';
import type { Host } from '../../hosts/host.ts';
import type { ExtendedAttribute } from '../../repository/format/node.ts';
import { ATTRIBUTES_BATCH, type AttributesFound, attributesBelow } from './attributes-below.ts';
import { Faults } from './faults.ts';
import { inBatches } from './in-batches.ts';
import type { SourceFolder } from './source-folder.ts';
import type { StagedNodes } from './staged-nodes.ts';
import { inWorkspace, type Workspace } from './workspace.ts';

export interface AttributesOptions {
  readonly reader: FileReader;
  readonly hasGetfattr: boolean;
  readonly nodes: StagedNodes;
  readonly onWarning: (message: string) => void;
  readonly signal: AbortSignal | undefined;
}

interface Expected {
  readonly path: ByteString;
  readonly attributes: readonly ExtendedAttribute[];
}

/**
 * Reads again the extended attributes, access lists and capabilities of what is staged, by the host's getfattr, or by its
 * tar as far as that is cheap. Attributes that nobody saved don't count: SELinux gives some to all.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyAttributes(
  workspace: Workspace,
  folder: SourceFolder,
  options: AttributesOptions,
): Promise<void> {
  const faults = new Faults();
  const { host, path } = workspace;
  const read = attributesBelow(host, path, { ...options, inFolder: (body) => inWorkspace(workspace, body) });
  for await (const batch of inBatches(expectedIn(folder, folder.path, options.nodes), ATTRIBUTES_BATCH)) {
    const found = await read.of(batch.map((expected) => expected.path));
    for (const expected of batch) compare(expected, found, faults);
  }
  faults.throwIfAny();
  if (read.unread > 0) options.onWarning(unverified(host, read.unread));
}

function unverified({ name }: Host, files: number): string {
  return `Not all extended attributes were verified (files: ${files}): ${name} has no getfattr. Install attr there to have them verified.`;
}

function compare({ path, attributes }: Expected, found: AttributesFound, faults: Faults): void {
  const actual = found.get(path);
  if (actual === undefined) return;
  for (const { name, value } of attributes) {
    const there = actual.get(name);
    if (there === undefined) faults.add(path, `its extended attribute "${display(name)}" is missing`);
    else if (Buffer.compare(there, value) !== 0)
      faults.add(path, `its extended attribute "${display(name)}" differs`);
  }
}

async function* expectedIn(
  folder: SourceFolder,
  path: ByteString,
  nodes: StagedNodes,
): AsyncGenerator<Expected, void, undefined> {
  for (const { node, folder: below } of await folder.children()) {
    const childPath = `${path}/${node.name}` as ByteString;
    const attributes = nodes.of(node).extendedAttributes;
    if (attributes.length > 0) yield { path: childPath, attributes };
    if (below !== null) yield* expectedIn(below, childPath, nodes);
  }
}
