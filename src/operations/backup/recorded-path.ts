import { type ByteString, toBytes } from '../../bytestring.ts';
import type { BackupOptions } from './options.ts';
import { bucketsPath, dumpsPath } from './own-tree.ts';

/** A path as a snapshot's JSON holds it: text, with U+FFFD for what isn't UTF-8, as restic writes it. */
export function recordedPath(path: ByteString): string {
  return toBytes(path).toString('utf8');
}

/** What a snapshot says that it is of: the host's paths, or of dumps or buckets alone the folder that they stand in. */
export function recordedPaths({
  paths,
  target,
  dumps = [],
  buckets = [],
}: Pick<BackupOptions, 'paths' | 'target' | 'dumps' | 'buckets'>): string[] {
  const own = dumps.length === 0 && buckets.length > 0 ? bucketsPath(target) : dumpsPath(target);
  return (paths.length > 0 ? paths : [own]).map(recordedPath);
}
