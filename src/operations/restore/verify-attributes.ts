import { type ByteString, display, fromBytes } from '../../bytestring.ts';
import type { FileReader } from '../../files/file-reader.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { readFiles } from '../../files/read-files.ts';
import { lookAt } from '../../files/second-look.ts';
import type { ExtendedAttribute } from '../../repository/format/node.ts';
import { Faults } from './faults.ts';
import type { SourceFolder } from './source-folder.ts';
import type { StagedNodes } from './staged-nodes.ts';
import { inWorkspace, runIn, type Workspace } from './workspace.ts';

const BATCH_ENTRIES = 1000;
/** 64 KiB of attributes for each, as hex, would be more: but Linux' filesystems give one block or little more. */
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;
/** tar gives attributes with contents alone: so much is sent back to verify them where there is no getfattr. */
const MAX_READ_BYTES = 64n * 1024n * 1024n;

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

type Found = ReadonlyMap<ByteString, ReadonlyMap<ByteString, Uint8Array>>;

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
  const tar = new TarAttributes(workspace, options);
  for await (const batch of inBatches(expectedIn(folder, folder.path, options.nodes))) {
    const found = options.hasGetfattr
      ? await byGetfattr(workspace, batch, options.signal)
      : await tar.read(batch);
    for (const expected of batch) compare(expected, found, faults);
  }
  faults.throwIfAny();
  tar.sayWhatIsUnread();
}

function compare({ path, attributes }: Expected, found: Found, faults: Faults): void {
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

async function* inBatches(entries: AsyncIterable<Expected>): AsyncGenerator<Expected[]> {
  let batch: Expected[] = [];
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length < BATCH_ENTRIES) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** What it can't read has no attributes, and is found to lack them. */
async function byGetfattr(
  workspace: Workspace,
  batch: readonly Expected[],
  signal: AbortSignal | undefined,
): Promise<Found> {
  const script = inWorkspace(workspace, 'xargs -0 -r getfattr -h -d -m - -e hex -- 2>/dev/null; :');
  const stdin = Buffer.from(batch.map(({ path }) => `${path}\0`).join(''), 'latin1');
  const limitBytes = OUTPUT_LIMIT_BYTES;
  const stdout = await runIn(workspace, 'read extended attributes', script, { stdin, limitBytes, signal });
  const found = new Map<ByteString, Map<ByteString, Uint8Array>>(batch.map(({ path }) => [path, new Map()]));
  let of: Map<ByteString, Uint8Array> | undefined;
  for (const line of fromBytes(stdout).split('\n')) {
    const file = /^# file: (.*)$/.exec(line)?.[1];
    if (file !== undefined) of = found.get(unescaped(file));
    const [, name, hex] = /^([^#][^=]*)=0x([0-9a-f]*)$/.exec(line) ?? [];
    if (name !== undefined && hex !== undefined) of?.set(unescaped(name), Buffer.from(hex, 'hex'));
  }
  return found;
}

/** getfattr writes newlines, backslashes and `=` as `\012`, `\134` and `\075`. */
function unescaped(text: string): ByteString {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  ) as ByteString;
}

/** Reads attributes by the host's tar. */
class TarAttributes {
  readonly #workspace: Workspace;
  readonly #options: AttributesOptions;
  #readBytes = 0n;
  #unread = 0;

  constructor(workspace: Workspace, options: AttributesOptions) {
    this.#workspace = workspace;
    this.#options = options;
  }

  async read(batch: readonly Expected[]): Promise<Found> {
    const { reader, signal } = this.#options;
    const { host, path: root } = this.#workspace;
    const paths = new Map(batch.map(({ path }) => [`${root}/${path}` as ByteString, path]));
    const { entries } = await lookAt(host, paths.keys(), { reader, signal });
    const found = new Map<ByteString, Map<ByteString, Uint8Array>>();
    const cheap = [...entries.values()].filter((entry) => this.#isCheap(entry));
    for await (const event of readFiles(host, cheap, { reader, signal })) {
      if (event.kind !== 'content') continue;
      if (!Buffer.isBuffer(event.content)) for await (const _ of event.content);
      const path = paths.get(event.entry.path);
      const attributes = event.extendedAttributes.map(({ name, value }) => [name, value] as const);
      if (path !== undefined) found.set(path, new Map(attributes));
    }
    return found;
  }

  sayWhatIsUnread(): void {
    if (this.#unread === 0) return;
    this.#options.onWarning(
      `Not all extended attributes were verified (files: ${this.#unread}): ${this.#workspace.host.name} has no getfattr. Install attr there to have them verified.`,
    );
  }

  #isCheap({ sizeBytes, type }: ListedEntry): boolean {
    const bytes = type === 'file' ? sizeBytes : 0n;
    if (this.#readBytes + bytes > MAX_READ_BYTES) {
      this.#unread++;
      return false;
    }
    this.#readBytes += bytes;
    return true;
  }
}
