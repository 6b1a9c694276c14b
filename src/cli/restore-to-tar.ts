import { exportTar } from '../operations/restore-tar.ts';
import { formatBytes, formatCounted } from '../progress/amounts.ts';
import type { RestoreFlags } from './commands/restore.ts';
import { intoFile } from './into-file.ts';
import { sourceOptions } from './restore-options.ts';
import { withRepository } from './session.ts';
import type { Task } from './task.ts';

/** `restore --tar FILE`: a snapshot, or a part of it, as one plain tar archive on this machine. */
export async function restoreToTar(task: Task<RestoreFlags>, spec: string, file: string): Promise<void> {
  const result = await withRepository(task, 'shared', async ({ repository, signal }) => {
    const options = await sourceOptions(task, spec, repository);
    const written: { totals: Awaited<ReturnType<typeof exportTar>> | null } = { totals: null };
    await intoFile(file, task.output, async (sink) => {
      written.totals = await exportTar(repository, options, sink, task.reporter, signal);
    });
    return { ...options, ...written };
  });
  // With `-` stdout is the archive.
  if (file === '-' || result.totals === null) return;
  const { files, folders, others, bytes } = result.totals;
  await task.output.json({
    message_type: 'summary',
    snapshot_id: result.snapshot.id,
    target: file,
    total_files: files + folders + others,
    total_bytes: bytes,
  });
  await task.output.line(`wrote ${formatCounted(files, 'file')}, ${formatBytes(bytes)} to ${file}`);
}
