import { execFile, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ByteString, fromBytes, fromText } from '../../../src/bytestring.ts';
import { TarWriter } from '../../../src/files/tar/writer.ts';
import { plainHeader } from './plain-header.ts';
import { readAll } from './read-all.ts';

const run = promisify(execFile);
const GNU_TAR = [
  '--format=pax',
  '--pax-option=delete=atime',
  '--numeric-owner',
  '--sparse',
  '--xattrs',
  '--xattrs-include=*',
];

/** Names made in the shell's `$'…'`, and as bytes. */
const NAMES: readonly (readonly [string, string])[] = [
  ["$'\\303\\251\\n13 size=5120'", 'é\n13 size=5120'],
  ["$'\\377\\376 invalid'", '\xff\xfe invalid'],
  ["$'quo\\'te\"back\\\\slash'", 'quo\'te"back\\slash'],
  ["'-rf'", '-rf'],
  [`'${'n'.repeat(255)}'`, 'n'.repeat(255)],
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-gnu-tar-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('what GNU tar writes is read exactly', () => {
  it.each(['pax', 'gnu'])('names, times, owners in %s format', async (format) => {
    const tree = join(folder, `names-${format}`);
    const files = NAMES.map(([shell], i) => `printf ${i} > ./${shell}`).join('; ');
    await bash(`mkdir -p ${tree}/d; cd ${tree}/d; ${files}; ln -s ./${NAMES[0]?.[0]} link; mkfifo fifo; mknod dev b 7 300
      touch -h -d @-1.5 link; touch -d '1969-12-31 23:59:58.25Z' ./-rf; touch -d @5000000000.123456789 fifo; chown 3000000:4294967294 fifo; chmod 7777 fifo`);
    const members = await readArchive(await bash(`cd ${tree}; tar -c -f - ${gnuTar(format)} d`));
    for (const [i, [, name]] of NAMES.entries()) {
      expect(members.get(`d/${bytesOf(name)}`)?.content.toString(), name).toBe(String(i));
    }
    const exact = format === 'pax';
    expect(members.get('d/link')?.header).toMatchObject({
      type: 'symlink',
      linkTarget: `./${bytesOf(NAMES[0]?.[1] ?? '')}`,
      mtimeNs: exact ? -1_500_000_000n : -2_000_000_000n,
    });
    expect(members.get('d/-rf')?.header.mtimeNs).toBe(exact ? -1_750_000_000n : -2_000_000_000n);
    expect(members.get('d/fifo')?.header).toMatchObject({
      type: 'fifo',
      uid: 3_000_000,
      gid: 4_294_967_294,
      permissions: 0o7777,
      mtimeNs: exact ? 5_000_000_000_123_456_789n : 5_000_000_000_000_000_000n,
    });
    expect(members.get('d/dev')?.header).toMatchObject({ type: 'dev', deviceMajor: 7, deviceMinor: 300 });
  });

  it('extended attributes with any bytes in name and value, and ctime', async () => {
    await bash(
      `cd ${folder}; printf x > attributes; setfattr -n 'user.a=b%3D%' -v 0x000a31332073697a653d35 attributes; setfattr -n user.empty attributes`,
    );
    const members = await readArchive(await bash(`cd ${folder}; tar -c -f - ${gnuTar('pax')} attributes`));
    const header = members.get('attributes')?.header;
    expect(header?.extendedAttributes).toEqual([
      { name: 'user.a=b%3D%', value: Buffer.from('\0\n13 size=5') },
      { name: 'user.empty', value: Buffer.alloc(0) },
    ]);
    const { stdout } = await run('find', [join(folder, 'attributes'), '-printf', '%C@']);
    expect(`${header?.ctimeNs}0`).toBe(stdout.replace('.', ''));
  });

  it.each([
    ['a hole in front', 'printf data | dd of=f bs=1 seek=1000000 conv=notrunc'],
    ['a hole at the end', 'printf data > f; truncate -s 3000001 f'],
    ['nothing but a hole', 'truncate -s 5000000 f'],
    [
      'many holes',
      'for i in 0 2 4 6 8 10 12 14; do printf "part $i" | dd of=f bs=4096 seek=$i conv=notrunc; done; truncate -s 99999 f',
    ],
    [
      'a map of several blocks',
      'for i in $(seq 0 2 300); do printf "$i" | dd of=f bs=4096 seek=$i conv=notrunc 2>/dev/null; done',
    ],
  ])('a sparse file with %s', async (name, make) => {
    const tree = join(folder, 'sparse', name);
    await bash(`mkdir -p '${tree}'; cd '${tree}'; { ${make}; } 2>/dev/null`);
    const archive = await bash(`cd '${tree}'; tar -c -f - ${gnuTar('pax')} f`);
    const member = (await readArchive(archive)).get('f');
    const truth = await bash(`cat '${tree}/f'`);
    expect(member?.header).toMatchObject({ sparse: true, sizeBytes: BigInt(truth.length) });
    expect(member?.content.equals(truth)).toBe(true);
  });

  it('a file of 9 GiB of hole with its size in a pax record', async () => {
    await bash(`cd ${folder}; truncate -s 9G huge; printf end >> huge`);
    const archive = await bash(`cd ${folder}; tar -c -f - ${gnuTar('pax')} huge`);
    expect(archive.length).toBeLessThan(100_000);
    const { readTar } = await import('../../../src/files/tar/decode.ts');
    const parts: unknown[] = [];
    for await (const { header, content } of readTar(once(archive))) {
      expect(header.sizeBytes).toBe(9n * 1024n ** 3n + 3n);
      if (!Buffer.isBuffer(content))
        for await (const part of content) parts.push('holeBytes' in part ? part.holeBytes : part.length);
    }
    expect(parts).toEqual([9 * 1024 ** 3, 3]);
  });
});

describe('what is written is taken by GNU tar exactly', () => {
  it.each(['pax', 'gnu'] as const)('names, times, owners, links in %s format', async (dialect) => {
    const target = join(folder, `to-${dialect}`);
    const writer = archiveWriter(dialect);
    const mtimeNs = dialect === 'pax' ? -1_500_000_000n : -2_000_000_000n;
    await writer.add(plainHeader('d', { type: 'dir', permissions: 0o700 }));
    for (const [i, [, name]] of NAMES.entries()) {
      const path = `d/${bytesOf(name)}` as ByteString;
      await writer.add({ ...plainHeader(''), path, sizeBytes: 1n, mtimeNs }, Buffer.from(String(i)));
    }
    const first = `d/${bytesOf(NAMES[0]?.[1] ?? '')}` as ByteString;
    await writer.add(plainHeader('d/again', { type: 'hardlink', linkTarget: first }));
    await writer.add(plainHeader('d/link', { type: 'symlink', linkTarget: '\xff\n' as ByteString, mtimeNs }));
    await writer.add(
      plainHeader('d/fifo', { type: 'fifo', permissions: 0o7777, uid: 3_000_000, gid: 4_294_967_294 }),
    );
    await writer.add(plainHeader('d/dev', { type: 'chardev', deviceMajor: 7, deviceMinor: 300 }));
    await extract(await writer.end(), target);
    const listing = await bash(`cd ${target}/d; find . -printf '%p\\0%y %m %U %G %s %T@ %n\\0%l\\0'`);
    const seconds = dialect === 'pax' ? '-2.5000000000' : '-2.0000000000';
    const fields = fromBytes(listing).split('\0');
    const found = new Map<string, string[]>();
    for (let i = 0; i + 2 < fields.length; i += 3) found.set(fields[i] as string, fields.slice(i + 1, i + 3));
    for (const [i, [, name]] of NAMES.entries()) {
      expect(found.get(`./${bytesOf(name)}`)).toEqual([
        `f 644 1000 1000 1 ${seconds} ${i === 0 ? 2 : 1}`,
        '',
      ]);
    }
    expect(found.get('./link')).toEqual([`l 777 1000 1000 2 ${seconds} 1`, '\xff\n']);
    expect(found.get('./fifo')).toEqual(['p 7777 3000000 4294967294 0 1700000000.0000000000 1', '']);
    expect(found.get('./dev')?.[0]).toMatch(/^c /);
    expect((await bash(`stat -c '%t %T' ${target}/d/dev`)).toString()).toBe('7 12c\n');
  });

  it('extended attributes', async () => {
    const target = join(folder, 'to-attributes');
    const extendedAttributes = [
      { name: fromText('user.a=b%3D%'), value: Buffer.from('\0\n13 size=5') },
      { name: fromText('user.empty'), value: Buffer.alloc(0) },
    ];
    const writer = archiveWriter('pax');
    await writer.add(plainHeader('f', { extendedAttributes }));
    await extract(await writer.end(), target);
    const back = await readArchive(await bash(`cd ${target}; tar -c -f - ${gnuTar('pax')} f`));
    expect(back.get('f')?.header.extendedAttributes).toEqual(extendedAttributes);
  });

  it.each([
    ['a hole at the end', [{ offset: 0, length: 4096 }], 1_000_000],
    ['a hole in front, data that ends short', [{ offset: 1_048_576, length: 700 }], 1_049_276],
    [
      'holes between',
      [
        { offset: 8192, length: 4096 },
        { offset: 65_536, length: 512 },
      ],
      65_537 + 511,
    ],
    ['nothing but a hole', [], 12_345],
    [
      'a map of several blocks',
      Array.from({ length: 200 }, (_, i) => ({ offset: i * 8192, length: 4096 })),
      1_700_000,
    ],
  ])('a sparse file with %s', async (name, segments, sizeBytes) => {
    const target = join(folder, 'to-sparse', name);
    const length = segments.reduce((sum, segment) => sum + segment.length, 0);
    const content = Buffer.alloc(length, 'data of the segments ');
    const writer = archiveWriter('pax');
    await writer.add(plainHeader('f', { sizeBytes: BigInt(sizeBytes), segments }), content);
    await writer.add(plainHeader('after', { sizeBytes: 5n }), Buffer.from('after'));
    await extract(await writer.end(), target);
    const restored = await bash(`cat '${target}/f'`);
    const truth = Buffer.alloc(sizeBytes);
    let at = 0;
    for (const segment of segments) at += content.copy(truth, segment.offset, at, at + segment.length);
    expect(restored.equals(truth)).toBe(true);
    expect((await bash(`cat '${target}/after'`)).toString()).toBe('after');
    const blocks = Number((await bash(`stat -c %b '${target}/f'`)).toString()) * 512;
    expect(blocks).toBeLessThan(length + 100_000);
  });
});

function bytesOf(text: string): string {
  return [...text].some((character) => character > '\xff') || text.startsWith('é') ? fromText(text) : text;
}

function gnuTar(format: string): string {
  return format === 'pax' ? GNU_TAR.join(' ') : '--format=gnu --numeric-owner';
}

async function bash(script: string): Promise<Buffer> {
  const options = { encoding: 'buffer', maxBuffer: 1 << 28, env: { ...process.env, LC_ALL: 'C' } } as const;
  return (await run('bash', ['-e', '-c', script], options)).stdout;
}

async function readArchive(archive: Buffer) {
  return new Map((await readAll(archive)).map((member) => [member.header.path.replace(/^\.\//, ''), member]));
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function archiveWriter(dialect: 'pax' | 'gnu') {
  const parts: Buffer[] = [];
  const writer = new TarWriter(async (bytes) => void parts.push(Buffer.from(bytes)), dialect);
  return {
    add: writer.add.bind(writer),
    end: async () => {
      await writer.finish();
      return Buffer.concat(parts);
    },
  };
}

/** Extracts as a restore does. */
async function extract(archive: Buffer, target: string): Promise<void> {
  await bash(`mkdir -p '${target}'`);
  const flags = [
    '-x',
    '-p',
    '--numeric-owner',
    '--xattrs',
    '--xattrs-include=*',
    '--delay-directory-restore',
    '--warning=no-timestamp', // of what is older than 1970 it says so
    '-f',
    '-',
  ];
  const child = spawn('tar', [...flags, '-C', target], { stdio: ['pipe', 'inherit', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk) => errors.push(chunk));
  child.stdin.end(archive);
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(Buffer.concat(errors).toString()).toBe('');
  expect(code).toBe(0);
}
