import { expect, test } from 'vitest';
import { targetsIn } from '../../src/config/find-target.ts';
import { drillJobs, type ProofOf, retentionJobs } from '../../src/config/other-plans.ts';
import { sample } from './sample.ts';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const TEXT = sample({
  targets: `  fresh: { host: web, storage: main, paths: [/a] }
  old: { host: web, storage: main, paths: [/b], retention: few }
  never: { host: db, storage: main, paths: [/c] }
  often: { host: db, storage: main, paths: [/d], drill: { every: 7d } }
  older: { host: web, storage: main, paths: [/e] }
  unknown: { host: web, storage: other, paths: [/f] }`,
  more: 'retention: { few: { keep-last: 3 } }',
});
const { targets } = targetsIn({ name: 'backup.yml', text: TEXT });
const AGES: Readonly<Record<string, number>> = { fresh: 89, old: 90, often: 8, older: 200 };

test('a drill is due a quarter after the last that passed, and those without one longest come first', () => {
  const proof = ({ name }: { name: string }) =>
    AGES[name] === undefined ? null : NOW - (AGES[name] ?? 0) * DAY_MS;
  const jobs = drillJobs(
    targets,
    new Map<string, ProofOf | string>([
      ['main', proof],
      ['other', 'it does not answer'],
    ]),
    NOW,
  );
  expect(jobs.filter(({ isDue }) => isDue).map(({ job }) => job.target)).toEqual([
    'never',
    'unknown',
    'older',
    'old',
    'often',
  ]);
  expect(jobs.filter(({ isDue }) => !isDue).map(({ job }) => job.target)).toEqual(['fresh']);
  expect(jobs.find(({ job }) => job.target === 'unknown')?.why).toContain('it does not answer');
});

test('retention is for whom a policy is named', () => {
  expect(retentionJobs(targets).filter(({ isDue }) => isDue)).toMatchObject([
    { job: { target: 'old', host: 'web', storage: 'main' } },
  ]);
});
