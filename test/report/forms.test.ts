import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reportSummary } from '../../src/actions/report-summary.ts';
import { MAX_SUMMARY_BYTES } from '../../src/github/summary.ts';
import { reportOf, type TargetFacts } from '../../src/report/facts.ts';
import { metricsText } from '../../src/report/metrics.ts';
import { offSiteText } from '../../src/report/off-site-text.ts';
import { parseExpectations } from '../../src/report/parse-expectations.ts';
import { reportJson } from '../../src/report/report-json.ts';
import { writeMetrics } from '../../src/report/write-report.ts';
import { backup, chain, DAY_MS, drill, HOUR_MS, history, placeAt, SETTINGS } from './histories.ts';

const HOSTILE = 'a"\\\n|`<b>{x="1"} 5';
const report = reportOf(
  [
    history(chain([2 * DAY_MS, DAY_MS]), { drills: [drill(DAY_MS)] }),
    history([], { key: 'x', target: HOSTILE, hostname: HOSTILE }),
  ],
  SETTINGS,
);

describe('metrics', () => {
  test('are what promtool takes, hostile names and all', () => {
    const checked = execFileSync('promtool', ['check', 'metrics'], {
      input: metricsText(report),
      stdio: 'pipe',
    });
    expect(String(checked)).toBe('');
  });

  test('have no two samples that are called alike', () => {
    const alike = [['/a', '/b'], ['/a,/b']].map((paths, i) =>
      history(chain([DAY_MS]), { key: String(i), target: null, paths }),
    );
    const lines = metricsText(reportOf([...alike, history([], { target: '/a,/b' })], SETTINGS)).split('\n');
    expect(lines.filter((line) => line.startsWith('holdfast_backups{')).toSorted()).toEqual([
      'holdfast_backups{target="/a,/b (2)",host="web"} 1',
      'holdfast_backups{target="/a,/b (3)",host="web"} 1',
      'holdfast_backups{target="/a,/b",host="web"} 0',
    ]);
  });

  test('give times and no ages, and nothing for what is not known', () => {
    const lines = metricsText(report).split('\n');
    const at = (NOW: number) => NOW / 1000;
    expect(lines).toContain(
      `holdfast_last_backup_timestamp_seconds{target="wiki",host="web"} ${at(SETTINGS.nowMs - DAY_MS)}`,
    );
    expect(lines.filter((line) => line.startsWith('holdfast_last_backup_timestamp_seconds'))).toHaveLength(1);
    const name = 'a\\"\\\\\\n|`<b>{x=\\"1\\"} 5';
    expect(lines).toContain(`holdfast_health{target="${name}",host="${name}",health="failing"} 1`);
    expect(lines.slice(-2)).toEqual(['# EOF', '']);
  });
});

describe('a file of the report', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-report-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is replaced as a whole, and readable by an exporter, whatever the umask', async () => {
    const path = join(folder, 'holdfast.prom');
    const umask = process.umask(0o077);
    try {
      await writeMetrics(path, reportOf([], SETTINGS));
      await writeMetrics(path, report);
    } finally {
      process.umask(umask);
    }
    expect(await readFile(path, 'utf8')).toBe(metricsText(report));
    expect((await stat(path)).mode & 0o777).toBe(0o644);
  });

  test('that cannot be written is named', async () => {
    await expect(writeMetrics(join(folder, 'none', 'x'), report)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining('no such file or directory'),
    });
  });
});

test('JSON has its version, the same facts, and no names changed', () => {
  expect(reportJson(report)).toMatchObject({
    report_version: 1,
    targets: [
      { target: HOSTILE, health: 'failing', last_backup: null, age_ms: null, rpo_kept: null },
      {
        target: 'wiki',
        health: 'protected',
        age_ms: DAY_MS,
        rpo_ms: 26 * HOUR_MS,
        last_drill: { passed: true },
      },
    ],
  });
  expect(JSON.parse(JSON.stringify(reportJson(report))).targets).toHaveLength(2);
});

describe('the summary', () => {
  test('shows the worst first, and keeps names in their cells', () => {
    const markdown = reportSummary(report);
    const rows = markdown
      .split('\n')
      .filter((line) => line.startsWith('| ') && !/^\| (Target|---)/.test(line));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('❌ failing');
    expect(rows[0]).not.toContain('<b>');
    expect(rows.map((line) => line.replaceAll('\\|', '').split('|').length)).toEqual([13, 13]);
    expect(markdown).toContain('pie showData\n  "failing" : 1\n  "protected" : 1');
  });

  test('of very many targets fits, and says how many are left out', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      history([], { key: `${i}`, target: `app-${i}`, hostname: 'h'.repeat(90) }),
    );
    const markdown = reportSummary(reportOf(many, SETTINGS));
    expect(Buffer.byteLength(markdown)).toBeLessThan(MAX_SUMMARY_BYTES);
    const rows = markdown.match(/^\| app-/gm)?.length ?? 0;
    expect(markdown).toContain(
      `_${(5000 - rows).toLocaleString('en')} more targets: the page and the log have all._`,
    );
  });
});

describe('expectations', () => {
  test('are of all targets, and of some', () => {
    const { all, byName } = parseExpectations(
      { rpo: ['26h', 'wiki=1d12h', 'wiki@db1=90m'], rto: ['wiki=2h'], provedWithin: [] },
      String,
    );
    expect(all).toEqual({ rpoMs: 26 * HOUR_MS });
    expect([...byName]).toEqual([
      ['wiki', { rpoMs: 36 * HOUR_MS, rtoMs: 2 * HOUR_MS }],
      ['wiki@db1', { rpoMs: 1.5 * HOUR_MS }],
    ]);
  });

  test.each(['', '0h', '5', '1y', 'wiki=', '=', 'a=b=2h', '-1h'])('refuse %j', (text) => {
    expect(() =>
      parseExpectations({ rpo: [text], rto: [], provedWithin: [] }, (word) => `--${word}`),
    ).toThrow(/^Cannot use --rpo: it is /);
  });
});

test('a flood of warnings is cut, and its length is told', () => {
  const warnings = Array.from({ length: 8000 }, (_, i) => `snapshot ${i}`);
  const cut = reportOf([], { ...SETTINGS, warnings }).warnings;
  expect([cut.length, cut[49], cut[50]]).toEqual([51, 'snapshot 49', 'And 7,950 more: the log has them.']);
});

test.each([
  [[{ isOffSite: true }, {}], [0, 1], 'off-site: yes'],
  [[{}, { isOffSite: true }], [0], 'off-site: older'],
  [[{}, {}], [0, 1], 'off-site: none'],
])('of places %j, the newest in %j, it is said: %s', (places, newestIn, text) => {
  const backups = [backup('a', 2 * HOUR_MS, { places: [0, 1] }), backup('b', HOUR_MS, { places: newestIn })];
  const [facts] = reportOf([history(backups)], {
    ...SETTINGS,
    places: places.map((one, i) => placeAt(`/p${i}`, one)),
  }).targets;
  expect(offSiteText(facts as TargetFacts)).toBe(text);
});
