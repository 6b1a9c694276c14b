import { type ByteString, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

export interface SnapshotSpec {
  /** An ID, the beginning of one, or `latest`. */
  readonly snapshot: string;
  /** Absolute and clean; null: the whole snapshot. */
  readonly folder: ByteString | null;
}

/** Takes restic's `SNAPSHOT` and `SNAPSHOT:FOLDER` apart. @throws HoldfastError bad-input for a relative folder. */
export function parseSnapshotSpec(text: string): SnapshotSpec {
  const colon = text.indexOf(':');
  if (colon < 0) return { snapshot: text, folder: null };
  const folder = cleanPath(text.slice(colon + 1), 'the folder of the snapshot');
  return { snapshot: text.slice(0, colon), folder: folder === '/' ? null : folder };
}

/**
 * An absolute path without doubled or trailing slashes and `.`.
 * @throws HoldfastError bad-input for a relative path, or one with `..`, which a symlink would lead elsewhere.
 */
export function cleanPath(path: string, what: string): ByteString {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  if (path.startsWith('/') && !names.includes('..')) return fromText(`/${names.join('/')}`);
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${what}: it is ${JSON.stringify(path)}, expected an absolute path without "..".`,
  );
}
