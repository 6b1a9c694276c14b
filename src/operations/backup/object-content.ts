import type { ObjectHeaders, ObjectPart, ObjectStore } from '../../backends/object-store.ts';
import { type ByteString, fromText, toBytes, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { ExtendedAttribute } from '../../repository/format/node.ts';

/** Bytes of one request: what an object under way takes of memory, and once more for the next of it. */
export const PART_BYTES = 4 * 1024 * 1024;

/** As which a node keeps what an object is kept with: JSON, `{"headers":{…},"metadata":{…}}`. None: nothing but bytes. */
const ATTRIBUTE = 'user.holdfast.object' as ByteString;

/** An object's bytes from the first part on; another in its place is an error (`ObjectStore.faultIn`). */
export async function* contentOf(
  store: ObjectStore,
  key: string,
  first: ObjectPart,
  signal: AbortSignal,
): AsyncGenerator<Buffer> {
  yield first.bytes;
  const { sizeBytes, tag } = first;
  for (let offset = first.bytes.length; offset < sizeBytes; ) {
    const part = await store.readPart(key, { offset, lengthBytes: PART_BYTES, tag }, signal);
    offset += part.bytes.length;
    yield part.bytes;
  }
}

export function attributesOf({ headers, metadata }: ObjectHeaders): ExtendedAttribute[] {
  if (Object.keys(headers).length + Object.keys(metadata).length === 0) return [];
  const json = JSON.stringify({ headers: sorted(headers), metadata: sorted(metadata) });
  return [{ name: ATTRIBUTE, value: toBytes(fromText(json)) }];
}

/** @throws HoldfastError repository-damaged for one that isn't ours. */
export function headersIn(attributes: readonly ExtendedAttribute[], shown: string): ObjectHeaders {
  const found = attributes.find(({ name }) => name === ATTRIBUTE);
  if (found === undefined) return { headers: {}, metadata: {} };
  try {
    const text = toText(Buffer.from(found.value).toString('latin1') as ByteString) ?? '';
    const { headers, metadata } = JSON.parse(text) as Partial<ObjectHeaders>;
    if (isTexts(headers) && isTexts(metadata)) return { headers, metadata };
  } catch {
    // told below
  }
  throw new HoldfastError(
    'repository-damaged',
    `Cannot read what the object ${shown} of the snapshot was kept with: expected JSON of ours. Run \`holdfast check --read-data\`.`,
  );
}

/** The names of those in which two differ: `content-type`, `x-amz-meta-origin`. Empty: they are kept alike. */
export function differingHeaders(one: ObjectHeaders, other: ObjectHeaders): string[] {
  const differing = (a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>) =>
    [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name]).sort();
  return [
    ...differing(one.headers, other.headers),
    ...differing(one.metadata, other.metadata).map((name) => `x-amz-meta-${name}`),
  ];
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

function sorted(texts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
