import { describe, expect, it } from 'vitest';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import { encodeHeader, endOfArchive } from '../../../src/files/tar/encode.ts';
import { MAX_PAX_BYTES } from '../../../src/files/tar/pax.ts';
import { encodeHeaderBlock, type HeaderBlock } from '../../../src/files/tar/ustar.ts';
import { plainHeader } from './plain-header.ts';
import { readAll } from './read-all.ts';

/** The attack on parsers that take pax records by lines: the name goes on as a record of the file's size. */
const ATTACK = 'é\n13 size=5120';

describe('names that look like pax records', () => {
  it.each([ATTACK, 'é\n20 linkpath=/etc/x', `${'a'.repeat(100)}\n16 path=../../x`])(
    '%j stays a name',
    async (name) => {
      const members = [
        encodeHeader(plainHeader(name, { sizeBytes: 5n }), 'pax').bytes,
        padded('first'),
        encodeHeader(plainHeader('next', { sizeBytes: 6n }), 'pax').bytes,
        padded('second'),
      ];
      const found = await readAll(archive(...members));
      expect(found.map(({ header }) => header.path)).toEqual([fromText(name), 'next']);
      expect(found.map(({ content }) => content.toString())).toEqual(['first', 'second']);
    },
  );

  it('as the name of an extended attribute, and as its value', async () => {
    const attribute = { name: fromText('user.%3D=%25'), value: Buffer.from('\n13 size=5120\n\0') };
    const bytes = encodeHeader(plainHeader('a', { extendedAttributes: [attribute] }), 'pax').bytes;
    const [member] = await readAll(archive(bytes));
    expect(member?.header.extendedAttributes).toEqual([attribute]);
  });
});

describe('pax records that are refused', () => {
  it.each([
    ['a length shorter than the record', '5 path=abc\n'],
    ['a length longer than the header', '99 path=abc\n'],
    ['a length past the newline', '12 path=abc\n\n\n'],
    ['a length that ends in the midst of the record, before one that is whole', '9 path=ab12 path=abc\n'],
    ['a length of 0', '0 path=abc\n'],
    ['a huge length', '99999999999999999999 path=abc\n'],
    ['a negative length', '-12 path=abc\n'],
    ['no length', ' path=abc\n'],
    ['no equals sign', '9 path  \n'],
    ['no keyword', '7 =abc\n'],
    ['a NUL byte in a name', record('path', 'a\0b')],
    ['a size that is no number', record('size', '1e3')],
    ['a negative size', record('size', '-1')],
    ['a size past 2^53', record('size', '9007199254740993')],
    ['a uid past 32 bits', record('uid', '4294967296')],
    ['a time that is no number', record('mtime', '1.2.3')],
    ['a time without digits', record('mtime', '-')],
    ['an attribute without a name', record('SCHILY.xattr.', 'x')],
    ['an unknown sparse format', record('GNU.sparse.major', '2')],
    ['sparse format 0.1', record('GNU.sparse.map', '0,1')],
    ['a sparse file without its size', sparse({ realsize: null })],
  ])('%s', async (_, records) => {
    await expect(readAll(archive(pax('x', records), file('a')))).rejects.toMatchObject({
      code: 'command-failed',
    });
  });

  it('a global header that names every member', async () => {
    await expect(readAll(archive(pax('g', record('path', 'x')), file('a')))).rejects.toThrow(/global/);
  });

  it('a header larger than its bound, before its bytes are taken in', async () => {
    const huge = header({ typeflag: 'x', sizeBytes: MAX_PAX_BYTES + 1 });
    await expect(readAll(archive(huge))).rejects.toThrow(/extended header has/);
  });

  it('two for one member', async () => {
    const one = pax('x', record('mtime', '1'));
    await expect(readAll(archive(one, one, file('a')))).rejects.toThrow(/two extended headers/);
  });

  it('one without a member', async () => {
    await expect(readAll(archive(pax('x', record('path', 'x'))))).rejects.toThrow(/without a member/);
  });
});

describe('pax records that are taken as POSIX says', () => {
  it('the later of two values holds, and an empty one takes the first back', async () => {
    const records = record('uid', '5') + record('uid', '6') + record('gid', '7') + record('gid', '');
    const [member] = await readAll(archive(pax('x', records), file('a')));
    expect(member?.header).toMatchObject({ uid: 6, gid: 0 });
  });

  it('global ones hold for all members, behind what each says itself', async () => {
    const globals = record('mtime', '5') + record('uid', '9') + record('comment', 'of git');
    const members = [pax('g', globals), file('a'), pax('x', record('uid', '1')), file('b'), file('c')];
    const found = await readAll(archive(...members));
    expect(found.map(({ header }) => header.uid)).toEqual([9, 1, 9]);
    expect(found.every(({ header }) => header.mtimeNs === 5_000_000_000n)).toBe(true);
  });

  it.each([
    ['-1.5', -1_500_000_000n],
    ['-0.5', -500_000_000n],
    ['0.000000001', 1n],
    ['1700000000.123456789', 1_700_000_000_123_456_789n],
    ['1.9999999999', 1_999_999_999n],
    ['-1.0000000001', -1_000_000_001n],
    ['4294967296', 4_294_967_296_000_000_000n],
    ['9223372036854775807.999999999', 9_223_372_036_854_775_807_999_999_999n],
  ])('the time %s', async (text, ns) => {
    const [member] = await readAll(
      archive(pax('x', record('mtime', text) + record('ctime', text)), file('a')),
    );
    expect(member?.header).toMatchObject({ mtimeNs: ns, ctimeNs: ns });
  });
});

describe('sparse maps that are refused', () => {
  it.each([
    ['segments that overlap', '2\n0\n1024\n512\n512\n', 1536],
    ['segments that fall back', '2\n1024\n512\n0\n512\n', 1024],
    ['a segment behind the file', '1\n4096\n512\n', 512],
    ['more data than the map says', '1\n0\n512\n', 1024],
    ['less data than the map says', '1\n0\n1024\n', 512],
    ['a short segment before the last', '2\n0\n100\n512\n512\n', 612],
    ['letters', '1\n0\nabc\n', 512],
    ['an empty number', '1\n\n512\n', 512],
    ['more segments than memory is given for', '99999999\n', 512],
    ['a number past 2^53', '1\n9007199254740993\n512\n', 512],
    ['no map at all', '', 0],
  ])('%s', async (_, map, dataBytes) => {
    const content = Buffer.alloc(map === '' ? 0 : 512 + dataBytes, 1);
    content.fill(0, 0, Math.min(512, content.length));
    content.write(map, 'latin1');
    const block = header({ typeflag: '0', sizeBytes: content.length });
    const bytes = archive(pax('x', sparse({ realsize: '4096' })), block, content, padding(content.length));
    await expect(readAll(bytes)).rejects.toMatchObject({ code: 'command-failed' });
  });
});

describe('members that are refused', () => {
  it.each([
    ['an unknown type', header({ typeflag: 'Z' }), /unknown type "Z"/],
    ["GNU's old sparse format", header({ typeflag: 'S' }), /unknown type "S"/],
    ['a folder with content', header({ typeflag: '5', sizeBytes: 512 }), /of content, expected none/],
    ['a file whose name ends in a slash', header({ name: 'a/' as ByteString }), /ends in a slash/],
    ['no name', header({ name: '' as ByteString }), /no name/],
    ['a symlink to nowhere', header({ typeflag: '2' }), /no target/],
    ['a negative size', header({ sizeBytes: -1 }), /size is -1/],
    ['a negative uid', header({ uid: -2 }), /uid is -2/],
  ])('%s', async (_, block, message) => {
    await expect(readAll(archive(block))).rejects.toThrow(message);
  });

  it('behind the end of the archive', async () => {
    await expect(readAll(archive(endOfArchive(), file('a')))).rejects.toThrow(/behind the end/);
  });

  it('behind a single zero block', async () => {
    await expect(readAll(archive(Buffer.alloc(512), file('a')))).rejects.toThrow(/single zero block/);
  });
});

describe('the end of an archive', () => {
  it('may be followed by the zeros of its record', async () => {
    expect(await readAll(archive(file('a'), Buffer.alloc(9999)))).toHaveLength(1);
  });

  it('is missed when one zero block alone is there', async () => {
    await expect(readAll(Buffer.concat([file('a'), Buffer.alloc(512)]))).rejects.toThrow(/ended before/);
  });

  it('is missed when nothing is there', async () => {
    await expect(readAll(Buffer.alloc(0))).rejects.toThrow(/ended before/);
  });
});

function archive(...parts: Buffer[]): Buffer {
  return Buffer.concat([...parts, endOfArchive()]);
}

function header(changes: Partial<HeaderBlock>): Buffer {
  const empty = '' as ByteString;
  const numbers = {
    permissions: 0o644,
    uid: 0,
    gid: 0,
    sizeBytes: 0,
    mtimeSeconds: 0,
    deviceMajor: 0,
    deviceMinor: 0,
  };
  const block = {
    name: 'x' as ByteString,
    typeflag: '0',
    linkName: empty,
    user: empty,
    group: empty,
    ...numbers,
  };
  return encodeHeaderBlock({ ...block, ...changes }, 'pax');
}

function file(name: string): Buffer {
  return header({ name: name as ByteString });
}

function padding(length: number): Buffer {
  return Buffer.alloc((512 - (length % 512)) % 512);
}

function padded(text: string): Buffer {
  return Buffer.concat([Buffer.from(text), padding(text.length)]);
}

function pax(typeflag: 'x' | 'g', records: string): Buffer {
  return Buffer.concat([header({ typeflag, sizeBytes: records.length }), padded(records)]);
}

function record(key: string, value: string): string {
  const rest = key.length + value.length + 3;
  const length = rest + String(rest + String(rest).length).length;
  return `${length} ${key}=${value}\n`;
}

function sparse({ realsize }: { realsize: string | null }): string {
  return [
    record('GNU.sparse.major', '1'),
    record('GNU.sparse.minor', '0'),
    record('GNU.sparse.name', 'x'),
    realsize === null ? '' : record('GNU.sparse.realsize', realsize),
  ].join('');
}
