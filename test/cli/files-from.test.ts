import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromBytes, fromText } from '../../src/bytestring.ts';
import { pathsOf, rawPathsOf, readFilesFrom, verbatimPathsOf } from '../../src/cli/files-from.ts';

const parse = (parser: typeof pathsOf, text: string) => parser(fromText(text), '"list"');

describe('--files-from', () => {
  test('skips comments, empty lines and white space around a path', () => {
    const list = '\ufeff# comment\n\n  /srv/a b \r\n\t/etc\n   # another\n/last';
    expect(parse(pathsOf, list)).toEqual(['/srv/a b', '/etc', '/last']);
  });

  test.each(['/srv/*', '/srv/file?', '/srv/[ab]'])(
    '%s: refuses a pattern, never takes it for a name',
    (line) => {
      expect(() => parse(pathsOf, line)).toThrow('it is a pattern');
    },
  );

  test.each([pathsOf, verbatimPathsOf])('refuses a list with NULs: it is for --files-from-raw', (parser) => {
    expect(() => parse(parser, '/a\0/b\0')).toThrow('--files-from-raw');
  });
});

test('--files-from-verbatim takes lines as they are', () => {
  expect(parse(verbatimPathsOf, '# name \n\n /x*\r\n')).toEqual(['# name ', ' /x*']);
});

describe('--files-from-raw', () => {
  test('takes every byte but NUL', () => {
    const list = fromBytes(Buffer.from('/a\n \xff\0#b\0', 'latin1'));
    expect(rawPathsOf(list, '"list"')).toEqual(['/a\n \xff', '#b']);
    expect(rawPathsOf(fromText(''), '"list"')).toEqual([]);
  });

  test('refuses a list that may be cut off, and an empty path', () => {
    expect(() => parse(rawPathsOf, '/a\0/b')).toThrow('after the last NUL stands "/b"');
    expect(() => parse(rawPathsOf, '/a\0\0')).toThrow('one of them is empty');
  });
});

describe('the files', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-files-from-'));
    await writeFile(join(folder, 'list'), '/one\n');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const none = { filesFrom: [], filesFromVerbatim: [], filesFromRaw: [] };
  const stdinOf = (text: string) => new PassThrough().end(text);

  test('may be several, one of them standard input', async () => {
    const flags = { ...none, filesFrom: [join(folder, 'list')], filesFromRaw: ['-'] };
    expect(await readFilesFrom(flags, stdinOf('/two\0'))).toEqual(['/one', '/two']);
    const twice = { ...none, filesFrom: ['-'], filesFromRaw: ['-'] };
    await expect(readFilesFrom(twice, stdinOf(''))).rejects.toThrow('standard input twice');
  });

  test('that is missing is named', async () => {
    const flags = { ...none, filesFrom: ['/nowhere/list'] };
    await expect(readFilesFrom(flags, stdinOf(''))).rejects.toThrow('"/nowhere/list": no such file');
  });
});
