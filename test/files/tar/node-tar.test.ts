import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create, Parser } from 'tar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { archiveOf } from './arbitrary.ts';
import { plainHeader } from './plain-header.ts';
import { readAll } from './read-all.ts';

// npm's tar is a second opinion on plain names alone: it changes bytes that aren't UTF-8, and takes pax records by lines.
let folder: string;
const LONG = `${'long/'.repeat(40)}name`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-tar-'));
  await mkdir(join(folder, 'tree', LONG), { recursive: true });
  await writeFile(join(folder, 'tree/a'), 'content of a', { mode: 0o640 });
  await writeFile(join(folder, 'tree/ümläut'), Buffer.alloc(700_000, 'xyz'));
  await symlink(`../${LONG}`, join(folder, 'tree/link'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('what npm tar writes is read', async () => {
  const archive: Buffer[] = [];
  for await (const chunk of create({ cwd: folder, portable: false }, ['tree']))
    archive.push(Buffer.from(chunk));
  const members = new Map(
    (await readAll(Buffer.concat(archive))).map((member) => [member.header.path, member]),
  );
  const at = (path: string) => members.get(Buffer.from(path).toString('latin1') as never);
  expect(at('tree/a')).toMatchObject({
    header: { type: 'file', permissions: 0o640 },
    content: Buffer.from('content of a'),
  });
  expect(at('tree/ümläut')?.content.equals(Buffer.alloc(700_000, 'xyz'))).toBe(true);
  expect(at('tree/link')?.header).toMatchObject({ type: 'symlink', linkTarget: `../${LONG}` });
  expect(at(`tree/${LONG}`)?.header.type).toBe('dir');
});

it.each(['pax', 'gnu'] as const)('what is written in %s format is read by npm tar', async (dialect) => {
  const content = Buffer.alloc(3000, 'content');
  const archive = archiveOf(
    [
      { header: plainHeader('dir', { type: 'dir', permissions: 0o750 }), content: Buffer.alloc(0) },
      { header: plainHeader(`dir/${LONG}`, { sizeBytes: 3000n, uid: 3_000_000 }), content },
      {
        header: plainHeader('dir/link', { type: 'symlink', linkTarget: LONG as never }),
        content: Buffer.alloc(0),
      },
      {
        header: plainHeader('dir/again', { type: 'hardlink', linkTarget: 'dir/link' as never }),
        content: Buffer.alloc(0),
      },
    ],
    dialect,
  );
  const found: unknown[] = [];
  const parser = new Parser({
    strict: true,
    onReadEntry: (entry) => {
      found.push([
        entry.type,
        entry.path,
        entry.size,
        entry.uid,
        entry.linkpath ?? '',
        entry.mtime?.getTime(),
      ]);
      entry.resume();
    },
  });
  parser.end(archive);
  const time = 1_700_000_000_000;
  expect(found).toEqual([
    ['Directory', 'dir/', 0, 1000, '', time],
    ['File', `dir/${LONG}`, 3000, 3_000_000, '', time],
    ['SymbolicLink', 'dir/link', 0, 1000, LONG, time],
    ['Link', 'dir/again', 0, 1000, 'dir/link', time],
  ]);
});
