import { expect, test } from 'vitest';
import { drilledIn } from '../../src/audit/drilled.ts';
import { targetsIn } from '../../src/config/find-target.ts';
import { type Drilled, type DrilledOf, drillJobs, retentionJobs } from '../../src/config/other-plans.ts';
import type { Target } from '../../src/config/targets.ts';
import type { FoundDrill } from '../../src/report/read-evidence.ts';
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

/** What one knows of drills so old, in days: the last, and the last that passed. */
const drilled = (triedDays: number | null, provedDays = triedDays, hasBackup = true): Drilled => ({
  hasBackup,
  triedMs: triedDays === null ? null : NOW - triedDays * DAY_MS,
  provedMs: provedDays === null ? null : NOW - provedDays * DAY_MS,
});
const jobsOf = (known: Readonly<Record<string, Drilled>>) =>
  drillJobs(
    targets,
    new Map<string, DrilledOf | string>([
      ['main', ({ name }) => known[name] ?? drilled(null)],
      ['other', 'it does not answer'],
    ]),
    NOW,
  );
const dueOf = (jobs: ReturnType<typeof drillJobs>) =>
  jobs.filter(({ isDue }) => isDue).map(({ job }) => job.target);

test('a drill is due a quarter after the last that passed, and those without one longest come first', () => {
  const jobs = jobsOf({ fresh: drilled(89), old: drilled(90), often: drilled(8), older: drilled(200) });
  expect(dueOf(jobs)).toEqual(['never', 'unknown', 'older', 'old', 'often']);
  expect(jobs.filter(({ isDue }) => !isDue).map(({ job }) => job.target)).toEqual(['fresh']);
  expect(jobs.find(({ job }) => job.target === 'unknown')?.why).toContain('it does not answer');
});

test('a drill that fails each day, and a target that was never backed up, keep no other from its turn', () => {
  const jobs = jobsOf({
    ...{ never: drilled(1, null), fresh: drilled(1, 400), old: drilled(91), often: drilled(9) },
    older: drilled(null, null, false),
  });
  expect(dueOf(jobs)).toEqual(['unknown', 'old', 'often', 'fresh', 'never']);
});

test('a target’s drills are known by its name and host, also of files of no application; none of the future counts', () => {
  const drill = (target: string | null, days: number, passed = true): FoundDrill => ({
    ...{ target, hostname: 'web' },
    record: {
      ...{ id: 'a', timeMs: NOW - days * DAY_MS, snapshotId: 'b', passed, reasons: [], restoreMs: null },
      ...{ leftOut: [], provesWhole: passed, checks: [] },
    },
  });
  const drills = [drill(null, 5), drill(null, 1, false), drill('old', 3), drill('old', -2)];
  const of = drilledIn(drills, (_, name) => (name === 'old' ? null : 1), NOW);
  const target = (name: string, hostname = 'web') => ({ ...(targets[0] as Target), name, hostname });
  expect(of(target('files'))).toEqual(drilled(1, 5));
  expect(of(target('old'))).toEqual(drilled(3, 3, false));
  expect(of(target('files', 'db'))).toEqual(drilled(null));
});

test('retention is for whom a policy is named', () => {
  expect(retentionJobs(targets, NOW).filter(({ isDue }) => isDue)).toMatchObject([
    { job: { target: 'old', host: 'web', storage: 'main' } },
  ]);
});

test('retention of more targets than a matrix holds begins with others every week', () => {
  const many = Array.from({ length: 300 }, (_, i) => ({ ...(targets[1] as Target), name: String(i) }));
  const firstOf = (week: number) =>
    retentionJobs(many, NOW + week * 7 * DAY_MS)
      .slice(0, 256)
      .map(({ job }) => job.target);
  expect(new Set([...firstOf(0), ...firstOf(1)]).size).toBe(300);
});
