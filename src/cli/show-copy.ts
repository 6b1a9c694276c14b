import { formatBytes, formatCounted } from '../amounts.ts';
import type { CopyResult } from '../operations/copy.ts';
import type { Output } from './output.ts';

/** Tells what a copy did. */
export async function showCopy(
  output: Output,
  result: CopyResult,
  messageType: 'summary' | 'copied' = 'summary',
): Promise<void> {
  const { copied, skipped, bytes, storedBytes } = result;
  await output.json({
    message_type: messageType,
    copied: copied.map(({ from, to }) => ({ source_id: from, snapshot_id: to })),
    skipped: skipped.map(({ from, to }) => ({ source_id: from, snapshot_id: to })),
    data_added: bytes,
    data_added_packed: storedBytes,
  });
  for (const { from, to } of copied) {
    await output.line(`snapshot ${to.slice(0, 8)} saved, copied from source snapshot ${from.slice(0, 8)}`);
  }
  const there = skipped.length === 0 ? '' : `; ${formatCounted(skipped.length, 'other')} there already`;
  await output.line(
    `copied ${formatCounted(copied.length, 'snapshot')}, added ${formatBytes(bytes)} (${formatBytes(storedBytes)} stored)${there}`,
  );
}
