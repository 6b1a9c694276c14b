import { createHash } from 'node:crypto';
import { type ByteString, display, fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { MAX_PATH_BYTES } from '../../files/paths.ts';
import { runToEnd } from '../../hosts/output.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { Node } from '../../repository/format/node.ts';
import { Faults } from './faults.ts';
import { HardLinks } from './hard-links.ts';
import { HASH_WAYS, type HashWay } from './hash-tools.ts';
import type { HostFacts } from './host-facts.ts';
import type { SourceFolder } from './source-folder.ts';
import { failureIn, inWorkspace, type Workspace } from './workspace.ts';

/** Files hashed by one command, and their bytes: a few commands run at once. */
const BATCH_FILES = 10_000;
const BATCH_BYTES = 384 * 1024 * 1024;
const PARALLEL_COMMANDS = 2;

const HASH_DIGITS = 64;
/** A record is a hash, a path and what is around it. */
const OUTPUT_LIMIT_BYTES = BATCH_FILES * (HASH_DIGITS + MAX_PATH_BYTES + 10);
const EMPTY_HASH = createHash('sha256').digest('hex');

export interface ContentsOptions {
  readonly repository: BlobSource;
  readonly hashTools: HostFacts['hashTools'];
  /** Of files of several blobs, by path in the workspace, as they were sent. Others are computed again. */
  readonly hashes: ReadonlyMap<ByteString, Buffer>;
  readonly onVerified: (files: number, bytes: number) => void;
  readonly signal?: AbortSignal | undefined;
}

interface ExpectedFile {
  readonly path: ByteString;
  readonly node: Node;
}

/**
 * Reads every file of a staging folder again, on the host, and compares its SHA-256 with what was saved. A file of
 * one blob is named by that very hash.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyContents(
  workspace: Workspace,
  folder: SourceFolder,
  options: ContentsOptions,
): Promise<void> {
  const faults = new Faults();
  const batches = inBatches(filesOf(folder, folder.path, new HardLinks()))[Symbol.asyncIterator]();
  let isFailing = false;
  const worker = async (): Promise<void> => {
    for (;;) {
      const batch = await batches.next();
      if (batch.done === true || isFailing) return;
      await verifyBatch(workspace, batch.value, options, faults).catch((error) => {
        isFailing = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: PARALLEL_COMMANDS }, worker));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  faults.throwIfAny();
}

/** Files with content, each once: other names of one file are proved by its inode. */
async function* filesOf(
  folder: SourceFolder,
  path: ByteString,
  links: HardLinks,
): AsyncGenerator<ExpectedFile> {
  for (const child of await folder.children()) {
    const childPath = `${path}/${child.node.name}` as ByteString;
    if (child.folder !== null) yield* filesOf(child.folder, childPath, links);
    else if (child.node.type === 'file' && links.firstName(child.node, childPath) === null) {
      yield { path: childPath, node: child.node };
    }
  }
}

async function* inBatches(files: AsyncIterable<ExpectedFile>): AsyncGenerator<ExpectedFile[]> {
  let batch: ExpectedFile[] = [];
  let bytes = 0n;
  for await (const file of files) {
    batch.push(file);
    bytes += file.node.sizeBytes;
    if (batch.length < BATCH_FILES && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0n;
  }
  if (batch.length > 0) yield batch;
}

async function verifyBatch(
  workspace: Workspace,
  batch: readonly ExpectedFile[],
  options: ContentsOptions,
  faults: Faults,
): Promise<void> {
  const found = await hashesOf(workspace, batch, options);
  let bytes = 0;
  for (const { path, node } of batch) {
    if (found.get(path) !== (await expectedHash(path, node, options)))
      faults.add(path, 'its content differs');
    bytes += Number(node.sizeBytes);
  }
  options.onVerified(batch.length, bytes);
}

async function hashesOf(
  workspace: Workspace,
  batch: readonly ExpectedFile[],
  { hashTools, signal }: ContentsOptions,
): Promise<Map<ByteString, string>> {
  const found = new Map<ByteString, string>();
  let left = batch.map(({ path }) => path);
  for (const tool of hashTools) {
    const way = HASH_WAYS[tool];
    const taken = left.filter(way.takes);
    left = left.filter((path) => !way.takes(path));
    if (taken.length > 0) await hashWith(way, workspace, { paths: taken, found, signal });
  }
  return found;
}

async function hashWith(
  way: HashWay,
  workspace: Workspace,
  files: {
    readonly paths: readonly ByteString[];
    readonly found: Map<ByteString, string>;
    readonly signal: AbortSignal | undefined;
  },
): Promise<void> {
  const { paths, found, signal } = files;
  const what = 'read again what was restored';
  const stdin = Buffer.from(paths.map((path) => `${path}\0`).join(''), 'latin1');
  const script = inWorkspace(workspace, way.script);
  const output = await runToEnd(workspace.host, script, { stdin, limitBytes: OUTPUT_LIMIT_BYTES, signal });
  const records = fromBytes(output.stdout).split(way.recordEnd);
  if (records.length !== paths.length + 1) throw failureIn(workspace, what, output);
  for (const [i, path] of paths.entries()) {
    const record = records[i] ?? '';
    const hash = record.slice(0, HASH_DIGITS);
    const name = record.slice(HASH_DIGITS);
    if (name !== way.nameOf(path)) {
      throw new HoldfastError(
        'command-failed',
        `Cannot ${what}: what tells hashes on "${workspace.host.name}" spoke of "${display(name as ByteString)}", expected "${display(path)}".`,
      );
    }
    found.set(path, hash);
  }
}

async function expectedHash(path: ByteString, { content }: Node, options: ContentsOptions): Promise<string> {
  const [first, second] = content ?? [];
  if (first === undefined) return EMPTY_HASH;
  if (second === undefined) return first;
  const sent = options.hashes.get(path);
  if (sent !== undefined) return sent.toString('hex');
  const hash = createHash('sha256');
  for await (const blob of options.repository.lendBlobs('data', content ?? [], options.signal)) {
    hash.update(blob.bytes);
    blob.giveBack();
  }
  return hash.digest('hex');
}
