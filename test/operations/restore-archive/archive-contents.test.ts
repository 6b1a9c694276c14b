import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/open-archive.ts';
import type { ByteString } from '../../../src/bytestring.ts';
import type { OutgoingHeader } from '../../../src/files/tar/encode.ts';
import type { Reporter } from '../../../src/operations/progress.ts';
import { ZERO_BLOB } from '../../../src/operations/restore/holes.ts';
import {
  type ArchiveContents,
  readArchive,
} from '../../../src/operations/restore-archive/archive-contents.ts';
import { CHUNK_BYTES } from '../../../src/operations/restore-archive/chunks.ts';
import { findNode } from '../../../src/repository/find-node.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { file, header, madeArchive, storedTar } from './made-archive.ts';

const MIB = 1024 * 1024;
const warnings: string[] = [];
const QUIET: Reporter = {
  onProgress: () => {},
  onInfo: () => {},
  onWarning: (message) => void warnings.push(message),
};

async function nodeAt(contents: ArchiveContents, path: string): Promise<Node> {
  const node = await findNode(contents, contents.snapshot.snapshot.tree, path as ByteString);
  if (node === null) throw new Error(`nothing at ${path}`);
  return node;
}

async function bytesOf(contents: ArchiveContents, ...ids: BlobId[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(contents.loadBlobs('data', ids)));
}

describe('an archive read as a repository', () => {
  it('has folders for all that stands in them, whether or not it has a member for each', async () => {
    const archive = await madeArchive([
      file('data/deep/below/a', Buffer.from('a')),
      [header('data', { type: 'dir', permissions: 0o711, mtimeNs: 5n })],
    ]);
    const contents = await readArchive(archive, QUIET);
    expect(await nodeAt(contents, '/data')).toMatchObject({ type: 'dir', mtimeNs: 5n });
    expect(await nodeAt(contents, '/data/deep/below')).toMatchObject({ type: 'dir' });
    const { content } = await nodeAt(contents, '/data/deep/below/a');
    expect((await bytesOf(contents, ...(content ?? []))).toString()).toBe('a');
  });

  it('gives long files in chunks whose hashes are their names', async () => {
    const bytes = randomBytes(2 * CHUNK_BYTES + 100);
    const archive = await madeArchive([file('x', bytes), file('y', Buffer.from('y'))]);
    const contents = await readArchive(archive, QUIET);
    const { content } = await nodeAt(contents, '/x');
    expect(content).toHaveLength(3);
    const whole = await bytesOf(contents, ...(content ?? []));
    expect(whole.equals(bytes)).toBe(true);
    const [y] = (await nodeAt(contents, '/y')).content ?? [];
    expect(y).toBe(createHash('sha256').update('y').digest('hex'));
  });

  it('keeps holes as holes where they fill a blob of zeros, and as zeros where not', async () => {
    const data = randomBytes(512);
    const sizeBytes = 3 * MIB + 512 + 512;
    const sparse = header('s', {
      sizeBytes: BigInt(sizeBytes),
      segments: [
        { offset: 0, length: 512 },
        { offset: 512 + 2 * MIB + 1024, length: 512 },
      ],
    });
    const archive = await madeArchive([[sparse, Buffer.concat([data, data])]]);
    const contents = await readArchive(archive, QUIET);
    const { content } = await nodeAt(contents, '/s');
    expect(content?.filter((id) => id === ZERO_BLOB).length).toBe(4 + 1);
    const whole = await bytesOf(contents, ...(content ?? []));
    expect(whole.length).toBe(sizeBytes);
    expect(content?.reduce((sum, id) => sum + (contents.blobSize('data', id) ?? 0), 0)).toBe(sizeBytes);
    const expected = Buffer.alloc(sizeBytes);
    data.copy(expected, 0);
    data.copy(expected, 512 + 2 * MIB + 1024);
    expect(whole.equals(expected)).toBe(true);
  });

  it('is read once more for all contents in its own order, also where they come twice', async () => {
    const twin = Buffer.from('the same in both');
    const members = [
      ...Array.from({ length: 50 }, (_, i) => file(`a/${i}`, Buffer.from(`a${i}`))),
      file('a/twin', twin),
      ...Array.from({ length: 50 }, (_, i) => file(`b/${i}`, Buffer.from(`b${i}`))),
      file('b/twin', twin),
    ];
    const archive = await madeArchive(members);
    const contents = await readArchive(archive, QUIET);
    const order = members.map(([{ path }]) => path);
    const files = await Promise.all(order.map((path) => nodeAt(contents, `/${path}`)));
    const places = files.map((node) => contents.filePlace(node).offset);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const read = await Array.fromAsync(
      contents.loadBlobs(
        'data',
        files.flatMap(({ content }) => content ?? []),
      ),
    );
    expect(read.map(String)).toEqual(members.map(([, content]) => String(content)));
    expect(contents.passes).toBe(1);
  });

  it('is begun anew for what stands before', async () => {
    const contents = await readArchive(
      await madeArchive([file('a', Buffer.from('1')), file('b', Buffer.from('2'))]),
      QUIET,
    );
    const [a, b] = await Promise.all(['/a', '/b'].map((path) => nodeAt(contents, path)));
    const ids = [b, a, b].flatMap((node) => node?.content ?? []);
    expect((await bytesOf(contents, ...ids)).toString()).toBe('212');
    expect(contents.passes).toBe(2);
  });

  it('takes names of one file for that, and no more', async () => {
    const link = (path: string, target: string) =>
      [header(path, { type: 'hardlink', linkTarget: target as ByteString })] as const;
    const contents = await readArchive(
      await madeArchive([
        file('one', Buffer.from('x')),
        file('alone', Buffer.from('x')),
        link('d/two', 'one'),
      ]),
      QUIET,
    );
    const [one, two, alone] = await Promise.all(
      ['/one', '/d/two', '/alone'].map((path) => nodeAt(contents, path)),
    );
    expect([one?.links, two?.links, alone?.links]).toEqual([2n, 2n, 1n]);
    expect(two?.inode).toBe(one?.inode);
    expect(alone?.inode).not.toBe(one?.inode);
  });

  it('takes the later of two members of one name', async () => {
    const contents = await readArchive(
      await madeArchive([file('x', Buffer.from('early')), file('x', Buffer.from('late'))]),
      QUIET,
    );
    const { content } = await nodeAt(contents, '/x');
    expect((await bytesOf(contents, ...(content ?? []))).toString()).toBe('late');
  });

  it('leaves out what could not be read to its end', async () => {
    warnings.length = 0;
    const contents = await readArchive(
      await madeArchive([
        file('data/bad', Buffer.alloc(100)),
        file('data/good', Buffer.from('x')),
        file('.holdfast/wiki/unreadable', Buffer.from('data/bad\0')),
      ]),
      QUIET,
    );
    await expect(nodeAt(contents, '/data/bad')).rejects.toThrow('nothing');
    expect(await nodeAt(contents, '/data/good')).toMatchObject({ sizeBytes: 1n });
    expect(warnings).toEqual(['/data/bad: not restored: it could not be read to its end']);
  });
});

describe('an archive that was made to harm', () => {
  it.each(['../up', '/etc/passwd', 'a/../../b', 'a//b', './a', `${'n/'.repeat(3000)}x`])(
    'by the name %.20j is refused',
    async (path) => {
      const archive = await madeArchive([file(path, Buffer.from('x'))]);
      await expect(readArchive(archive, QUIET)).rejects.toMatchObject({ code: 'restore-unsafe' });
    },
  );

  it.each(['nothing', 'folder', '../../etc/shadow'])('by a link to %s is refused', async (target) => {
    const archive = await madeArchive([
      [header('folder', { type: 'dir' })],
      [header('link', { type: 'hardlink', linkTarget: target as ByteString })],
    ]);
    await expect(readArchive(archive, QUIET)).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it('by a tar that goes on and on is refused at the size that its manifest says', async () => {
    const archive = await madeArchive([file('x', Buffer.alloc(8 * MIB))]);
    const { manifest } = archive;
    const lying = { ...archive, manifest: { ...manifest, tar: { ...manifest.tar, bytes: MIB } } };
    let givenBytes = 0;
    const readAll = async () => {
      for await (const part of openArchive(lying)) givenBytes += part.length;
    };
    await expect(readAll()).rejects.toMatchObject({
      code: 'archive-damaged',
      message: expect.stringContaining('bytes or more, expected 1048576'),
    });
    expect(givenBytes).toBeLessThanOrEqual(MIB);
    await expect(readArchive(lying, QUIET)).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it.each([
    ['an altered byte', (bytes: Buffer) => void bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200)],
    ['another order of bytes', (bytes: Buffer) => void bytes.reverse()],
  ])('by %s is refused', async (_what, alter) => {
    const archive = await madeArchive([file('x', randomBytes(1000))]);
    alter(archive.store.files.get(archive.file.name) as Buffer);
    await expect(readArchive(archive, QUIET)).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it('cut off anywhere is refused', async () => {
    const archive = await madeArchive([file('x', randomBytes(1000))]);
    const whole = archive.store.files.get(archive.file.name) as Buffer;
    for (const length of [0, 1, 500, whole.length - 5, whole.length - 1]) {
      archive.store.files.set(archive.file.name, whole.subarray(0, length));
      await expect(readArchive(archive, QUIET), `${length}`).rejects.toMatchObject({
        code: 'archive-damaged',
      });
    }
  });

  it('with bytes behind its end is refused', async () => {
    const archive = await madeArchive([file('x', randomBytes(1000))]);
    const whole = archive.store.files.get(archive.file.name) as Buffer;
    archive.store.files.set(archive.file.name, Buffer.concat([whole, Buffer.from('more')]));
    await expect(readArchive(archive, QUIET)).rejects.toMatchObject({ code: 'archive-damaged' });
  });

  it('that holds no tar is refused', async () => {
    await expect(readArchive(await storedTar(randomBytes(2048)), QUIET)).rejects.toMatchObject({
      code: 'archive-damaged',
    });
  });

  it('that is exchanged between its two readings gives no byte of the other', async () => {
    const member = (content: string): [OutgoingHeader, Buffer] => [
      header('x', { sizeBytes: 4n }),
      Buffer.from(content),
    ];
    const [archive, other] = await Promise.all([
      madeArchive([member('good')]),
      madeArchive([member('evil')]),
    ]);
    const contents = await readArchive(archive, QUIET);
    const { content } = await nodeAt(contents, '/x');
    archive.store.files.set(archive.file.name, other.store.files.get(other.file.name) as Buffer);
    await expect(bytesOf(contents, ...(content ?? []))).rejects.toMatchObject({ code: 'archive-damaged' });
  });
});
