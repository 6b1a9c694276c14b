import { createHash } from 'node:crypto';
import { throwIfCancelled } from '../../backends/cancel.ts';
import { type ByteString, display, fromBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { MAX_PATH_BYTES } from '../../files/paths.ts';
import { runToEnd } from '../../hosts/output.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { Node } from '../../repository/format/node.ts';
import { Faults } from './faults.ts';
import { partsOf } from './file-data.ts';
import { FilesHere } from './files-here.ts';
import { HardLinks } from './hard-links.ts';
import { HASH_WAYS, type HashWay } from './hash-tools.ts';
import type { HostFacts } from './host-facts.ts';
import type { SourceFolder } from './source-folder.ts';
import { failureIn, inWorkspace, type Workspace } from './workspace.ts';

/** Files that are looked at together, and their bytes, at most one file more; a few batches at once. */
interface Batches {
  readonly files: number;
  readonly bytes: number;
  readonly atOnce: number;
}

/** Of files hashed by one command. */
const BY_COMMANDS: Batches = { files: 10_000, bytes: 384 * 1024 * 1024, atOnce: 2 };
/** Of those that our threads read: some 10 ms of work each, and always one more than they can take. */
const BY_THREADS: Batches = { files: 256, bytes: 8 * 1024 * 1024, atOnce: 8 };

const HASH_DIGITS = 64;
/** A record is a hash, a path and what is around it. */
const OUTPUT_LIMIT_BYTES = BY_COMMANDS.files * (HASH_DIGITS + MAX_PATH_BYTES + 10);
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
 * Reads every file of a staging folder again and compares it with what was saved: on the host by its SHA-256 (a file of one
 * blob is named by that very hash); where this process finds the same files, by itself, each part by its blob's name.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyContents(
  workspace: Workspace,
  folder: SourceFolder,
  options: ContentsOptions,
): Promise<void> {
  const faults = new Faults();
  const here = FilesHere.open(workspace, options.repository);
  const faultsOf = (batch: readonly ExpectedFile[]) =>
    here === null ? faultsByCommands(workspace, batch, options) : faultsHere(here, batch, options);
  try {
    const size = here === null ? BY_COMMANDS : BY_THREADS;
    await inLanes(batchesOf(folder, size), size.atOnce, async (batch) => {
      for (const [i, fault] of (await faultsOf(batch)).entries()) {
        if (fault !== null) faults.add((batch[i] as ExpectedFile).path, fault);
      }
      options.onVerified(batch.length, bytesOf(batch));
    });
  } finally {
    here?.close();
  }
  faults.throwIfAny();
}

/** After a failure no batch is begun; those under way are awaited. */
async function inLanes(
  batches: AsyncGenerator<ExpectedFile[]>,
  atOnce: number,
  work: (batch: readonly ExpectedFile[]) => Promise<void>,
): Promise<void> {
  let isFailing = false;
  const lane = async (): Promise<void> => {
    for (;;) {
      const batch = await batches.next();
      if (batch.done === true || isFailing) return;
      await work(batch.value).catch((error) => {
        isFailing = true;
        throw error;
      });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: atOnce }, lane));
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

function bytesOf(batch: readonly ExpectedFile[]): number {
  return batch.reduce((sum, { node }) => sum + Number(node.sizeBytes), 0);
}

/**
 * Files with content, each once: other names of one file are proved by its inode. A generator that gave file after file, through
 * another one for each folder above it, would take longer than to read a small one.
 */
async function* batchesOf(root: SourceFolder, { files, bytes }: Batches): AsyncGenerator<ExpectedFile[]> {
  const links = new HardLinks();
  let batch: ExpectedFile[] = [];
  let batchBytes = 0;
  const stack = [{ path: root.path, children: await root.children(), next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.children[frame.next++];
    if (child === undefined) {
      stack.pop();
      continue;
    }
    const { node, folder } = child;
    const path = `${frame.path}/${node.name}` as ByteString;
    if (folder !== null) stack.push({ path, children: await folder.children(), next: 0 });
    else if (node.type === 'file' && links.firstName(node, path) === null) {
      batch.push({ path, node });
      batchBytes += Number(node.sizeBytes);
    }
    if (batch.length < files && batchBytes < bytes) continue;
    yield batch;
    batch = [];
    batchBytes = 0;
  }
  if (batch.length > 0) yield batch;
}

/** What is wrong with each of `batch`, or null. */
async function faultsHere(
  here: FilesHere,
  batch: readonly ExpectedFile[],
  { repository, signal }: ContentsOptions,
): Promise<readonly (string | null)[]> {
  throwIfCancelled(signal);
  return here.faultsOf(
    batch.map(({ path, node }) => ({ path, blobs: partsOf(node.content ?? [], repository) })),
  );
}

/** The same, by hashes that the host's commands tell. */
async function faultsByCommands(
  workspace: Workspace,
  batch: readonly ExpectedFile[],
  options: ContentsOptions,
): Promise<readonly (string | null)[]> {
  const found = await hashesOf(workspace, batch, options);
  const faults: (string | null)[] = [];
  for (const { path, node } of batch) {
    const isSame = found.get(path) === (await expectedHash(path, node, options));
    faults.push(isSame ? null : 'its content differs');
  }
  return faults;
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
