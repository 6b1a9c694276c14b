import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { BlobId } from '../../src/repository/format/ids.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import { MACHINE_ZONE } from '../../src/retention/calendar.ts';
import { casesOf, SEED } from '../cases.ts';
import { holdfast } from '../cli/terminal.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { restic } from '../services/restic.ts';
import { storeHistories } from './stored-histories.ts';

// Many random histories, each of a host of its own, in one repository: stock restic and we are asked what a policy keeps.

const HISTORIES = casesOf(80);
const POLICIES = Math.ceil(HISTORIES / 10);
/** A zone with summer time: restic counts back in its machine's zone, where a snapshot's is that. */
const ZONE = 'Europe/Berlin';
const ZONES_SECONDS = [0, 0, 3600, 3600, 7200, 7200, -5 * 3600, 19_800, 49_500, -34_200];
const SECOND_NS = 1_000_000_000n;

let folder = '';

beforeAll(async () => {
  vi.stubEnv('TZ', ZONE);
  folder = await mkdtemp(join(tmpdir(), 'holdfast-retention-'));
  const histories = fc.sample(history, { numRuns: HISTORIES, seed: SEED });
  await storeHistories(
    folder,
    [...histories, ...clockChanges()].flatMap((snapshots, i) =>
      snapshots.map((one) => ({ ...one, hostname: `host-${i}` })),
    ),
  );
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const gapSeconds = fc.oneof(
  fc.integer({ min: 1, max: 3600 }),
  fc.integer({ min: 1800, max: 2 * 86_400 }),
  fc.constant(86_400),
  fc.integer({ min: 86_400, max: 40 * 86_400 }),
  fc.integer({ min: 86_400, max: 500 * 86_400 }),
);

/** Of one host: from the past into the future, in zones that change on the way. */
const history: fc.Arbitrary<Snapshot[]> = fc
  .record({
    startSeconds: fc.integer({ min: Date.UTC(2018, 0) / 1000, max: Date.UTC(2027, 0) / 1000 }),
    steps: fc.array(
      fc.record({
        gapSeconds,
        zoneSeconds: fc.constantFrom(...ZONES_SECONDS),
        tags: fc.subarray(['a', 'b', 'c']),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  })
  .map(({ startSeconds, steps }) => {
    let at = startSeconds;
    return steps.map(({ gapSeconds: gap, zoneSeconds, tags }, i) => {
      at += gap;
      const timeNs = BigInt(at) * SECOND_NS + BigInt(i);
      return snapshotOf('a'.repeat(64) as BlobId, { timeNs, zoneSeconds, tags });
    });
  });

/** Ten days after clocks changed, at the newest: and what lies around that moment, where an hour decides. */
function clockChanges(): Snapshot[][] {
  const back: [newest: string, tenDaysBefore: string][] = [
    ['2025-10-30T12:00:00+01:00', '2025-10-20T12:00:00+02:00'],
    ['2025-11-05T02:30:00+01:00', '2025-10-26T02:30:00+01:00'], // a time that comes twice
    ['2026-04-08T02:30:00+02:00', '2026-03-29T02:30:00+01:00'], // one that there isn't
  ];
  return back.map(([newest, around]) => {
    const middle = BigInt(Date.parse(around)) * 1_000_000n;
    const times = Array.from({ length: 13 }, (_, i) => middle + BigInt(i - 6) * 900n * SECOND_NS + 1n);
    return [...times, BigInt(Date.parse(newest)) * 1_000_000n].map((timeNs) => {
      const zoneSeconds = MACHINE_ZONE(Number(timeNs / 1_000_000n));
      return snapshotOf('a'.repeat(64) as BlobId, { timeNs, zoneSeconds });
    });
  });
}

const count = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant('unlimited')).map(String);
const span = fc
  .record({ y: fc.nat(3), m: fc.nat(14), d: fc.nat(40), h: fc.nat(50) })
  .map((units) => Object.entries(units).map(([unit, n]) => (n === 0 ? '' : `${n}${unit}`)))
  .map((parts) => parts.join('') || '1d');

const keeps: readonly [string, fc.Arbitrary<string>][] = [
  ...['hourly', 'daily', 'weekly', 'monthly', 'yearly'].map((kind): [string, fc.Arbitrary<string>] => [
    `keep-${kind}`,
    count,
  ]),
  ...['', '-hourly', '-daily', '-weekly', '-monthly', '-yearly'].map(
    (kind): [string, fc.Arbitrary<string>] => [`keep-within${kind}`, span],
  ),
  ['keep-tag', fc.constantFrom('a', 'a,b', '', 'c,', ' b , c ')],
];

/** Always the last one, too: restic refuses a policy that keeps nothing of a group. */
const policy = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }),
    fc
      .subarray([...keeps], { minLength: 1, maxLength: 3 })
      .chain((chosen) =>
        fc.tuple(...chosen.map(([flag, value]) => value.map((given) => [`--${flag}`, given]))),
      ),
  )
  .map(([last, flags]) => ['--keep-last', String(last), ...flags.flat()]);

const CHOSEN = [
  ['--keep-daily', '7', '--keep-weekly', '5', '--keep-monthly', '12', '--keep-yearly', '75'],
  ['--keep-within-hourly', '3d', '--keep-within-daily', '1m5d', '--keep-within-yearly', '10y'],
  ['--keep-within', '10d'],
  ['--keep-last', '1', '--keep-tag', 'a,b', '--keep-tag', ''],
  ['-l', '2', '-H', '30', '-d', 'unlimited', '-w', '200', '-m', '1', '-y', '2', '--keep-within', '9h'],
];

interface Group {
  readonly host: string;
  readonly paths: string[];
  readonly tags: string[] | null;
  readonly remove: { id: string }[] | null;
  readonly reasons: { snapshot: { id: string }; matches: string[] }[];
}

describe('a policy keeps what it keeps for stock restic, for the same reasons', () => {
  test.each(
    [...CHOSEN, ...fc.sample(policy, { numRuns: POLICIES, seed: SEED })].map(
      (flags) => [flags.join(' '), flags] as const,
    ),
  )('%s', async (_, flags) => {
    const args = ['forget', '--dry-run', '--no-lock', '--json', ...flags];
    const env = { RESTIC_REPOSITORY: folder, RESTIC_PASSWORD: PASSWORD };
    // What is from the future would be frozen by us.
    const [mine, theirs] = await Promise.all([
      holdfast([...args, '--despite', 'future,flood'], { env }),
      restic({ repository: folder, password: PASSWORD, env: { TZ: ZONE } }, args),
    ]);
    expect(mine.status).toBe(0);
    const [ours] = mine.json as unknown as Group[][];
    const expected = comparable(JSON.parse(theirs.slice(theirs.indexOf('['))) as Group[]);
    expect(expected.length).toBe(HISTORIES + clockChanges().length);
    expect(comparable(ours ?? [])).toEqual(expected);
  });
});

/** What only our own rules keep (the newest complete one that isn't from the future), restic's policy would remove. */
function comparable(groups: readonly Group[]) {
  return groups
    .map(({ host, paths, tags, remove, reasons }) => {
      const ours = reasons.filter(({ matches }) => matches.length === 0).map(({ snapshot }) => snapshot.id);
      return {
        ...{ host, paths, tags },
        kept: reasons
          .filter(({ matches }) => matches.length > 0)
          .map(({ snapshot, matches }) => [snapshot.id, ...matches].join(' ')),
        removed: [...(remove ?? []).map(({ id }) => id), ...ours].sort(),
      };
    })
    .sort((a, b) => (a.host < b.host ? -1 : 1));
}
