import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BrokenDump } from '../../src/databases/broken-dump.ts';
import { guardedScript } from '../../src/databases/postgresql/guarded-script.ts';

const DUMP = readFileSync(new URL('../vectors/postgresql/pg_dump-15.sql', import.meta.url));

async function guarded(parts: readonly Uint8Array[], restrictKey: string | null = null): Promise<string> {
  const content = async function* content() {
    yield* parts;
  };
  const lines: Uint8Array[] = [];
  for await (const part of guardedScript(content(), { restrictKey, leftOut: ['SET lock_timeout = 0'] })) {
    lines.push(Buffer.from(part));
  }
  return Buffer.concat(lines).toString('latin1');
}

/** What the server is to run, of the lines that psql is given; data as it is. */
function understood(script: string): string {
  const inert =
    /^SELECT pg_catalog\.convert_from\(pg_catalog\.decode\('([0-9a-f]*)','hex'\),pg_catalog\.pg_client_encoding\(\)\) \\gexec$/gm;
  return script.replace(inert, (_, digits: string) => `${Buffer.from(digits, 'hex').toString('latin1')};`);
}

/** Without comments, empty lines, and what is to be left out. */
function statementsOf(dump: Buffer): string {
  return dump
    .toString('latin1')
    .split('\n')
    .filter((line) => !/^(--.*|\\(un)?restrict .*|SET lock_timeout = 0;|)$/.test(line))
    .join('\n');
}

describe('a text for psql', () => {
  test('has all that the server is to run, however it is cut into chunks, and no word of it that psql could run', async () => {
    const whole = understood(await guarded([DUMP]));
    expect(
      whole
        .split('\n')
        .filter((line) => line !== '')
        .join('\n'),
    ).toBe(statementsOf(DUMP));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        const parts = [];
        for (let at = 0; at < DUMP.length; at += size) parts.push(DUMP.subarray(at, at + size));
        expect(understood(await guarded(parts))).toBe(whole);
      }),
      { numRuns: 10, examples: [[1]] },
    );
  });

  test('gives psql data only while it may run nothing, where it knows how', async () => {
    const copy = 'COPY public.t (a) FROM stdin;\nx\\\\y\n\\.\n';
    expect(await guarded([Buffer.from(copy)], 'k3y')).toBe(`\\restrict k3y\n${copy}\\unrestrict k3y\n`);
    // A name in which psql could be made to see a command doesn't pass before its eyes.
    const odd = Buffer.from('COPY public."é\\" (a) FROM stdin;\nx\n\\.\n');
    expect(await guarded([odd], 'k3y')).toMatch(/^SELECT [ -[\]-~]* \\gexec\nx\n\\\.\n$/);
  });

  test.each([
    ['a shell', '\\! touch x\n'],
    ['a shell behind a statement', 'SELECT 1; \\! touch x\n'],
    ['a shell within one', 'SELECT 1 \\! touch x\n;\n'],
    ['a shell within parentheses', 'SELECT (1 \\! touch x\n);\n'],
    ['a shell behind a string', "SELECT 'a\\' \\! touch x\n;\n"],
    ['a shell behind a dollar quote', 'SELECT $$a$$ \\! touch x\n;\n'],
    ['a shell behind what begins as a tag', 'SELECT $1$ \\! touch x\n $1$;\n'],
    ['a pipe', '\\o |touch x\n'],
    ['a program’s rows', "\\copy t from program 'touch x'\n"],
    ['a file', '\\i /etc/passwd\n'],
    ['another database', '\\connect other\n'],
    ['a query’s rows as statements', 'SELECT 1 \\gexec\n'],
    ['the end of our own guard', '\\unrestrict `touch x`\n'],
    ['something behind it', '\\restrict a; \\! touch x\n'],
    ['backquotes in data', 'COPY public.t (a) FROM stdin;\nx\\unrestrict `touch x`\n\\.\n'],
    ['a shell in data', 'COPY public.t (a) FROM stdin;\n\\! touch x\n\\.\n'],
    [
      'a shell behind an end that psql alone sees',
      'COPY public.t (a) FROM stdin;\n\\.\r\n\\! touch x\n\\.\n',
    ],
    ['a NUL', 'SELECT 1\0;\n'],
    ['a NUL in data', 'COPY public.t (a) FROM stdin;\n1\0\n\\.\n'],
    ['no end of a statement', 'SELECT 1'],
    ['no end of data', 'COPY public.t (a) FROM stdin;\n1\n'],
  ])('in which there is %s is refused', async (_what, text) => {
    await expect(guarded([Buffer.from(text)])).rejects.toBeInstanceOf(BrokenDump);
    await expect(
      guarded(
        [...text].map((one) => Buffer.from(one)),
        'k3y',
      ),
    ).rejects.toBeInstanceOf(BrokenDump);
  });
});
