import { expect, test } from 'vitest';
import { pathOf } from '../../src/databases/opensearch/http.ts';
import type { DumpRecord } from '../../src/databases/record.ts';
import { localHost } from '../../src/hosts/local.ts';
import { restoreTo } from './dumping.ts';

const record: DumpRecord = {
  name: 'search.tar',
  engine: 'opensearch',
  database: null,
  format: 'files',
  tool: '',
  size_bytes: 0,
  pinned: true,
  proof: 'deferred',
  options: [],
  warnings: [],
  fingerprint: null,
  restore: { repository: 'r', snapshot: 'holdfast-1', uuid: 'u' },
};

test.each(['_all', '-kept', '+x', '..', '.', '*', 'a,b', 'a/b', ''])(
  'a manifest that calls an index %j is none: before anything is asked or removed',
  async (index) => {
    const host = localHost();
    const forged = { ...record, restore: { ...record.restore, indexes: JSON.stringify(['fine', index]) } };
    const restoring = restoreTo(
      host,
      { bytes: Buffer.alloc(0), record: forged },
      // Nobody listens there.
      'opensearch://127.0.0.1:1/?work-folder=/tmp',
      { overwrite: true },
    );
    await expect(restoring).rejects.toMatchObject({ code: 'repository-damaged' });
    await host.close();
  },
);

test('a name that curl would take for another path is asked about nowhere', () => {
  expect(() => pathOf('repository', '..')).toThrow(/Cannot ask a cluster about "\.\."/);
  expect(() => pathOf('')).toThrow(/expected the name/);
  expect(pathOf('a b', '.x', 'é/?')).toBe('/a%20b/.x/%C3%A9%2F%3F');
});
