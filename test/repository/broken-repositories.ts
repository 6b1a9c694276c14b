import { randomBytes } from 'node:crypto';
import type { Backend, FileKind } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import { initRepository } from '../../src/repository/init.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { listed } from '../contract/backend.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';
import { fileNode, folderNode, snapshotOf } from './nodes.ts';

/** A small whole repository, to be broken: `/folder/file`, of two blobs. */
export interface SmallRepository {
  readonly backend: Backend;
  readonly data: readonly BlobId[];
  readonly contents: readonly Buffer[];
  readonly root: BlobId;
  readonly snapshot: SnapshotId;
  readonly dataPack: string;
  readonly treePack: string;
}

export async function smallRepository(): Promise<SmallRepository> {
  const backend = createMemoryBackend();
  const repository = await initRepository(backend, PASSWORD, { key: FAST_KEY });
  await repository.loadIndex();
  const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
  const contents = [randomBytes(5000), randomBytes(3000)];
  const data: BlobId[] = [];
  for (const content of contents) data.push((await repository.saveBlob('data', Buffer.from(content))).id);
  await repository.flush();
  const [dataPack = ''] = (await listed(backend, 'pack')).keys();
  const { id: folder } = await repository.saveTree({ nodes: [fileNode('file', data, 8000)] });
  const { id: root } = await repository.saveTree({ nodes: [folderNode('folder', folder)] });
  const snapshot = await repository.saveSnapshot(snapshotOf(root));
  const treePack = [...(await listed(backend, 'pack')).keys()].find((name) => name !== dataPack) ?? '';
  await lock.release();
  await repository.close();
  return { backend, data, contents, root, snapshot, dataPack, treePack };
}

/** Replaces the bytes of a stored file, under its old name: what a bad disk or an attacker does. */
export async function replaceBytes(
  backend: Backend,
  file: { kind: FileKind; name: string },
  change: (bytes: Buffer) => Buffer,
): Promise<void> {
  const bytes = await backend.load(file);
  await backend.remove(file);
  await backend.save(file, [change(bytes)]);
}

export const truncated = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

export const emptied = () => Buffer.alloc(0);

/** One bit in the middle. */
export function bitFlipped(bytes: Buffer): Buffer {
  const changed = Buffer.from(bytes);
  changed[changed.length >> 1] = (changed[changed.length >> 1] as number) ^ 0x10;
  return changed;
}
