import { fromBytes, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';

/** What a manifest says of a bucket, whose objects stand beside it at `buckets/<name>`. JSON. */
export interface BucketRecord {
  readonly name: string;
  /** Its URL, which holds no credential. */
  readonly location: string;
  readonly objects: number;
  readonly size_bytes: number;
  /** Objects that stand under another name than their own, which is no path. */
  readonly renamed: number;
}

/** None in a manifest from before there were buckets. @throws HoldfastError repository-damaged. */
export function parseBucketRecords(json: Uint8Array): BucketRecord[] {
  try {
    const { buckets = [] } = JSON.parse(toText(fromBytes(json)) ?? '') as { buckets?: unknown };
    if (Array.isArray(buckets) && buckets.every(isRecord)) return buckets;
  } catch {
    // told below
  }
  throw new HoldfastError(
    'repository-damaged',
    'Cannot read the manifest of a snapshot: what it says of buckets can’t be read.',
  );
}

function isRecord(value: unknown): value is BucketRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { name, location, objects, size_bytes: bytes, renamed } = value as Record<string, unknown>;
  return (
    typeof name === 'string' &&
    /^[A-Za-z0-9._-]+$/.test(name) &&
    typeof location === 'string' &&
    [objects, bytes, renamed].every((count) => typeof count === 'number')
  );
}
