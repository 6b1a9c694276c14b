import { expect, test } from 'vitest';
import { dueAt } from '../../src/schedule/due.ts';
import { parseSchedule } from '../../src/schedule/schedule.ts';

const NIGHTLY = parseSchedule('17 3 * * *', 'UTC', { cron: 's', timezone: 't' });
const at = (time: string) => Date.parse(`2026-11-${time}Z`);

test.each([
  ['nothing was ever backed up', null, '26T04:00', 'never', 0],
  ['it is time', '25T03:20', '26T03:17', 'on-time', 1],
  ['it is a moment before', '25T03:20', '26T03:16:59', 'done', 0],
  ['the run of tonight came late', '26T09:30', '26T10:00', 'done', 0],
  ['the run of tonight was dropped', '25T03:20', '26T09:00', 'missed', 1],
  ['those of three nights were dropped', '22T03:20', '25T12:00', 'missed', 3],
  ['one by hand came before its time', '26T01:00', '26T03:30', 'on-time', 1],
  ['one by hand came after it', '26T12:00', '27T03:00', 'done', 0],
] as const)('%s', (_name, last, now, why, missed) => {
  const due = dueAt(NIGHTLY, last === null ? null : at(last), at(now));
  expect([due.why, due.missed]).toEqual([why, missed]);
  expect(due.isDue).toBe(why !== 'done');
});

test('a missed run is made up for once, not twice, however often it is asked', () => {
  let last = at('22T03:20');
  const made: string[] = [];
  for (let now = at('25T00:07'); now < at('26T03:00'); now += 3_600_000) {
    if (!dueAt(NIGHTLY, last, now).isDue) continue;
    last = now + 60_000; // the job began a minute later
    made.push(new Date(now).toISOString().slice(8, 13));
  }
  expect(made).toEqual(['25T00', '25T04']);
});

test('without a schedule nothing is due by itself', () => {
  expect(dueAt(null, null, at('26T04:00'))).toMatchObject({ isDue: false, why: 'not-scheduled' });
});
