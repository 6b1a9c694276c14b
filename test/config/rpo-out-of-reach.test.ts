import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { rpoFaults } from '../../src/config/rules/rpo-out-of-reach.ts';
import { targetsOf } from '../../src/config/targets.ts';
import { parseSchedule } from '../../src/schedule/schedule.ts';
import { sample } from './sample.ts';

const NAMES = { cron: '`schedule`', timezone: '`timezone`' };

function faults(schedules: readonly string[], mostLookedUp: number) {
  const targets = schedules
    .map((cron, i) => `  t${i}: { host: web, storage: main, paths: [/a], schedule: '${cron}', rpo: 20h }`)
    .join('\n');
  const { config, source } = readConfig(sample({ targets }), 'f');
  if (config === null) throw new Error('expected a configuration');
  return [...rpoFaults({ source, targets: targetsOf(config) }, mostLookedUp)].map(
    ({ place, what, target }) => [place.at.line - 8, target ?? null, what],
  );
}

function costOf(cron: string): number {
  const schedule = parseSchedule(cron, 'UTC', NAMES);
  schedule.longestGapMs();
  return schedule.lookedUp;
}

test('what many different schedules cost is bounded, and what is not measured any more is said', () => {
  const all = ['1 3 * * *', '2 3 * * *', '1 3 * * *', '3 3 * * *', '4 3 * * *'];
  const long = expect.stringContaining('between two runs of its schedule are up to 1 d');
  const unknown =
    'whether the schedule of the target `t3` and of 1 more meets its RPO isn’t known: the file has more different schedules than are measured, which are the first 2';
  expect(faults(all, costOf('1 3 * * *') + 1)).toEqual([
    [1, 't0', long],
    [2, 't1', long],
    [3, 't2', long],
    [4, null, unknown],
  ]);
  expect(faults(all, 1e6).map(([line]) => line)).toEqual([1, 2, 3, 4, 5]);
});

test('an expression that is rarely due is looked up no further than the day and the year ask for', () => {
  expect(costOf('17 3 * * *')).toBeLessThan(100);
  expect(costOf('1 1 1 1 *')).toBeLessThan(100);
  expect(costOf('29 3 29 2 *')).toBeLessThan(100);
  expect(costOf('* * * * *')).toBeLessThan(2000);
});
