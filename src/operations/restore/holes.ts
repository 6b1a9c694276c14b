import type { Segment } from '../../files/tar/member.ts';
import type { BlobId } from '../../repository/format/ids.ts';

/**
 * The blob of 512 KiB of zeros: what the chunker makes of every hole, since no cut falls into zeros before its
 * smallest chunk is full.
 */
export const ZERO_BLOB = '07854d2fef297a06ba81685e660c332de36d5d18d546927d30daad6d7fda1541' as BlobId;
export const ZERO_BLOB_BYTES = 512 * 1024;

/** A hole begins and ends at multiples of tar's block, or at the file's end. */
const ALIGNMENT_BYTES = 512;

export interface FileBlob {
  readonly id: BlobId;
  readonly sizeBytes: number;
}

/** Where a file of these blobs has data, if the rest is left as holes; null for a file without zero blobs. */
export function segmentsOf(blobs: readonly FileBlob[]): Segment[] | null {
  if (blobs.every(({ id }) => id !== ZERO_BLOB)) return null;
  const segments: Segment[] = [];
  let dataStart = 0;
  let offset = 0;
  for (let i = 0; i < blobs.length; ) {
    if (blobs[i]?.id !== ZERO_BLOB) {
      offset += blobs[i++]?.sizeBytes ?? 0;
      continue;
    }
    const holeStart = Math.ceil(offset / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    while (blobs[i]?.id === ZERO_BLOB) offset += blobs[i++]?.sizeBytes ?? 0;
    const holeEnd = i === blobs.length ? offset : Math.floor(offset / ALIGNMENT_BYTES) * ALIGNMENT_BYTES;
    if (holeStart > dataStart) segments.push({ offset: dataStart, length: holeStart - dataStart });
    dataStart = holeEnd;
  }
  if (offset > dataStart) segments.push({ offset: dataStart, length: offset - dataStart });
  return segments;
}

/** The parts of the bytes `[offset, offset + bytes.length)` of a file that lie in its segments. */
export function* withoutHoles(
  bytes: Uint8Array,
  offset: number,
  segments: readonly Segment[] | null,
): Generator<Uint8Array> {
  if (segments === null) {
    yield bytes;
    return;
  }
  for (let i = firstEndingBehind(segments, offset); i < segments.length; i++) {
    const segment = segments[i] as Segment;
    const start = Math.max(segment.offset, offset);
    const end = Math.min(segment.offset + segment.length, offset + bytes.length);
    if (start >= end) return;
    yield bytes.subarray(start - offset, end - offset);
  }
}

function firstEndingBehind(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle] as Segment;
    if (segment.offset + segment.length > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
