import { execFile } from 'node:child_process';
import { chmod, chown, link, lutimes, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isGoPrintable } from '../../../src/repository/format/go-quote.ts';

const run = promisify(execFile);

/** Names that have caught out backup programs. All restic builds write them alike. */
const NAMES = [
  'plain',
  '-rf',
  ' ',
  '...',
  'a"b\'c`d$e\\f',
  'new\nline\r\ttab',
  '\x01\x07\b\v\f\x1b[31m\x7f',
  '<script>&amp;',
  '::error::x',
  '\xff\xfe invalid \x80',
  'gr\xfcn in latin-1',
  Buffer.from('grün 東京 🎉').toString('latin1'),
  Buffer.from('e\u0301 \u00a0\u00ad\u200b\u202e\u2028\u2029\ufeff\ufffd\ue000').toString('latin1'),
  '\xc0\xaf overlong, surrogate \xed\xa0\x80, cut off \xe2\x82',
  'x'.repeat(255),
];

/** Targets that older builds write differently: restic 0.14 escapes \b and \f otherwise and loses invalid bytes. */
const NEW_TARGETS = ['\xff', 'a\b\f\xffb<', '\xed\xa0\x80'];
const TARGETS = ['plain', '/absolute/../path', 'dangling <&> "\\"\n\t', '\xe2\x80\xa8', '\xc3\xbc \x7f\x01'];

export interface HostileFolder {
  /** Leave out what restic 0.14, with its Unicode 13 and Go 1.19, is known to write differently. */
  readonly forOldRestic: boolean;
}

/** Fills `folder` with every kind of entry that a tree can hold, by real system calls. Needs root. */
export async function fillHostileFolder(folder: string, { forOldRestic }: HostileFolder): Promise<void> {
  await writeNames(folder, 'names', NAMES);
  if (!forOldRestic) await writeNames(folder, 'edges', namesAtTheEdgesOfPrintable());
  await writeLinks(folder, forOldRestic ? TARGETS : [...TARGETS, ...NEW_TARGETS]);
  await writeModes(folder);
  await writeAttributes(folder);
  await writeSpecials(folder);
  await writeTimes(folder);
}

async function writeNames(folder: string, within: string, names: readonly string[]): Promise<void> {
  await mkdir(join(folder, within));
  for (const name of names) await writeFile(bytes(join(folder, within, '/'), name), name);
}

/** Each code point where Go's IsPrint changes its answer, with the one before it, thirty in a name. */
function namesAtTheEdgesOfPrintable(): string[] {
  const edges: number[] = [];
  for (let rune = 0x80; rune <= 0x10ffff; rune++) {
    if (isGoPrintable(rune) !== isGoPrintable(rune - 1)) edges.push(rune - 1, rune);
  }
  const runes = edges.filter((rune) => rune < 0xd800 || rune > 0xdfff);
  const names: string[] = [];
  for (let i = 0; i < runes.length; i += 30) {
    names.push(Buffer.from(String.fromCodePoint(...runes.slice(i, i + 30))).toString('latin1'));
  }
  return names;
}

async function writeLinks(folder: string, targets: readonly string[]): Promise<void> {
  const within = join(folder, 'links');
  await mkdir(within);
  for (const [i, target] of targets.entries()) await symlink(bytes('', target), join(within, `link ${i}`));
  await writeFile(join(within, 'one'), 'hard link');
  await link(join(within, 'one'), join(within, 'two'));
}

async function writeModes(folder: string): Promise<void> {
  const within = join(folder, 'modes');
  await mkdir(within);
  for (const mode of [0, 0o1, 0o644, 0o1777, 0o2755, 0o4755, 0o7777]) {
    await mkdir(join(within, `folder ${mode.toString(8)}`));
    await chmod(join(within, `folder ${mode.toString(8)}`), mode);
    await writeFile(join(within, `file ${mode.toString(8)}`), '');
    await chmod(join(within, `file ${mode.toString(8)}`), mode);
  }
  await writeFile(join(within, 'owner without a name'), 'x');
  await chown(join(within, 'owner without a name'), 4_294_967_293, 2_097_152);
}

async function writeAttributes(folder: string): Promise<void> {
  const within = join(folder, 'attributes');
  await mkdir(within);
  const file = join(within, 'file');
  await writeFile(file, 'x');
  await run('setfattr', ['-n', 'user.empty', file]);
  await run('setfattr', ['-n', 'user.text', '-v', 'a value', file]);
  await run('setfattr', ['-n', 'user.<&> é', '-v', '0x00ff3c', file]);
  await run('setfattr', ['-n', 'trusted.of.root', '-v', '0x00', file]);
  await run('setfacl', ['-m', 'u:4711:rwx', file]);
  await run('setfacl', ['-d', '-m', 'u:4711:rx', within]);
}

async function writeSpecials(folder: string): Promise<void> {
  const within = join(folder, 'specials');
  await mkdir(within);
  await run('mkfifo', [join(within, 'fifo')]);
  await run('mknod', [join(within, 'character'), 'c', '1', '3']);
  await run('mknod', [join(within, 'block'), 'b', '259', '1048575']);
  await writeFile(join(within, 'empty'), '');
  await writeFile(join(within, 'sparse, many chunks'), 'end');
  await truncate(join(within, 'sparse, many chunks'), 3 * 1024 * 1024 + 1);
}

async function writeTimes(folder: string): Promise<void> {
  const within = join(folder, 'times');
  await mkdir(within);
  const times = [
    '-1.000000001',
    '-1234567890.123456789',
    '0',
    '0.5',
    '0.000000001',
    '1795254474.62',
    '9999999999.1',
  ];
  for (const time of times) {
    const file = join(within, `at ${time}`);
    await writeFile(file, '');
    await run('touch', ['-d', `@${time}`, file]);
  }
  await symlink('target', join(within, 'link'));
  await lutimes(join(within, 'link'), 1, -86_400);
}

function bytes(folder: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(folder), Buffer.from(name, 'latin1')]);
}
