import { writeNewFile } from '../new-file.ts';
import { exportTar } from '../operations/restore-tar.ts';
import { formatBytes, formatCounted } from '../progress/amounts.ts';
import type { RestoreFlags } from './commands/restore.ts';
import { sourceOptions } from './restore-options.ts';
import { withRepository } from './session.ts';
import type { Task } from './task.ts';

/** `restore --tar FILE`: a snapshot, or a part of it, as one plain tar archive on this machine. */
export async function restoreToTar(task: Task<RestoreFlags>, spec: string, file: string): Promise<void> {
  const { output, reporter } = task;
  await withRepository(task, 'shared', async ({ repository, signal }) => {
    const options = await sourceOptions(task, spec, repository);
    const write = (sink: (bytes: Uint8Array) => Promise<void>) =>
      exportTar(repository, options, sink, reporter, signal);
    if (file === '-') {
      await write((bytes) => output.bytes(bytes));
      return;
    }
    const { files, folders, others, bytes } = await writeNewFile(file, write);
    await output.json({
      message_type: 'summary',
      snapshot_id: options.snapshot.id,
      target: file,
      total_files: files + folders + others,
      total_bytes: bytes,
    });
    await output.line(`wrote ${formatCounted(files, 'file')}, ${formatBytes(bytes)} to ${file}`);
  });
}
