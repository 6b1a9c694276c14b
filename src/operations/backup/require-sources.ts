import { HoldfastError } from '../../errors.ts';
import type { BackupOptions } from './options.ts';

/**
 * A backup of nothing would be complete, the newest, and what the next restore takes.
 * @throws HoldfastError bad-input.
 */
export function requireSources({
  paths,
  dumps = [],
  buckets = [],
}: Pick<BackupOptions, 'paths' | 'dumps' | 'buckets'>): void {
  if (paths.length + dumps.length + buckets.length > 0) return;
  throw new HoldfastError(
    'bad-input',
    'Cannot back up nothing: no path, no database and no bucket is named, expected one at least. Name what is to be saved.',
  );
}
