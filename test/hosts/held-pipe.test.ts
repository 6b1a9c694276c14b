import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HeldPipe, WIDEN_STDIN } from '../../src/hosts/held-pipe.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-pipe-'));
  path = join(folder, 'pipe');
  execFileSync('mkfifo', [path]);
});
afterEach(() => rmSync(folder, { recursive: true }));

function opened(): HeldPipe {
  const pipe = HeldPipe.open(path);
  if (pipe === null) throw new Error('no pipe');
  return pipe;
}

test('what was written before somebody read is there, and its end', () => {
  const pipe = opened();
  writeSync(pipe.writable, 'all');
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  pipe.end();
  const room = Buffer.alloc(10);
  expect(room.toString('latin1', 0, readSync(reader, room))).toBe('all');
  expect(readSync(reader, room)).toBe(0);
  closeSync(reader);
  pipe.letGo();
});

test('who writes is told that nobody reads once it is let go of, and not before', () => {
  const pipe = opened();
  expect(writeSync(pipe.writable, 'x')).toBe(1);
  pipe.letGo();
  pipe.letGo();
  expect(() => writeSync(pipe.writable, 'x')).toThrow(/EPIPE/);
  pipe.end();
  pipe.end();
});

test('a command can give it more room, and goes on where it can’t', () => {
  const pipe = opened();
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const withoutPerl = { env: { PATH: '/nowhere' } };
  const stdio = [reader, 'pipe', 'pipe'] as const;
  const script = `${WIDEN_STDIN}\necho on`;
  expect(execFileSync('/bin/sh', ['-c', script], { stdio: [...stdio], ...withoutPerl }).toString()).toBe(
    'on\n',
  );
  expect(execFileSync('/bin/sh', ['-c', script], { stdio: [...stdio] }).toString()).toBe('on\n');
  // All of it at once, and nobody reads: 64 KiB would be taken.
  const writer = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  expect(writeSync(writer, Buffer.alloc(300 * 1024))).toBe(256 * 1024);
  for (const descriptor of [writer, reader]) closeSync(descriptor);
  pipe.letGo();
  pipe.end();
});

test('what is no pipe, a symlink to one, and nothing are refused', () => {
  writeFileSync(join(folder, 'file'), '');
  symlinkSync('pipe', join(folder, 'symlink'));
  for (const name of ['file', 'symlink', 'none']) expect(HeldPipe.open(join(folder, name))).toBe(null);
});
