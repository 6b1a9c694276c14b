import { formatBytes, formatCounted } from '../amounts.ts';
import { writeNewFile } from '../new-file.ts';
import { exportTar } from '../operations/restore-tar.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import { resolveSnapshot } from '../repository/find-snapshot.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import type { RestoreFlags } from './restore-flags.ts';
import { readSourceRequest, type SourceRequest } from './restore-options.ts';
import { withRepository } from './session.ts';
import type { Task } from './task.ts';

/** `restore --tar FILE`: a snapshot, or a part of it, as one plain tar archive on this machine. */
export async function restoreToTar(task: Task<RestoreFlags>, spec: string, file: string): Promise<void> {
  const request = await readSourceRequest(task, spec);
  if (task.flags.archiveFrom !== undefined) {
    const { withArchive } = await import('./from-archive.ts');
    return withArchive(task, request.snapshot, (contents) =>
      writeTar(task, { source: contents, request, snapshot: contents.snapshot, signal: task.signal }, file),
    );
  }
  await withRepository(task, 'shared', async ({ repository, signal }) => {
    const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
    await writeTar(task, { source: repository, request, snapshot, signal }, file);
  });
}

interface TarSource {
  readonly source: BlobSource;
  readonly request: SourceRequest;
  readonly snapshot: StoredSnapshot;
  readonly signal: AbortSignal;
}

async function writeTar(
  { output, reporter }: Task<RestoreFlags>,
  { source, request, snapshot, signal }: TarSource,
  file: string,
): Promise<void> {
  const write = (sink: (bytes: Uint8Array) => Promise<void>) =>
    exportTar(source, { ...request.parts, snapshot }, sink, reporter, signal);
  if (file === '-') {
    await write((bytes) => output.bytes(bytes));
    return;
  }
  const { files, folders, others, bytes } = await writeNewFile(file, write);
  await output.json({
    message_type: 'summary',
    snapshot_id: snapshot.id,
    target: file,
    total_files: files + folders + others,
    total_bytes: bytes,
  });
  await output.line(`wrote ${formatCounted(files, 'file')}, ${formatBytes(bytes)} to ${file}`);
}
