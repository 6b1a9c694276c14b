import { formatBytes, formatCounted } from '../amounts.ts';
import { requiredInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary } from '../github/summary.ts';
import { writeNewFile } from '../new-file.ts';
import { exportTar } from '../operations/restore-tar.ts';
import { readSource, readSourceAccess } from './restore-inputs.ts';
import { withSource } from './restore-source.ts';
import { tarSummary } from './restore-summary.ts';
import type { StageTools } from './stage.ts';

/** Writes a snapshot, or a part of it, as a tar archive on the runner. */
export async function restoreToTar(tools: StageTools): Promise<void> {
  const startedMs = performance.now();
  const file = requiredInput('tar', 'Name the file to write.');
  const access = await readSourceAccess();
  const { spec, filter, parts } = readSource();
  await withSource(access, { spec: spec.snapshot, filter }, tools, async ({ source, snapshot }) => {
    const { files, bytes } = await writeNewFile(file, (write) =>
      exportTar(source, { ...parts, snapshot }, write, tools.reporter, tools.signal),
    );
    setOutputs({
      'snapshot-id': snapshot.id,
      'files-total': files,
      'bytes-total': bytes,
      'duration-seconds': Math.round((performance.now() - startedMs) / 1000),
    });
    addSummary(tarSummary({ snapshotId: snapshot.id, files, bytes, file }));
    log.info(
      `Snapshot ${snapshot.id.slice(0, 8)}: ${formatCounted(files, 'file')}, ${formatBytes(bytes)} in ${file}.`,
    );
  });
}
