import { type ByteString, fromText } from '../../../src/bytestring.ts';
import type { OutgoingHeader } from '../../../src/files/tar/encode.ts';

/** The header of a file without anything special but `changes`. */
export function plainHeader(path: string, changes: Partial<OutgoingHeader> = {}): OutgoingHeader {
  return {
    path: fromText(path),
    type: 'file',
    linkTarget: '' as ByteString,
    permissions: 0o644,
    uid: 1000,
    gid: 1000,
    user: '' as ByteString,
    group: '' as ByteString,
    mtimeNs: 1_700_000_000_000_000_000n,
    sizeBytes: 0n,
    deviceMajor: 0,
    deviceMinor: 0,
    extendedAttributes: [],
    segments: null,
    ...changes,
  };
}
