import { expect, test } from 'vitest';
import { drillsSinceOpened, isTrialDue } from '../../src/drills/recovery-trial.ts';
import { RESTORE_PREDICATE_TYPE } from '../../src/drills/restore-statement.ts';
import { isDrill, PREDICATE_TYPE, parseStatement, provesWhole } from '../../src/drills/statement.ts';

test('a drill proves the whole snapshot only if it passed and left neither a dump nor a bucket out', () => {
  const proves = (predicate: object) => provesWhole(predicate as never);
  expect(proves({ result: 'passed', left_out: [], dumps_left_out: [] })).toBe(true);
  expect(proves({ result: 'passed', left_out: ['app.dump'], dumps_left_out: ['app.dump'] })).toBe(false);
  expect(proves({ result: 'failed', left_out: [], dumps_left_out: [] })).toBe(false);
  const whole = { result: 'passed', left_out: [], dumps_left_out: [] };
  expect(proves({ ...whole, buckets_left_out: [] })).toBe(true);
  expect(proves({ ...whole, left_out: ['bucket files'], buckets_left_out: ['files'] })).toBe(false);
  // Evidence of earlier versions doesn't tell dumps from checks.
  expect(proves({ result: 'passed', left_out: ['looker/hsqldb-opens'] })).toBe(true);
  expect(proves({ result: 'passed', left_out: ['looker/hsqldb-opens', 'app.dump'] })).toBe(false);
});

test('the recovery key is tried by the first drill, then by every fourth, and again until it opens', () => {
  const drills = (...states: string[]) =>
    states.map((state) => ({ predicate: { recovery_key: { state } } })) as never;
  const isDue = (...states: string[]) => isTrialDue(drillsSinceOpened(drills(...states)));
  expect(isDue()).toBe(true);
  expect(isDue('not-given')).toBe(true);
  expect(isDue('opened')).toBe(false);
  expect(isDue('opened', 'not-due', 'not-due')).toBe(false);
  expect(isDue('opened', 'not-due', 'not-due', 'not-due')).toBe(true);
  expect(isDue('opened', 'not-due', 'not-due', 'not-due', 'failed')).toBe(true);
});

test('evidence is of a drill or of a restore, and what is neither is none', () => {
  const statement = (predicateType: string, predicate: object) =>
    parseStatement(
      Buffer.from(
        JSON.stringify({ _type: 'https://in-toto.io/Statement/v1', subject: [], predicateType, predicate }),
      ),
    );
  const all = { result: 'x', started: 'x', repository_id: 'x', reasons: [], snapshot: { id: 'x' } };
  const drill = statement(PREDICATE_TYPE, { ...all, drill_id: 'd', checks: [] });
  const restore = statement(RESTORE_PREDICATE_TYPE, { ...all, restore_id: 'r', done: [] });
  expect([drill, restore].map((one) => one !== null && isDrill(one))).toEqual([true, false]);
  expect(statement(RESTORE_PREDICATE_TYPE, { ...all, drill_id: 'd', checks: [] })).toBe(null);
  expect(statement('urn:other:1', { ...all, drill_id: 'd', checks: [] })).toBe(null);
});
