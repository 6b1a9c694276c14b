import type { ByteString } from '../bytestring.ts';
import { givenPath } from '../files/given-path.ts';

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
  const folder = givenPath(text.slice(colon + 1), 'the folder of the snapshot');
  return { snapshot: text.slice(0, colon), folder: folder === '/' ? null : folder };
}
