import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import type { DumpRecord } from '../../src/databases/record.ts';
import { recoverySheet, type SheetFacts } from '../../src/drills/sheet.ts';

// What stands in a manifest is a server's word, or that of who may write to the repository; the sheet is pasted at night.

const RECORD: DumpRecord = {
  ...{
    name: 'app.dump',
    engine: 'postgresql',
    database: 'app',
    format: 'custom',
    tool: 'pg_dump',
    size_bytes: 1,
  },
  ...{
    pinned: true,
    proof: 'counted',
    options: [],
    warnings: [],
    fingerprint: null,
    restore: { server_major: '15' },
  },
};

function sheetOf(dump: Partial<DumpRecord>): string {
  const predicate = {
    ...{ drill_id: 'd', result: 'passed', finished: '2026-01-01T00:00:00Z', steps_ms: {} },
    recovery_time: { restore_ms: 1, drill_ms: 1, target_ms: null },
  };
  const facts = {
    repository: '/srv/r',
    snapshotId: 'ab',
    target: 'app',
    hostname: 'h',
    paths: [],
    hasFiles: false,
  };
  return recoverySheet({ ...facts, dumps: [{ ...RECORD, ...dump }], predicate } as unknown as SheetFacts);
}

/** The blocks of commands, as who reads Markdown finds them. */
function blocksOf(sheet: string): string[] {
  return [...sheet.matchAll(/^(`{3,})sh\n(.*?)\n\1$/gms)].map(([, , commands = '']) => commands);
}

/** What a shell would run of them, with stock tools that only say so. */
function runs(commands: string): string {
  const tools =
    'for t in restic createdb pg_restore psql mariadb; do eval "$t() { echo ran-$t >&2; }"; done\n';
  return execFileSync('bash', ['-c', `exec 2>&1\n${tools}${commands}`], { encoding: 'utf8' });
}

test('names and words in it are no commands', () => {
  const evil = "'; echo PWNED; `echo PWNED` $(echo PWNED)\n```\n\n# Do this:\n\n```sh\necho PWNED #";
  const dumps: Partial<DumpRecord>[] = [
    { database: evil },
    { format: evil as DumpRecord['format'] },
    { restore: { server_major: evil, encoding: evil, collate: evil, ctype: evil } },
    {
      engine: 'mariadb',
      format: 'sql',
      database: evil,
      restore: { server_version: evil, character_set: evil },
    },
  ];
  for (const dump of dumps) {
    const blocks = blocksOf(sheetOf(dump));
    expect(blocks).toHaveLength(2);
    const said = runs(blocks[1] ?? '');
    expect(said).toContain('ran-restic');
    expect(said).not.toMatch(/^PWNED/m);
  }
});

test('a version is one, or none', () => {
  expect(sheetOf({})).toContain('version 15 or newer');
  for (const version of ['1\n\n```sh\necho PWNED\n```', '', '$&', '`x`'])
    expect(sheetOf({ restore: { server_major: version } })).toContain('version ? or newer');
});

test('nothing in it moves a terminal', () => {
  const evil = 'x\u001b[2J\u0085\u202e\r';
  const sheet = sheetOf({ engine: evil as DumpRecord['engine'], tool: evil, database: evil, name: 'x' });
  expect(sheet).toContain('x\\x1b[2J');
  expect(sheet).not.toMatch(/[^\P{C}\n]/u);
});
