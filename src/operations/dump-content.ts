import { type ByteString, fromText } from '../bytestring.ts';
import type { DumpRecord } from '../databases/record.ts';
import { HoldfastError } from '../errors.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { dumpsPath } from './backup/own-tree.ts';
import { nodeAt } from './list-tree.ts';
import { IDLE, type Reporter } from './progress.ts';

/** A dump's bytes, as often as they are asked for. @throws HoldfastError repository-damaged. */
export async function contentOfDump(
  repository: Repository,
  { record, snapshot }: { record: DumpRecord; snapshot: StoredSnapshot },
  reporter: Reporter,
  signal: AbortSignal,
): Promise<() => AsyncGenerator<Uint8Array>> {
  const path = `${dumpsPath(targetOf(snapshot.snapshot) ?? '')}/${fromText(record.name)}` as ByteString;
  const { node } = await nodeAt(repository, snapshot.snapshot.tree, path, signal);
  const { content } = node;
  if (content === null || node.sizeBytes !== BigInt(record.size_bytes)) {
    throw new HoldfastError(
      'repository-damaged',
      `Cannot read the dump ${record.name}: the snapshot holds ${node.sizeBytes} bytes of it, expected ${record.size_bytes}. ` +
        'Run `holdfast check --read-data`.',
    );
  }
  return async function* read() {
    let bytesDone = 0;
    for await (const bytes of repository.loadBlobs('data', content, signal)) {
      bytesDone += bytes.length;
      const amounts = { bytesDone, bytesTotal: record.size_bytes, current: record.name };
      reporter.onProgress({ ...IDLE, ...amounts, phase: 'restoring' });
      yield bytes;
    }
  };
}
