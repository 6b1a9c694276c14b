import { describe, expect, test } from 'vitest';
import type { ConfiguredTarget } from '../../src/report/configured.ts';
import { expectationsOf, expectedBy } from '../../src/report/expectations.ts';
import {
  countByHealth,
  needsAttention,
  type ReportSettings,
  reportOf,
  type TargetFacts,
} from '../../src/report/facts.ts';
import type { TargetHistory } from '../../src/report/history.ts';
import { keptShare, recoveryPoints, recoverySlots } from '../../src/report/recovery-point.ts';
import { percentText, spanText } from '../../src/report/span-text.ts';
import { KEEP_NOTHING } from '../../src/retention/plan.ts';
import { backup, chain, DAY_MS, drill, HOUR_MS, history, NOW_MS, placeAt, SETTINGS } from './histories.ts';

const MINUTE_MS = 60_000;
const factsOf = (one: TargetHistory, over = {}) =>
  reportOf([one], { ...SETTINGS, ...over }).targets[0] as TargetFacts;
const healthOf = (one: TargetHistory, over = {}) => factsOf(one, over).judgement;
const PROVED = { drills: [drill(DAY_MS)] };

describe('the share of time in which the RPO was kept', () => {
  const period = { nowMs: NOW_MS, periodMs: 10 * DAY_MS, rpoMs: 24 * HOUR_MS };

  test('is none without a backup', () => {
    expect(recoveryPoints([], period)).toBeNull();
  });

  test('is all of the time since the first backup where each came in time', () => {
    const points = recoveryPoints(chain([3, 2, 1, 0.5].map((days) => days * DAY_MS - 2 * MINUTE_MS)), period);
    expect(points).toMatchObject({ fromMs: NOW_MS - 3 * DAY_MS + 3 * MINUTE_MS, unknownMs: 0 });
    // Each is a day old a minute before the next one is there.
    expect(points?.missedMs).toBe(2 * MINUTE_MS);
    expect(points?.keptMs).toBe(3 * DAY_MS - 5 * MINUTE_MS);
  });

  test('counts what was missed: since the data is of, not since it was there', () => {
    const points = recoveryPoints(chain([4 * DAY_MS, 2 * DAY_MS]), period);
    expect(points?.missedMs).toBe(DAY_MS + MINUTE_MS + DAY_MS);
    expect(points?.unknownMs).toBe(0);
  });

  test('leaves open what removed backups may have covered, and never what came after the last', () => {
    const [a, b] = [backup('a', 4 * DAY_MS), backup('b', 2 * DAY_MS, { parent: 'gone' })];
    const points = recoveryPoints([a, b], period);
    expect(points).toMatchObject({ unknownMs: DAY_MS + MINUTE_MS, missedMs: DAY_MS });
    const share = points && keptShare(points);
    expect(share?.least).toBeLessThan(share?.most as number);
  });

  test('knows a parent by the ID that it had before it was rewritten, and by no older one', () => {
    const rewritten = backup('new', 4 * DAY_MS, { item: { formerIds: ['old'] } });
    const [after, since] = [
      backup('b', 2 * DAY_MS, { parent: 'old' }),
      backup('c', DAY_MS / 2, { parent: 'new' }),
    ];
    expect(recoveryPoints([rewritten, after], period)?.unknownMs).toBe(0);
    expect(recoveryPoints([rewritten, after, since], period)?.unknownMs).toBe(DAY_MS / 2 + MINUTE_MS);
  });

  test('is of the period alone', () => {
    const points = recoveryPoints(chain([40 * DAY_MS, 30 * DAY_MS]), { ...period, rpoMs: 25 * DAY_MS });
    expect(points).toMatchObject({ fromMs: NOW_MS - 10 * DAY_MS, keptMs: 5 * DAY_MS, missedMs: 5 * DAY_MS });
    expect(points).not.toBeNull();
  });
});

describe('health', () => {
  test('is protected only with a fresh backup and a proof, and says so', () => {
    const { health, reasons } = healthOf(history(chain([2 * DAY_MS, DAY_MS]), PROVED));
    expect({ health, text: reasons.map(({ text }) => text) }).toEqual({
      health: 'protected',
      text: ['backed up 24 h ago, proved 24 h ago'],
    });
  });

  test('is not proved by a drill of the future, nor what a drill left out', () => {
    const backups = chain([2 * DAY_MS, DAY_MS]);
    const future = history(backups, { drills: [drill(-DAY_MS)] });
    expect(healthOf(future).health).toBe('never-proved');
    expect(reportOf([future], SETTINGS).targets[0]).toMatchObject({ lastDrill: null, lastProof: null });
    const { reasons } = healthOf(history(backups, { drills: [drill(DAY_MS, { leftOut: ['app.sql'] })] }));
    expect(reasons[0]?.text).toBe(
      'backed up 24 h ago, proved 24 h ago, but for what the drill left out: app.sql',
    );
  });

  test.each<[string, string, TargetHistory]>([
    ['never-proved', 'no drill has restored it', history(chain([HOUR_MS]))],
    ['stale', 'is 27 h old, expected at most 26 h (RPO)', history(chain([27 * HOUR_MS]), PROVED)],
    [
      'stale',
      '100 d ago, expected at most 99 d',
      history(chain([HOUR_MS]), { drills: [drill(100 * DAY_MS)] }),
    ],
    ['failing', 'never backed up: nothing of it is there', history([], PROVED)],
    [
      'failing',
      'there is no complete backup',
      history([backup('late', HOUR_MS, { item: { complete: false } })], PROVED),
    ],
    [
      'failing',
      'gave none that is complete (late)',
      history([backup('b', 3 * HOUR_MS), backup('late', HOUR_MS, { item: { complete: false } })], PROVED),
    ],
    [
      'failing',
      '(late: 1 entry not as on the host)',
      history(
        [
          backup('b', 3 * HOUR_MS),
          backup('late', HOUR_MS, {
            item: { complete: false },
            details: { quiescedMs: null, problems: 1, dumps: [] },
          }),
        ],
        PROVED,
      ),
    ],
    [
      'failing',
      'has 10 % of the bytes',
      history(
        [...chain([5, 4, 3].map((d) => d * DAY_MS)), backup('s', HOUR_MS, { item: { sizeBytes: 100 } })],
        PROVED,
      ),
    ],
    ['failing', 'from the future', history([backup('b', HOUR_MS), backup('f', -DAY_MS)], PROVED)],
    [
      'failing',
      'failed: rows differ',
      history(chain([HOUR_MS]), {
        drills: [drill(2 * DAY_MS), drill(DAY_MS, { passed: false, reasons: ['rows differ'] })],
      }),
    ],
  ])('is %s: %s', (health, text, one) => {
    const judgement = healthOf(one);
    expect(judgement.health).toBe(health);
    expect(judgement.reasons[0]?.text).toContain(text);
  });

  test('takes the worst, and names all', () => {
    const { health, reasons } = healthOf(
      history([backup('b', 3 * DAY_MS), backup('x', DAY_MS, { item: { complete: false } })]),
    );
    expect(health).toBe('failing');
    expect(reasons.map((reason) => reason.health)).toEqual(['failing', 'stale', 'never-proved']);
  });

  test('does not call what a run that goes on has left a failure', () => {
    const running = backup('c', HOUR_MS / 2, {
      isCheckpoint: true,
      item: { complete: false, leftover: true },
    });
    expect(healthOf(history([backup('b', 20 * HOUR_MS), running], PROVED)).health).toBe('protected');
  });

  test('does not take a backup from the future for a fresh one', () => {
    const { newest, ageMs } = factsOf(history([backup('b', 30 * HOUR_MS), backup('f', -DAY_MS)]));
    expect([newest?.item.id, ageMs]).toEqual(['b', 30 * HOUR_MS]);
  });

  test('holds the measured restore against the RTO', () => {
    const expectations = {
      all: { rtoMs: 15 * MINUTE_MS },
      byName: new Map([['wiki@web', { rtoMs: HOUR_MS }]]),
    };
    const one = history(chain([HOUR_MS]), PROVED);
    expect(healthOf({ ...one, hostname: 'other' }, { expectations })).toMatchObject({
      health: 'failing',
      reasons: [{ text: 'the last restore took 20 min, expected at most 15 min (RTO)' }],
    });
    expect(healthOf(one, { expectations }).health).toBe('protected');
  });

  test('misses the copy that is not made, and the one that is old', () => {
    const places = [placeAt('/srv/backup'), placeAt('s3:offsite')];
    expect(healthOf(history(chain([HOUR_MS]), PROVED), { places }).reasons[0]?.text).toBe(
      'nothing complete of it is in s3:offsite',
    );
    const old = [backup('a', 2 * DAY_MS, { places: [0, 1] }), backup('b', HOUR_MS, { parent: 'a' })];
    expect(healthOf(history(old, PROVED), { places })).toMatchObject({
      health: 'stale',
      reasons: [{ text: 'its newest in s3:offsite is 2 d old, expected at most 26 h (RPO)' }],
    });
  });
});

test('a name that is more exact goes before one that is less, and both before what is said of all', () => {
  const settings = {
    all: { rpoMs: 1 },
    byName: new Map([
      ['wiki', { rpoMs: 2 }],
      ['wiki@db', { rpoMs: 3 }],
      ['files', { rpoMs: 4 }],
    ]),
  };
  const of = (target: string | null, hostname: string) =>
    expectationsOf(settings, { target, hostname }).rpoMs;
  expect([of('shop', 'db'), of('wiki', 'web'), of('wiki', 'db'), of(null, 'db')]).toEqual([1, 2, 3, 4]);
});

describe('figures', () => {
  const sized = chain([4, 3, 2, 0].map((days) => days * DAY_MS + HOUR_MS)).map((one, i) => ({
    ...one,
    item: { ...one.item, sizeBytes: 1000 + 400 * i },
    details: { quiescedMs: [5000, 90_000, 1000, 3000][i] as number, problems: 0, dumps: [] },
  }));

  test('tell growth, what it takes, and for how long the application was held', () => {
    expect(factsOf(history(sized))).toMatchObject({
      growthPerDay: 300,
      storedPerDay: 375,
      downtime: { last: 3000, median: 5000, longest: 90_000 },
      duration: { last: MINUTE_MS },
    });
  });

  test('tell nothing of what is not known', () => {
    expect(factsOf(history(chain([HOUR_MS])))).toMatchObject({
      growthPerDay: null,
      storedPerDay: null,
      downtime: null,
    });
    expect(factsOf(history([]))).toMatchObject({ newest: null, ageMs: null, recoveryPoints: null });
  });

  test('look ahead at what a policy keeps, if backups go on as they did', () => {
    const policy = { rules: { ...KEEP_NOTHING, daily: 7 }, text: 'daily 7' };
    const daily = chain(Array.from({ length: 10 }, (_, i) => (9 - i) * DAY_MS + HOUR_MS));
    const { retention } = factsOf(history(daily), { policy });
    expect([...(retention?.goes ?? [])]).toEqual(['b2', 'b1', 'b0']);
    expect(retention?.kept).toBe(7);
    expect(retention?.future.map(({ days, kept }) => [days, kept])).toEqual([
      [30, 7],
      [90, 7],
      [365, 7],
    ]);
  });

  test('look no further than a bounded number of backups', () => {
    const policy = { rules: { ...KEEP_NOTHING, last: 3 }, text: 'last 3' };
    const often = chain(Array.from({ length: 30 }, (_, i) => (30 - i) * 20 * MINUTE_MS));
    expect(factsOf(history(often), { policy }).retention?.future).toEqual([]);
  });
});

test('the worst target comes first, and each is counted', () => {
  const report = reportOf(
    [
      history(chain([HOUR_MS]), { ...PROVED, target: 'a', key: 'a' }),
      history([], { target: 'b', key: 'b' }),
      history(chain([HOUR_MS]), { target: 'c', key: 'c' }),
    ],
    SETTINGS,
  );
  expect(report.targets.map(({ history: { key } }) => key)).toEqual(['b', 'c', 'a']);
  expect(countByHealth(report)).toEqual({ failing: 1, stale: 0, 'never-proved': 1, protected: 1 });
});

test('what is expected by name and is not there is failing; so somebody looks, as where there is nothing at all', () => {
  const byName = new Map([
    ['wiki', {}],
    ['shop@db1', { rpoMs: 5 }],
    ['wiki@web', {}],
  ]);
  const settings = { ...SETTINGS, expectations: { all: {}, byName } };
  const report = reportOf([history(chain([HOUR_MS]), PROVED)], settings);
  expect(
    report.targets.map(({ history: { target, hostname }, judgement }) => [
      target,
      hostname,
      judgement.health,
    ]),
  ).toEqual([
    ['shop', 'db1', 'failing'],
    ['wiki', 'web', 'protected'],
  ]);
  const filtered = reportOf([history(chain([HOUR_MS]), PROVED)], { ...settings, isExpected: () => false });
  expect([needsAttention(report), needsAttention(filtered), needsAttention(reportOf([], SETTINGS))]).toEqual([
    true,
    false,
    true,
  ]);
});

test('spans and shares are never rounded to what they are not', () => {
  expect(
    [0, 999, 61_000, 5_400_000, 9 * HOUR_MS + 6 * MINUTE_MS, 47 * HOUR_MS, 50 * HOUR_MS, 20 * DAY_MS].map(
      spanText,
    ),
  ).toEqual(['0 ms', '999 ms', '61 s', '90 min', '9 h 6 min', '47 h', '2 d 2 h', '20 d']);
  expect([1, 0.99999, 0.9951, 0.00001, 0].map(percentText)).toEqual([
    '100 %',
    '99.9 %',
    '99.5 %',
    '0.1 %',
    '0 %',
  ]);
});

describe('what is configured', () => {
  const WIKI: ConfiguredTarget = {
    ...{ target: 'wiki', hostname: 'web', paths: ['/srv/wiki'], storages: ['main', 'copy'] },
    expectations: { rpoMs: HOUR_MS / 2 },
    policy: { rules: { ...KEEP_NOTHING, last: 1 }, text: 'last 1' },
  };
  const configuredReport = (over: Partial<ReportSettings>) =>
    reportOf([history(chain([2 * HOUR_MS, HOUR_MS]), PROVED)], {
      ...SETTINGS,
      configured: [WIKI],
      places: ['main', 'other', 'copy'].map((storage) => placeAt(`/${storage}`, { storage })),
      ...over,
    });

  test('goes before what is expected of all, and behind what a flag says of one', () => {
    const rpoOf = (expectations: ReportSettings['expectations']) =>
      configuredReport({ expectations }).targets[0]?.expectations.rpoMs;
    expect(rpoOf({ all: { rpoMs: 7 }, byName: new Map() })).toBe(HOUR_MS / 2);
    expect(rpoOf({ all: {}, byName: new Map([['wiki', { rpoMs: 9 }]]) })).toBe(9);
  });

  test('is also a target of files of no application', () => {
    const files = { ...WIKI, target: 'files' };
    const [found, ...others] = reportOf([history(chain([HOUR_MS]), { target: null })], {
      ...SETTINGS,
      configured: [files],
    }).targets;
    expect([found?.expectations.rpoMs, found?.retention?.policy, others]).toEqual([
      HOUR_MS / 2,
      'last 1',
      [],
    ]);
  });

  test('is expected in its own places alone, and kept by its own policy', () => {
    const [wiki] = configuredReport({}).targets;
    expect(wiki?.copies.map(({ place }) => place.shown)).toEqual(['/main', '/copy']);
    expect(wiki?.judgement.reasons.map(({ text }) => text)).toContain('nothing complete of it is in /copy');
    // The newest, and what a drill has proved.
    expect(wiki?.retention).toMatchObject({ policy: 'last 1', kept: 2 });
  });

  test('of a host is another target than that of another host, and is there once', () => {
    const other = { ...WIKI, hostname: 'db2' };
    const byName = new Map([
      ['wiki', {}],
      ['wiki@db2', {}],
    ]);
    const { targets } = configuredReport({ configured: [WIKI, other], expectations: { all: {}, byName } });
    expect(targets.map(({ history: { hostname, backups } }) => [hostname, backups.length])).toEqual([
      ['db2', 0],
      ['web', 2],
    ]);
  });
});

test.each([
  [{}, true],
  [{ target: 'wiki', hosts: ['web'] }, true],
  [{ target: 'shop' }, false],
  [{ hosts: ['db1'] }, false],
  [{ tags: [['nightly']] }, false],
  [{ paths: ['/srv'] }, false],
])('with the filter %j it is known that wiki on web is missing: %s', (filter, isKnown) => {
  expect(expectedBy(filter)('wiki', 'web')).toBe(isKnown);
});

test('what is in a place that can’t be read is not known, and so not gone', () => {
  const places = [placeAt('/main', { isKnown: false })];
  const { health, reasons } = healthOf(history([], PROVED), { places });
  expect([health, reasons.map(({ text }) => text)]).toEqual([
    'failing',
    ["/main can't be read: nobody knows what is in it"],
  ]);
});

test('each stretch of the period says the worst that was in it', () => {
  const at = (day: number) => NOW_MS - day * DAY_MS;
  const spans = [
    { state: 'kept', fromMs: at(6.5), toMs: at(5) },
    { state: 'unknown', fromMs: at(5), toMs: at(4) },
    { state: 'kept', fromMs: at(4), toMs: at(2.7) },
    { state: 'missed', fromMs: at(2.7), toMs: at(2.6) },
    { state: 'kept', fromMs: at(2.6), toMs: at(2) },
    { state: 'missed', fromMs: at(2), toMs: at(1) },
    { state: 'kept', fromMs: at(1), toMs: at(0.5) },
    { state: 'unknown', fromMs: at(0.5), toMs: NOW_MS },
  ] as const;
  expect(recoverySlots({ spans, toMs: NOW_MS }, { periodMs: 8 * DAY_MS, count: 8 })).toEqual([
    ...['before', 'kept', 'kept', 'unknown', 'kept', 'partly', 'missed', 'unknown'],
  ]);
});
