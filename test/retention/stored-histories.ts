import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDirectory } from '../../src/backends/directory.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import type { SnapshotId } from '../../src/repository/format/ids.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import { encodeSnapshot } from '../../src/repository/format/snapshot-file.ts';
import { initRepository } from '../../src/repository/init.ts';
import { SealedFiles } from '../../src/repository/sealed-files.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';

/**
 * Makes a repository in `folder` that holds these snapshots and no data: who forgets reads none. They are written without
 * waiting for the disk, which would be most of the time. Gives their IDs in that order.
 */
export async function storeHistories(folder: string, snapshots: readonly Snapshot[]): Promise<SnapshotId[]> {
  const repository = await initRepository(openDirectory(folder), PASSWORD, { key: FAST_KEY });
  const memory = createMemoryBackend();
  const files = new SealedFiles(memory, repository.masterKey, 2);
  const ids: SnapshotId[] = [];
  for (const snapshot of snapshots) {
    const name = await files.save('snapshot', encodeSnapshot(snapshot));
    await writeFile(join(folder, 'snapshots', name), await memory.load({ kind: 'snapshot', name }));
    ids.push(name);
  }
  await repository.close();
  return ids;
}
