import { expect, test } from 'vitest';
import { applicationSummary } from '../../src/actions/restore-application-summary.ts';
import type { RestoreApplicationResult } from '../../src/operations/restore-application.ts';

const database = (movedAside: string | null) => ({
  record: { name: 'wiki.dump' },
  restored: { database: 'wiki', movedAside, verified: { tables: 1, rows: 5, onlyCounted: 0 } },
});

test('the database that was there before is in the summary, by the name that it has now', () => {
  const result = {
    record: { profile: 'generic', version: null },
    steps: ['put the dump wiki.dump back'],
    files: [],
    databases: [database('wiki_before_20261126T031700Z'), database(null)],
    buckets: [],
    durationMs: 1000,
  } as unknown as RestoreApplicationResult;
  const rows = applicationSummary(result, { on: 'local', dryRun: false }).split('\n');
  expect(rows.filter((row) => row.startsWith('| Dump'))).toEqual([
    '| Dump `wiki.dump` | 1 table, 5 rows, as they were dumped; what was there is called `wiki_before_20261126T031700Z` |',
    '| Dump `wiki.dump` | 1 table, 5 rows, as they were dumped |',
  ]);
});
