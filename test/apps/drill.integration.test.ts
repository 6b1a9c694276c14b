import { afterEach, beforeEach, expect, test } from 'vitest';
import { drillOf } from '../operations/drill/fixture.ts';
import { ApplicationFixture } from './fixture.ts';

let fixture: ApplicationFixture;
beforeEach(async () => {
  fixture = await ApplicationFixture.create();
  await fixture.sh('mkdir wiki; echo one >wiki/page');
});
afterEach(() => fixture.remove());

test('a drill has the application’s own checks, of which one that can’t look is none that passed', async () => {
  const { folder } = fixture;
  await fixture.save('generic', {
    paths: [`${folder}/wiki`],
    'check-files': [
      `grep -q one "$root"${folder}/wiki/page`,
      `grep -q two "$root"${folder}/wiki/page`,
      'exit 77',
    ],
  });
  const result = await drillOf(fixture.backups, { trustSnapshot: true });
  const found = result.checks.filter(({ kind }) => kind === 'application');
  expect(found.map(({ name, result: end }) => [name, end])).toEqual([
    ['generic', 'passed'],
    ['generic/check-files-1', 'passed'],
    ['generic/check-files-2', 'failed'],
    ['generic/check-files-3', 'could-not-run'],
  ]);
  expect(result.passed).toBe(false);
  const leaveOut = ['generic/check-files-2', 'generic/check-files-3'];
  expect(await drillOf(fixture.backups, { leaveOut, trustSnapshot: true })).toMatchObject({
    passed: true,
    reasons: [],
  });
});
