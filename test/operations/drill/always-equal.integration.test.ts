import { expect, test, vi } from 'vitest';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { BackupFixture } from '../backup/fixture.ts';
import { drillOf } from './fixture.ts';

/** A build whose comparisons always say that all is the same: of tables, and of what files hold. */
vi.mock(import('../../../src/databases/fingerprint.ts'), async (original) => {
  const real = await original();
  const compareFingerprints: typeof real.compareFingerprints = (dumped) =>
    real.compareFingerprints(dumped, dumped);
  return { ...real, compareFingerprints };
});
vi.mock(import('../../../src/operations/restore/verify-contents.ts'), async (original) => ({
  ...(await original()),
  verifyContents: async (_workspace, _folder, options) => options.onVerified?.(1, 6),
}));

test('a build whose comparison always says “the same” fails the drill by its negative controls', async () => {
  const fixture = await BackupFixture.create();
  try {
    await fixture.sh(
      `echo hello >source/a; sqlite3 app.db "CREATE TABLE page (id int); INSERT INTO page VALUES (1)"`,
    );
    const dumps = [{ database: parseDatabase(`sqlite:${fixture.folder}/app.db`, '--database', {}) }];
    await fixture.backup({ target: 'app', dumps });
    const { passed, checks } = await drillOf(fixture);
    expect(passed).toBe(false);
    const failed = checks.filter(({ result }) => result !== 'passed');
    expect(failed.map(({ kind, controls }) => [kind, controls])).toEqual([
      ['negative-control', 'restored files'],
      ['negative-control', 'database app.db.sqlite'],
    ]);
    for (const { found } of failed) expect(found).toContain('nothing was noticed');
  } finally {
    await fixture.remove();
  }
});
