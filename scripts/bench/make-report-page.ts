/** Prints the seconds that the page of many targets took; fails where it is larger than it may be. Arguments: the file. */
import { stat } from 'node:fs/promises';
import { reportOf } from '../../src/report/facts.ts';
import type { TargetHistory } from '../../src/report/history.ts';
import { writePage } from '../../src/report/write-report.ts';
import { KEEP_NOTHING } from '../../src/retention/plan.ts';
import { chain, DAY_MS, drill, HOUR_MS, history, SETTINGS } from '../../test/report/histories.ts';

const TARGETS = 200;
const SNAPSHOTS = 400;
const MAX_BYTES = 5_000_000;

const policy = {
  rules: { ...KEEP_NOTHING, daily: 14, weekly: 8, monthly: 24 },
  text: 'keep 14 daily, 8 weekly, 24 monthly snapshots',
};
const histories = Array.from({ length: TARGETS }, (_, t) => target(t));
const [file = ''] = process.argv.slice(2);
const started = performance.now();
await writePage(file, reportOf(histories, { ...SETTINGS, policy }));
const seconds = (performance.now() - started) / 1000;
const { size } = await stat(file);
if (size > MAX_BYTES) throw new Error(`The page has ${size} bytes, expected at most ${MAX_BYTES}.`);
console.log(seconds);

/** Sizes, durations and rows go up and down, so that no chart is a straight line. */
function target(t: number): TargetHistory {
  const tables = Array.from({ length: 4 }, (_, i) => ({ name: `public.table_${i}`, rows: 1000 * (i + t) }));
  const backups = chain(Array.from({ length: SNAPSHOTS }, (_, i) => (SNAPSHOTS - i) * DAY_MS - HOUR_MS)).map(
    (one, i) => {
      const dump = { name: 'app.dump', sizeBytes: 1e9, rows: 1000 * t + ((i * 31) % 97) * 50, tables };
      return {
        ...{ ...one, durationMs: 60_000 + ((i * 7919 + t) % 997) * 300 },
        details: { quiescedMs: 1000 + ((i * 13 + t) % 53) * 90, problems: 0, dumps: [dump] },
        item: {
          ...one.item,
          id: `${t}-${i}`.padEnd(64, '0123456789abcdef'),
          sizeBytes: 1e9 + i * 1e6 + ((i * t) % 83) * 1e5,
        },
      };
    },
  );
  const name = `app-${t}`;
  return history(backups, {
    ...{ key: name, target: name, hostname: `host${t % 17}.example.org` },
    drills: [drill(DAY_MS, { snapshotId: backups[SNAPSHOTS - 2]?.item.id ?? '' })],
  });
}
