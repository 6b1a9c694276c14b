import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenDump } from '../../src/databases/broken-dump.ts';
import { DumpContents } from '../../src/databases/postgresql/contents.ts';
import { formatReader } from '../../src/databases/postgresql/format-reader.ts';
import { SqlLexer } from '../../src/databases/postgresql/sql-lexer.ts';

// What pg_dump 15.18 wrote of two tables, a sequence and a large object.
const FORMATS = [
  ['custom', 'pg_dump-15.custom'],
  ['tar', 'pg_dump-15.tar'],
  ['plain', 'pg_dump-15.sql'],
] as const;

function vector(name: string): Buffer {
  return readFileSync(new URL(`../vectors/postgresql/${name}`, import.meta.url));
}

function read(format: 'custom' | 'tar' | 'plain', parts: Iterable<Uint8Array>): DumpContents {
  const contents = new DumpContents();
  const reader = formatReader(format, contents);
  for (const part of parts) reader.push(part);
  reader.finish();
  return contents;
}

function* cut(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] as number;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

describe.each(FORMATS)('a dump of the format %s', (format, file) => {
  const bytes = vector(file);

  test('says what it holds, however it is cut into chunks', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sizes, (some) => {
        const { rows, sequences } = read(format, cut(bytes, some));
        expect(Object.fromEntries(rows)).toEqual({ 'public.a': 2, 'public."B ""b"': 1 });
        expect(Object.fromEntries(sequences)).toEqual({ 'public.s': '1 true' });
      }),
      { numRuns: 30, examples: [[[1]]] },
    );
  });

  test('is broken wherever it is cut off', () => {
    // What follows the end marker of a text, and the padding behind a tar, are nobody's loss.
    const end = { custom: 0, tar: 0, plain: bytes.length - bytes.indexOf('dump complete') }[format];
    for (let length = 0; length < bytes.length - end; length += format === 'tar' ? 61 : 1) {
      const isEndOfTar = format === 'tar' && bytes.subarray(length).every((byte) => byte === 0);
      if (isEndOfTar) continue;
      expect(() => read(format, [bytes.subarray(0, length)])).toThrow(BrokenDump);
    }
  });
});

describe('an archive', () => {
  test.each([
    ['of another version', 5, 2, /version 2/],
    ['of a version that is too new', 6, 99, /version 1.99/],
    ['of another format', 10, 4, /format 4/],
  ])('%s is refused', (_what, at, value, message) => {
    const bytes = vector('pg_dump-15.custom');
    bytes[at] = value;
    expect(() => read('custom', [bytes])).toThrow(message);
  });

  test('that claims a string of a terabyte is refused before it is kept', () => {
    const bytes = vector('pg_dump-15.custom');
    const head = Buffer.concat([
      bytes.subarray(0, 11),
      Buffer.alloc(5 * 8),
      Buffer.from([0, 255, 255, 255, 127]),
    ]);
    expect(() => read('custom', [head])).toThrow(/2147483647 bytes/);
  });

  test('with bytes behind its end is broken', () => {
    expect(() => read('custom', [vector('pg_dump-15.custom'), Buffer.from([0])])).toThrow(BrokenDump);
    expect(() => read('custom', [vector('pg_dump-15.custom'), Buffer.from([9, 0, 0, 0, 0, 0])])).toThrow(
      BrokenDump,
    );
  });
});

describe('a text', () => {
  const END = '--\n-- PostgreSQL database dump complete\n--\n\n';

  test.each([
    ['in a function’s body', 'CREATE FUNCTION f() AS $$\nCOPY public.x (a) FROM stdin;\n1\n$$;\n'],
    ['in a string', "COMMENT ON TABLE t IS 'it''s\nCOPY public.x (a) FROM stdin;\n';\n"],
    ['in a string with escapes', "COMMENT ON TABLE t IS E'a\\'\nCOPY public.x (a) FROM stdin;\n';\n"],
    ['in a name', 'CREATE TABLE "a\nCOPY public.x (a) FROM stdin;" ();\n'],
    ['in a comment', '-- COPY public.x (a) FROM stdin;\n'],
  ])('that only looks like data %s holds none', (_where, sql) => {
    expect(read('plain', [Buffer.from(sql + END)]).rows.size).toBe(0);
    expect(() => read('plain', [Buffer.from(sql)])).toThrow(/lacks its end marker/);
  });

  test('whose end marker stands in a table’s data has no end', () => {
    const data = `COPY public.x (a) FROM stdin;\n${END.slice(3)}`;
    expect(() => read('plain', [Buffer.from(data)])).toThrow(/in the middle of the data of public.x/);
    expect(() => read('plain', [Buffer.from(`${data}\\.\n`)])).toThrow(/lacks its end marker/);
  });

  test('counts every line of data, empty ones and those that begin as an end does', () => {
    const data = 'COPY "S ""x"."a\nb" ("c,d", e) FROM stdin;\n\n\\\\.\n\\\\.x\n\\N\n\\.\n';
    const { rows } = read('plain', [Buffer.from(data + END)]);
    expect(Object.fromEntries(rows)).toEqual({ '"S ""x"."a\\nb"': 4 });
  });

  test.each([
    ['psql would take for an end', 'COPY public.x (a) FROM stdin;\n1\n\\.\r\n2\n\\.\n', /begins as its end/],
    ['goes on after it', 'COPY public.x (a) FROM stdin;\n\\.x\n\\.\n', /begins as its end/],
    ['comes before the first', 'COPY public.x (a) FROM stdin; \\! x\n\\.\n', /between the COPY of public.x/],
    ['is no name', 'COPY public.x\\! FROM stdin;\n\\.\n', /a command for psql/],
    ['is another program’s', "COPY public.x FROM PROGRAM 'x';\n\\.\n", /names no table/],
  ])('with a line of data that %s is broken', (_what, sql, message) => {
    expect(() => read('plain', [Buffer.from(sql + END)])).toThrow(message);
  });

  test('has a function’s statements, a rule’s and those with a backslash in a string as one each', () => {
    const statements = [
      'CREATE FUNCTION f() RETURNS int\n LANGUAGE sql\n BEGIN ATOMIC\n SELECT CASE 1 WHEN 1 THEN 2 END;\n SELECT "end";\nEND',
      'CREATE OR REPLACE PROCEDURE p(begin int)\n LANGUAGE sql\n BEGIN ATOMIC\nEND',
      'CREATE FUNCTION g(int) RETURNS int AS $_$SELECT $1;$_$',
      'CREATE RULE r AS ON INSERT TO t DO ( SELECT 1;\n SELECT $1;\n)',
      'CREATE VIEW v AS\n SELECT "begin", $1',
      "COMMENT ON TABLE t IS 'C:\\'",
      "COMMENT ON TABLE t IS 'it''s C:\\; '",
      "COMMENT ON TABLE t IS E'\\'; \\\\'",
      "SELECT typE'\\'",
      'SET standard_conforming_strings = off',
      "COMMENT ON TABLE t IS 'it\\'s; '",
    ];
    const seen: string[] = [];
    const lexer = new SqlLexer({
      statement: (text) => seen.push(text),
      comment: () => {},
      command: () => {},
    });
    for (const byte of Buffer.from(`${statements.join(';\n')};\n`)) lexer.take(byte);
    expect(seen).toEqual(statements);
    expect(lexer.isBetween).toBe(true);
  });
});
