import { execFileSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fromBytes } from '../../src/bytestring.ts';
import { folderTar, listFolder, unpackTar } from '../../src/databases/folder-tar.ts';
import { ToolMessages } from '../../src/databases/tool-output.ts';
import { localHost } from '../../src/hosts/local.ts';

const host = localHost();
const root = mkdtempSync(join(tmpdir(), 'holdfast-folder-tar-'));
const signal = new AbortController().signal;
const what = 'dump a folder';

afterAll(async () => {
  await host.close();
  rmSync(root, { recursive: true });
});

function folderOf(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = join(root, name);
  mkdirSync(join(folder, 'sub'), { recursive: true });
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  return folder;
}

async function tarOf(folder: string, files?: readonly string[]): Promise<Buffer> {
  const listed = await listFolder(host, folder, what, signal);
  const wanted = files?.map((path) => fromBytes(Buffer.from(path))) ?? listed;
  const parts = [];
  for await (const part of folderTar({
    host,
    folder,
    files: wanted,
    messages: new ToolMessages(),
    signal,
    what,
  }))
    parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 700) yield bytes.subarray(at, at + 700);
}

test('a folder comes back from its tar, whatever its files are called', async () => {
  const files = {
    '--checkpoint-action=exec=touch ran': 'x',
    '-C': 'y',
    'a b': '',
    'sub/é': 'z',
    big: Buffer.alloc(1_500_000, 'big'),
  };
  const folder = folderOf('named', files);
  symlinkSync(join(folder, 'big'), join(folder, 'sub/link'));
  linkSync(join(folder, '-C'), join(folder, 'sub/hard'));
  const tar = await tarOf(folder);
  const to = join(root, 'back');
  await unpackTar(host, { folder: to, content: inPieces(tar), what, signal });
  for (const [path, content] of Object.entries({ ...files, 'sub/link': files.big, 'sub/hard': 'y' }))
    expect(readFileSync(join(to, path)).equals(Buffer.from(content))).toBe(true);
  expect(readdirSync(folder)).not.toContain('ran');
  expect((await tarOf(folder)).equals(tar)).toBe(true);
});

test('no dump comes of a file that is gone', async () => {
  const folder = folderOf('gone', { a: '1' });
  await expect(tarOf(folder, ['a', 'b'])).rejects.toMatchObject({ code: 'dump-failed' });
});

test.each([
  ['leads out of the folder', ['-P', '--transform', 's,^,../,', 'a']],
  ['is an absolute path', ['-P', '--transform', 's,^,/tmp/holdfast-never/,', 'a']],
  ['is a link', ['link']],
  ['is a device', ['-C', '/dev', 'null']],
])('a tar with a member that %s is refused, and unpacked no further', async (what, words) => {
  const folder = folderOf(`hostile ${what}`, { a: '1' });
  symlinkSync('/etc', join(folder, 'link'));
  const tar = execFileSync('tar', ['-C', folder, '-c', ...words]);
  const to = join(root, `never ${what}`);
  const unpacking = unpackTar(host, { folder: to, content: inPieces(tar), what, signal });
  await expect(unpacking).rejects.toMatchObject({ code: 'repository-damaged' });
  // It may have been ended before it began.
  expect(existsSync(to) ? readdirSync(to) : []).toEqual([]);
});

test('a tar whose source fails is not taken for a whole one', async () => {
  const tar = await tarOf(folderOf('failing', { a: Buffer.alloc(50_000) }));
  const content = async function* content() {
    yield tar.subarray(0, 20_000);
    throw new Error('the storage is gone');
  };
  const to = join(root, 'failed');
  await expect(unpackTar(host, { folder: to, content: content(), what, signal })).rejects.toThrow(
    'the storage is gone',
  );
});
