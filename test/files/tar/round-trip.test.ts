import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HoldfastError } from '../../../src/errors.ts';
import { WHOLE_CONTENT_BYTES } from '../../../src/files/tar/parser.ts';
import { archiveOf, gnuMembers, paxMembers, type Written, wholeContent } from './arbitrary.ts';
import { plainHeader } from './plain-header.ts';
import { readAll, readAllByTurns } from './read-all.ts';

const pieceBytes = fc.oneof(fc.integer({ min: 1, max: 700 }), fc.constant(512), fc.constant(65_536));

describe('what was encoded is decoded again, in whatever pieces it comes', () => {
  it.each(['pax', 'libarchive'] as const)('in %s format', async (dialect) => {
    await fc.assert(
      fc.asyncProperty(paxMembers, pieceBytes, async (members, piece) => {
        expect(await readAll(archiveOf(members, dialect), piece)).toEqual(members.map(expected));
      }),
    );
  });

  it('in GNU format', async () => {
    await fc.assert(
      fc.asyncProperty(gnuMembers, pieceBytes, async (members, piece) => {
        expect(await readAll(archiveOf(members, 'gnu'), piece)).toEqual(members.map(expected));
      }),
    );
  });

  it('by turns', async () => {
    await fc.assert(
      fc.asyncProperty(paxMembers, pieceBytes, async (members, piece) => {
        expect(await readAllByTurns(archiveOf(members, 'pax'), piece)).toEqual(members.map(expected));
      }),
    );
  });

  it('by turns, with contents that come whole in several pieces, one or many, and such that stream', async () => {
    for (const count of [1, 2, 5]) {
      for (const size of [70_000, WHOLE_CONTENT_BYTES + 513]) {
        const members = Array.from({ length: count }, (_, i) => [
          file(`large${i}`, Buffer.alloc(size, `${i}b`)),
          file(`small${i}`, Buffer.from(`after ${i}`)),
        ]).flat();
        expect(await readAllByTurns(archiveOf(members, 'pax'), 65_536)).toEqual(members.map(expected));
      }
    }
  });

  it('with contents that stream', async () => {
    for (const size of [WHOLE_CONTENT_BYTES - 1, WHOLE_CONTENT_BYTES, WHOLE_CONTENT_BYTES + 513]) {
      const members = [file('a', Buffer.alloc(size, 'ab')), file('b', Buffer.from('after'))];
      expect(await readAll(archiveOf(members, 'pax'), 40_001)).toEqual(members.map(expected));
    }
  });
});

/** Numbers at their extremes, in octal and in base-256; records that claim too much; what ends a name. */
const HURTING = [
  '77777777777\0',
  '\x80\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
  '\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff',
  '\x80\x00\x00\x00\x00\x1f\xff\xff\xff\xff\xff\xff',
  '999999999 path=x\n',
  '30 GNU.sparse.realsize=999999999999\n',
  '22 GNU.sparse.major=1\n',
  '0000000\0',
  'ustar  \0',
  '../../../etc/passwd\0',
  '__proto__=',
  'x',
  'L',
  'S',
  '\0'.repeat(512),
].map((text) => Buffer.from(text, 'latin1'));

describe('a mutated archive', () => {
  it('gives a typed error or members, never another failure', async () => {
    const mutations = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(paxMembers, mutations, fc.boolean(), async (members, changes, fixesChecksums) => {
        const archive = archiveOf(members, 'pax');
        for (const [at, byte] of changes) archive[at % archive.length] = byte;
        if (fixesChecksums) fixChecksums(archive);
        await readAll(archive).catch((error) => expect(error).toBeInstanceOf(HoldfastError));
      }),
      { numRuns: 2000 },
    );
  });

  it('altered by what tends to hurt gives the same as a whole and byte by byte, in bounded memory', async () => {
    const change = fc.record({
      at: fc.nat(),
      put: fc.oneof(
        fc.constantFrom(...HURTING),
        fc.uint8Array({ minLength: 1, maxLength: 12 }).map((bytes) => Buffer.from(bytes)),
      ),
    });
    const changes = fc.array(change, { minLength: 1, maxLength: 3 });
    const members = fc.oneof(
      paxMembers.map((some) => archiveOf(some, 'pax')),
      gnuMembers.map((some) => archiveOf(some, 'gnu')),
    );
    const bytesBefore = process.memoryUsage().rss;
    await fc.assert(
      fc.asyncProperty(members, changes, fc.nat(3000), async (archive, wanted, cut) => {
        for (const { at, put } of wanted) put.copy(archive, at % archive.length);
        fixChecksums(archive);
        const bytes = archive.subarray(0, archive.length - (cut % 3 === 0 ? cut : 0));
        const outcome = (pieceBytes: number) =>
          readAll(bytes, pieceBytes).catch((error: unknown) => {
            expect(error).toBeInstanceOf(HoldfastError);
            return 'refused';
          });
        expect(await outcome(1)).toEqual(await outcome(bytes.length || 1));
      }),
      { numRuns: 1000 },
    );
    expect(process.memoryUsage().rss - bytesBefore).toBeLessThan(512 * 1024 * 1024);
  }, 60_000);

  it('that is cut anywhere before its end is an error, and no member is given short', async () => {
    await fc.assert(
      fc.asyncProperty(paxMembers, fc.double({ min: 0, max: 1, noNaN: true }), async (members, share) => {
        const archive = archiveOf(members, 'pax');
        const cut = archive.subarray(0, Math.floor(share * (archive.length - 1)));
        await expect(readAll(cut)).rejects.toMatchObject({ code: 'command-failed' });
      }),
    );
  });

  it('whose header has one bit flipped is refused, unless it still says the same', async () => {
    const archive = archiveOf([file('name', Buffer.from('content'))], 'pax');
    const whole = await readAll(archive);
    let taken = 0;
    for (let bit = 0; bit < 512 * 8; bit++) {
      const flipped = Buffer.from(archive);
      flipped[bit >> 3] = (flipped[bit >> 3] as number) ^ (1 << (bit & 7));
      const outcome = await readAll(flipped).catch((error) => error);
      if (outcome instanceof HoldfastError) continue;
      expect(outcome, `bit ${bit}`).toEqual(whole);
      taken++;
    }
    expect(taken).toBeLessThan(16); // what pads the checksum itself
  });
});

function expected(written: Written) {
  const { segments, ...header } = written.header;
  return {
    header: { ...header, ctimeNs: null, sparse: segments !== null },
    content: wholeContent(written),
  };
}

function file(path: string, content: Buffer): Written {
  return { header: plainHeader(path, { sizeBytes: BigInt(content.length) }), content };
}

/** Makes every block that looks like a header one by its checksum, so that mutations get past that door. */
function fixChecksums(archive: Buffer): void {
  for (let at = 0; at < archive.length; at += 512) {
    if (archive.toString('latin1', at + 257, at + 262) !== 'ustar') continue;
    archive.fill(0x20, at + 148, at + 156);
    let sum = 0;
    for (let i = at; i < at + 512; i++) sum += archive[i] as number;
    archive.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148, 'latin1');
  }
}
