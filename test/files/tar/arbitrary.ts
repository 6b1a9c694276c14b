import fc from 'fast-check';
import { type ByteString, fromBytes } from '../../../src/bytestring.ts';
import { paddingOf } from '../../../src/files/tar/block.ts';
import type { OutgoingHeader } from '../../../src/files/tar/encode.ts';
import { encodeHeader, endOfArchive } from '../../../src/files/tar/encode.ts';
import type { TarDialect } from '../../../src/files/tar/ustar.ts';

/** A member to write with its content (of a sparse file: its segments' bytes). */
export interface Written {
  readonly header: OutgoingHeader;
  readonly content: Buffer;
}

/** Any bytes that a name may hold: no NUL; often the characters that make trouble. */
const nameByte = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 255 }) },
  fc.constantFrom(...Buffer.from('\n=/ 0123456789.\\"\'é')),
);

export function names(constraints: { minLength: number; maxLength: number }): fc.Arbitrary<ByteString> {
  return fc.array(nameByte, constraints).map((bytes) => fromBytes(Uint8Array.from(bytes)));
}

const path = names({ minLength: 1, maxLength: 260 }).map(
  (name) => (name.replace(/\/+$/, '') || 'x') as ByteString,
);
const account = names({ minLength: 0, maxLength: 40 });
const id = fc.oneof(fc.integer({ min: 0, max: 70_000 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }));
const NS_PER_SECOND = 1_000_000_000n;
const secondsNs = fc.bigInt({ min: -(2n ** 36n), max: 2n ** 36n }).map((seconds) => seconds * NS_PER_SECOND);
const timeNs = fc.oneof(secondsNs, fc.bigInt({ min: -(2n ** 66n), max: 2n ** 66n }));
const attributes = fc.uniqueArray(
  fc.record({
    name: names({ minLength: 1, maxLength: 60 }),
    value: fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  }),
  { maxLength: 4, selector: ({ name }) => name },
);

const BLOCK = 512;

/** Segments of whole blocks, with or without a hole at the end, or data that ends short with the file. */
const segments = fc
  .record({
    runs: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 3 })), { maxLength: 5 }),
    end: fc.nat({ max: 3000 }),
    endsInHole: fc.boolean(),
  })
  .map(({ runs, end, endsInHole }) => {
    const found: { offset: number; length: number }[] = [];
    let at = 0;
    for (const [hole, data] of runs) {
      found.push({ offset: at + hole * BLOCK, length: data * BLOCK });
      at += (hole + data) * BLOCK;
    }
    if (!endsInHole && end > 0) found.push({ offset: at, length: end });
    return { segments: found, sizeBytes: BigInt(at + end) };
  });

const owner = { permissions: fc.nat({ max: 0o7777 }), uid: id, gid: id, user: account, group: account };
const noDevice = { deviceMajor: fc.constant(0), deviceMinor: fc.constant(0) };
const noLink = { linkTarget: fc.constant('' as ByteString) };

const plainFile = fc.uint8Array({ maxLength: 2000 }).chain((bytes) =>
  fc
    .record({
      path,
      type: fc.constant('file' as const),
      ...owner,
      ...noDevice,
      ...noLink,
      mtimeNs: timeNs,
      sizeBytes: fc.constant(BigInt(bytes.length)),
      extendedAttributes: attributes,
      segments: fc.constant(null),
    })
    .map((header): Written => ({ header, content: Buffer.from(bytes) })),
);

const sparseFile = segments.chain((map) =>
  fc
    .record({
      path,
      type: fc.constant('file' as const),
      ...owner,
      ...noDevice,
      ...noLink,
      mtimeNs: timeNs,
      extendedAttributes: attributes,
      seed: fc.integer({ min: 1, max: 250 }),
    })
    .map(({ seed, ...rest }): Written => {
      const length = map.segments.reduce((sum, segment) => sum + segment.length, 0);
      const content = Buffer.from(Array.from({ length }, (_, i) => (i * seed) % 251 || 1));
      return { header: { ...rest, ...map }, content };
    }),
);

const other = fc
  .record({
    path,
    type: fc.constantFrom(
      'dir' as const,
      'fifo' as const,
      'symlink' as const,
      'hardlink' as const,
      'dev' as const,
    ),
    ...owner,
    mtimeNs: timeNs,
    linkTarget: names({ minLength: 1, maxLength: 260 }),
    deviceMajor: fc.nat({ max: 4095 }),
    deviceMinor: fc.nat({ max: 2 ** 20 - 1 }),
    extendedAttributes: attributes,
  })
  .map(({ linkTarget, deviceMajor, deviceMinor, ...rest }): Written => {
    const isLink = rest.type === 'symlink' || rest.type === 'hardlink';
    const isDevice = rest.type === 'dev';
    return {
      header: {
        ...rest,
        linkTarget: isLink ? linkTarget : ('' as ByteString),
        deviceMajor: isDevice ? deviceMajor : 0,
        deviceMinor: isDevice ? deviceMinor : 0,
        sizeBytes: 0n,
        segments: null,
      },
      content: Buffer.alloc(0),
    };
  });

export const paxMembers = fc.array(fc.oneof(plainFile, sparseFile, other), { maxLength: 6 });

/** What GNU format can hold: whole seconds, no attributes, no holes, short account names. */
export const gnuMembers = fc.array(
  fc.tuple(fc.oneof(plainFile, other), fc.bigInt({ min: -(2n ** 52n), max: 2n ** 52n })).map(
    ([{ header, content }, seconds]): Written => ({
      header: {
        ...header,
        mtimeNs: seconds * NS_PER_SECOND,
        extendedAttributes: [],
        user: header.user.slice(0, 31) as ByteString,
        group: header.group.slice(0, 31) as ByteString,
      },
      content,
    }),
  ),
  { maxLength: 6 },
);

export function archiveOf(members: readonly Written[], dialect: TarDialect): Buffer {
  const parts = members.flatMap(({ header, content }) => [
    encodeHeader(header, dialect).bytes,
    content,
    Buffer.alloc(paddingOf(content.length)),
  ]);
  return Buffer.concat([...parts, endOfArchive()]);
}

/** The whole content of a member as a reader must give it: with zeros in its holes. */
export function wholeContent({ header, content }: Written): Buffer {
  if (header.segments === null) return content;
  const whole = Buffer.alloc(Number(header.sizeBytes));
  let at = 0;
  for (const { offset, length } of header.segments) {
    content.copy(whole, offset, at, at + length);
    at += length;
  }
  return whole;
}
