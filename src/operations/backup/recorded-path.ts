import { type ByteString, toBytes } from '../../bytestring.ts';

/** A path as a snapshot's JSON holds it: text, with U+FFFD for what isn't UTF-8, as restic writes it. */
export function recordedPath(path: ByteString): string {
  return toBytes(path).toString('utf8');
}
