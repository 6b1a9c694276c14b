import { type ByteString, toBytes } from '../../bytestring.ts';
import type { BackupOptions } from './options.ts';
import { dumpsPath } from './own-tree.ts';

/** A path as a snapshot's JSON holds it: text, with U+FFFD for what isn't UTF-8, as restic writes it. */
export function recordedPath(path: ByteString): string {
  return toBytes(path).toString('utf8');
}

/** What a snapshot says that it is of: the host's paths, or of dumps alone the folder that they stand in. */
export function recordedPaths({ paths, target }: Pick<BackupOptions, 'paths' | 'target'>): string[] {
  return (paths.length > 0 ? paths : [dumpsPath(target)]).map(recordedPath);
}
