import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { AuditedStorage } from '../../src/audit/context.ts';
import type { RunsReader, ScheduledRun } from '../../src/audit/workflow-runs.ts';
import { AUDIT_RULES } from '../../src/config/audit-rules.ts';
import { HoldfastError } from '../../src/errors.ts';
import { sample } from '../config/sample.ts';

const NOW_MS = Date.parse('2026-11-26T12:00:00Z');
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SHA = '0123456789012345678901234567890123456789';
const PLAN = {
  name: '.github/workflows/plan.yml',
  text: `on: { schedule: [{ cron: '37 * * * *' }] }\njobs: { a: { steps: [{ uses: holdfast/holdfast@${SHA} }] } }`,
};

/** By storage: when the target's newest backup began, in hours before now; a text is why it can't be read. */
type Stored = Readonly<Record<string, number | null | string | AuditedStorage>>;

async function run(target: string, stored: Stored, more: Partial<Parameters<typeof audit>[0]> = {}) {
  const targets = `  wiki: { host: web, storage: main, paths: [/a], ${target} }`;
  const { findings } = await audit({
    file: { name: 'backup.yml', text: sample({ targets }) },
    workflows: [PLAN],
    nowMs: NOW_MS,
    graceMs: 3 * HOUR_MS,
    runs: RUNS(),
    readStorage: async (_storage, name) => {
      const held = stored[name] ?? null;
      if (typeof held === 'string') throw new HoldfastError('wrong-password', held);
      if (typeof held === 'object' && held !== null) return held;
      const lastMs = held === null ? null : NOW_MS - held * HOUR_MS;
      return { history: (host, name) => (host === 'web' && name === 'wiki' ? lastMs : null), drills: [] };
    },
    ...more,
  });
  return findings.map(({ rule, file, at, severity }) => ({ rule, place: `${file}:${at.line}`, severity }));
}

const names = (found: Awaited<ReturnType<typeof run>>) => found.map(({ rule }) => rule);

function RUNS({
  state = 'active',
  hoursAgo = 1,
  conclusion = 'success' as string | null,
  ownPath = '',
  createdHoursAgo = null as number | null,
} = {}): RunsReader {
  const runs: ScheduledRun[] = [
    { startedMs: NOW_MS - hoursAgo * HOUR_MS, conclusion, url: 'https://github.com/r/1' },
  ];
  const createdMs = createdHoursAgo === null ? null : NOW_MS - createdHoursAgo * HOUR_MS;
  return {
    ownPath,
    workflows: async () => [{ id: 7, path: PLAN.name, state, createdMs }],
    scheduledRuns: async () => runs,
  };
}

const NIGHTLY = 'schedule: 17 3 * * *';

test('each thing that it can find has its heading', () => {
  const page = readFileSync('docs/how-to/audit.md', 'utf8');
  const headings = [...page.matchAll(/^### ([\w-]+)$/gm)].map(([, name]) => name);
  expect(headings).toEqual(Object.keys(AUDIT_RULES));
});

describe('backups', () => {
  test.each([
    ['a run that left its backup', NIGHTLY, { main: 8 }, []],
    ['one that is late by less than the grace', 'schedule: 17 10 * * *', { main: 25 }, []],
    ['one that left none', NIGHTLY, { main: 30 }, ['missing-run']],
    ['one that never left any', NIGHTLY, { main: null }, ['missing-run']],
    ['an RPO that is broken', `${NIGHTLY}, rpo: 6h`, { main: 8 }, ['stale-target']],
    ['an RPO without a schedule, and no backup', 'rpo: 6h', { main: null }, ['stale-target']],
    ['an RPO that is kept', 'rpo: 9h', { main: 8 }, []],
    ['a copy that is there', `${NIGHTLY}, copy-to: other`, { main: 8, other: 8 }, []],
    ['a copy that is behind', `${NIGHTLY}, copy-to: other`, { main: 8, other: 33 }, ['stale-copy']],
    ['no copy', 'copy-to: other', { main: 8, other: null }, ['stale-copy']],
    ['a copy of what is late itself', `${NIGHTLY}, copy-to: other`, { main: 33, other: 33 }, ['missing-run']],
    ['a storage that can’t be read', NIGHTLY, { main: 'Cannot open it: wrong.' }, ['unreadable-storage']],
    ['neither a schedule nor an RPO', 'tags: [a]', { main: null }, []],
  ])('%s', async (_name, target, stored, expected) => {
    expect(names(await run(target, stored))).toEqual(expected);
  });

  test('a finding stands where the promise stands', async () => {
    expect(await run(`schedule: 17 3 * * *`, { main: 30 })).toEqual([
      { rule: 'missing-run', place: 'backup.yml:9', severity: 'error' },
    ]);
    expect((await run(NIGHTLY, { main: 'x' }))[0]?.place).toBe('backup.yml:3');
  });

  test('a target that can’t be backed up is told by its rule; a cancelled audit finds nothing', async () => {
    expect(names(await run(`${NIGHTLY}, copy-to: main`, { main: 8 }))).toEqual(['copy-to-itself']);
    const cancelled = async () => {
      throw new HoldfastError('cancelled', 'x');
    };
    await expect(run(NIGHTLY, {}, { readStorage: cancelled })).rejects.toThrow('x');
  });
});

describe('drills', () => {
  const drilled = (
    ...drills: readonly { daysAgo: number; passed?: boolean; restoreMs?: number; of?: string }[]
  ) => ({
    main: {
      history: () => NOW_MS,
      drills: drills.map(({ daysAgo, passed = true, restoreMs = 1000, of = 'wiki' }) => ({
        target: of,
        hostname: 'web',
        record: {
          ...{
            id: 'd',
            snapshotId: 's',
            reasons: passed ? [] : ['no rows'],
            leftOut: [],
            provesWhole: passed,
            checks: [],
          },
          ...{ timeMs: NOW_MS - daysAgo * DAY_MS, passed, restoreMs },
        },
      })),
    },
  });

  test.each([
    ['one that passed lately', drilled({ daysAgo: 89 }), []],
    ['one that is too old', drilled({ daysAgo: 91 }), ['drill-overdue']],
    ['none', drilled(), ['drill-overdue']],
    ['one of another target', drilled({ daysAgo: 1, of: 'shop' }), ['drill-overdue']],
    ['one from the future', drilled({ daysAgo: -1 }), ['drill-overdue']],
    [
      'one that failed after one that passed',
      drilled({ daysAgo: 9 }, { daysAgo: 1, passed: false }),
      ['drill-failed'],
    ],
    ['one that was too slow', drilled({ daysAgo: 9, restoreMs: 3 * HOUR_MS }), ['slow-restore']],
  ])('%s', async (_name, stored, expected) => {
    expect(names(await run('drill: { every: 90d }, rto: 2h', stored))).toEqual(expected);
  });

  test('nobody who expects no drill is told that there is none', async () => {
    expect(names(await run('tags: [a]', drilled()))).toEqual([]);
  });
});

describe('workflows', () => {
  const of = (runs: RunsReader | null, workflows = [PLAN]) => run(NIGHTLY, { main: 8 }, { runs, workflows });

  test.each([
    ['that run', RUNS(), []],
    ['one that is disabled', RUNS({ state: 'disabled_inactivity' }), ['disabled-workflow']],
    ['one whose schedule began nothing for long', RUNS({ hoursAgo: 6 }), ['missing-workflow-run']],
    ['one that failed', RUNS({ conclusion: 'failure' }), ['failed-run']],
    ['one that goes on', RUNS({ conclusion: null }), []],
    ['its own that failed', RUNS({ conclusion: 'failure', ownPath: PLAN.name }), []],
    ['one that GitHub doesn’t know', { ...RUNS(), workflows: async () => [] }, ['unknown-workflow']],
    ['one that never ran', { ...RUNS(), scheduledRuns: async () => [] }, ['missing-workflow-run']],
    [
      'one that never ran, and is older than a time that was due',
      { ...RUNS({ createdHoursAgo: 6 }), scheduledRuns: async () => [] },
      ['missing-workflow-run'],
    ],
    [
      'one that is younger than the last time that was due',
      { ...RUNS({ createdHoursAgo: 2 }), scheduledRuns: async () => [] },
      [],
    ],
  ])('%s', async (_name, runs, expected) => {
    expect(names(await of(runs))).toEqual(expected);
  });

  test('without a token it is said, and no error; with one that GitHub doesn’t take it is an error', async () => {
    expect(await of(null)).toEqual([{ rule: 'unknown-runs', place: `${PLAN.name}:1`, severity: 'warning' }]);
    const refused = { ...RUNS(), workflows: () => Promise.reject(new HoldfastError('backend-failed', 'no')) };
    expect(await of(refused)).toEqual([{ rule: 'unknown-runs', place: `${PLAN.name}:1`, severity: 'error' }]);
  });

  test('that there is none on a schedule is known without GitHub', async () => {
    expect(names(await of(null, []))).toEqual(['nothing-scheduled']);
    const manual = { ...PLAN, text: PLAN.text.replace(/schedule: .*\] \}/, 'workflow_dispatch: {} }') };
    expect(names(await of(RUNS(), [manual]))).toEqual(['nothing-scheduled']);
  });

  test('one that is only called needn’t be known, and a time that GitHub wouldn’t take isn’t waited for', async () => {
    const called = {
      name: '.github/workflows/own.yml',
      text: `on: { workflow_call: {} }\njobs: { a: { steps: [{ uses: holdfast/holdfast@${SHA} }] } }`,
    };
    expect(names(await of(RUNS(), [PLAN, called]))).toEqual([]);
    const odd = { ...PLAN, text: PLAN.text.replace('37 * * * *', '@daily') };
    expect(names(await of({ ...RUNS(), scheduledRuns: async () => [] }, [odd]))).toEqual([]);
  });
});

describe('what is known and meant so', () => {
  const LATE = `  wiki: { host: web, storage: main, paths: [/a], ${NIGHTLY} }
  shop: { host: web, storage: main, paths: [/b], ${NIGHTLY} }`;

  async function silenced(silence: string, more: Partial<Parameters<typeof audit>[0]> = {}, targets = LATE) {
    const text = sample({ targets, more: `silence: [${silence}]` });
    const found = await audit({
      ...{ file: { name: 'backup.yml', text }, workflows: [PLAN], nowMs: NOW_MS, graceMs: 3 * HOUR_MS },
      ...{ runs: RUNS(), readStorage: async () => ({ history: () => NOW_MS - 30 * HOUR_MS, drills: [] }) },
      ...more,
    });
    return {
      loud: found.findings.map(({ rule, target }) => `${rule} ${target}`),
      silent: found.silenced.map(({ finding, reason }) => `${finding.rule} ${finding.target}: ${reason}`),
    };
  }

  test('is told apart, with its reason, at its target alone', async () => {
    expect(await silenced('{ rule: missing-run, target: wiki, reason: it moves }')).toEqual({
      loud: ['missing-run shop'],
      silent: ['missing-run wiki: it moves'],
    });
  });

  test('of a workflow it is silent in its file alone', async () => {
    const other = { ...PLAN, name: '.github/workflows/report.yml' };
    const runs = {
      ...RUNS(),
      workflows: async () =>
        [PLAN, other].map(({ name }, id) => ({
          id,
          path: name,
          state: 'disabled_manually',
          createdMs: null,
        })),
    };
    const silence = `{ rule: disabled-workflow, file: ${other.name}, reason: nobody reads it }`;
    const { loud, silent } = await silenced(silence, { workflows: [PLAN, other], runs });
    expect(loud.filter((one) => one.startsWith('disabled'))).toEqual(['disabled-workflow null']);
    expect(silent).toEqual(['disabled-workflow null: nobody reads it']);
  });

  test.each([
    [
      'what can’t be read',
      'unreadable-storage',
      { readStorage: () => Promise.reject(new Error('no')) },
      LATE,
    ],
    ['what nobody knows of runs', 'unknown-runs', { runs: null }, LATE],
    [
      'what can’t be backed up',
      'copy-to-itself',
      {},
      LATE.replace('paths: [/a]', 'paths: [/a], copy-to: main'),
    ],
  ])('%s is never silent', async (_name, rule, more, targets) => {
    const { loud } = await silenced(`{ rule: ${rule}, reason: r }`, more, targets);
    expect(loud.map((one) => one.split(' ')[0])).toContain(rule);
  });

  test('a target that something else than GitHub begins needs no workflow', async () => {
    const { loud } = await silenced('', { workflows: [] });
    expect(loud).toContain('nothing-scheduled null');
    const own = LATE.replaceAll(NIGHTLY, `${NIGHTLY}, scheduled-by: cron on backup1`);
    expect((await silenced('', { workflows: [] }, own)).loud).toEqual([
      'missing-run wiki',
      'missing-run shop',
    ]);
  });
});
