import { formatBytes, formatCount, formatCounted } from '../amounts.ts';
import type { PruneResult } from '../operations/prune.ts';

/** restic's `summary` message of prune, with what we wrote, and what Object Lock keeps. */
export function pruneJson({ blobs, bytes, packs, ...result }: PruneResult): object {
  const blobTotal = blobs.used + blobs.duplicate + blobs.unused;
  const blobsRemoved = blobs.remove + blobs.repackRemove;
  return {
    message_type: 'summary',
    dry_run: result.dryRun,
    blobs: {
      used: blobs.used,
      duplicate: blobs.duplicate,
      unused: blobs.unused,
      total: blobTotal,
      repack: blobs.repack,
      repack_remove: blobs.repackRemove,
      remove: blobs.remove,
      remove_total: blobsRemoved,
      remaining: blobTotal - blobsRemoved,
    },
    bytes: {
      used: bytes.used,
      duplicate: bytes.duplicate,
      unused: bytes.unused,
      unreferenced: bytes.unreferenced,
      uncompressed: bytes.uncompressed,
      total: bytes.used + bytes.duplicate + bytes.unused + bytes.unreferenced,
      repack: bytes.repack,
      repack_remove: bytes.repackRemove,
      remove: bytes.remove,
      remove_total: freedBytes(bytes),
      remaining: result.remainingBytes,
      remaining_unused: result.remainingUnusedBytes,
    },
    packfiles: {
      used: packs.used,
      unused: packs.unused,
      partly_used: packs.partlyUsed,
      unreferenced: packs.unreferenced,
      total: packs.used + packs.unused + packs.partlyUsed + packs.unreferenced,
      keep: packs.keep,
      repack: packs.repack,
      remove: packs.remove,
      remove_total: packs.unreferenced + packs.remove,
    },
    written: result.written,
    retained: result.retained,
  };
}

function freedBytes({ remove, repackRemove, unreferenced }: PruneResult['bytes']): number {
  return remove + repackRemove + unreferenced;
}

/** Lines for a person: what was done or would be, and with `isVerbose` what was found. */
export function pruneLines(result: PruneResult, isVerbose: boolean): string[] {
  const { blobs, bytes, packs, dryRun, retained } = result;
  const lines: string[] = [];
  const row = (what: string, count: number, size: number) =>
    lines.push(`${what.padEnd(14)}${formatCount(count).padStart(11)} blobs / ${formatBytes(size)}`);
  if (isVerbose) {
    row('used:', blobs.used, bytes.used);
    if (blobs.duplicate > 0) row('duplicates:', blobs.duplicate, bytes.duplicate);
    row('unused:', blobs.unused, bytes.unused);
    if (bytes.unreferenced > 0) lines.push(`in no index:  ${formatBytes(bytes.unreferenced)}`);
  }
  row(dryRun ? 'to repack:' : 'repacked:', blobs.repack, bytes.repack);
  row('this removes:', blobs.repackRemove, bytes.repackRemove);
  row(dryRun ? 'to delete:' : 'deleted:', blobs.remove, bytes.remove + bytes.unreferenced);
  row('total prune:', blobs.remove + blobs.repackRemove, freedBytes(bytes));
  if (bytes.uncompressed > 0) lines.push(`not yet compressed: ${formatBytes(bytes.uncompressed)}`);
  const part = result.remainingBytes === 0 ? 0 : result.remainingUnusedBytes / result.remainingBytes;
  lines.push(
    `${dryRun ? 'would remain' : 'remaining'}: ${formatBytes(result.remainingBytes)}, ` +
      `of which ${formatBytes(result.remainingUnusedBytes)} (${(part * 100).toFixed(2)} %) are unused`,
  );
  if (isVerbose) {
    lines.push(
      `packs: ${formatCount(packs.keep)} kept, ${formatCount(packs.repack)} repacked, ` +
        `${formatCount(packs.remove)} deleted, and ${formatCount(packs.unreferenced)} that no index named`,
    );
  }
  if (retained.packs > 0 || retained.indexes > 0) {
    const what = `${formatCounted(retained.packs, 'pack')} (${formatBytes(retained.bytes)})`;
    const indexes = retained.indexes > 0 ? ` and ${formatCounted(retained.indexes, 'index', 'indexes')}` : '';
    lines.push(`Object Lock keeps ${what}${indexes} for now: a later prune removes them.`);
  }
  return lines;
}
