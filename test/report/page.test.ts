import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChartEngine } from '../../src/report/chart-engine.ts';
import { reportOf } from '../../src/report/facts.ts';
import type { TargetHistory } from '../../src/report/history.ts';
import { roundStep, thinOut, valueText } from '../../src/report/page/chart.ts';
import { plainShapes } from '../../src/report/page/draw-chart.ts';
import { html } from '../../src/report/page/html.ts';
import { reportPage } from '../../src/report/page/page.ts';
import { KEEP_NOTHING } from '../../src/retention/plan.ts';
import { backup, chain, DAY_MS, drill, HOUR_MS, history, placeAt, SETTINGS } from './histories.ts';

let engine: ReturnType<typeof createChartEngine>;
beforeAll(() => {
  engine = createChartEngine();
});
afterAll(() => engine.close());

const pageOf = (histories: readonly TargetHistory[], over = {}) =>
  [...reportPage(reportOf(histories, { ...SETTINGS, ...over }), engine)].join('');

const HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>\'&lt;\u202e]]></svg></style>';

function hostileHistory(): TargetHistory {
  const dump = { name: HOSTILE, sizeBytes: 1, rows: 3, tables: [{ name: HOSTILE, rows: 3 }] };
  const details = { quiescedMs: 5, problems: 1, dumps: [dump] };
  const own = { tags: [HOSTILE], keptBecause: HOSTILE, hostname: HOSTILE, target: HOSTILE };
  const file = { path: HOSTILE, sizeBytes: 1, modifiedMs: 0 };
  return history(
    [backup(HOSTILE, DAY_MS, { details, item: own }), backup('b1', HOUR_MS, { details, item: own })],
    {
      ...{ key: HOSTILE, target: HOSTILE, hostname: HOSTILE, paths: [HOSTILE] },
      changes: {
        before: HOSTILE,
        after: HOSTILE,
        added: 1,
        changed: 1,
        gone: 1,
        largest: [file],
        newest: [file],
        lost: [file],
      },
      drills: [
        drill(HOUR_MS, {
          ...{ id: HOSTILE, snapshotId: HOSTILE, passed: false, reasons: [HOSTILE] },
          checks: [{ name: HOSTILE, expected: HOSTILE, found: HOSTILE, result: 'failed' }],
        }),
      ],
    },
  );
}

describe('a page of hostile names', () => {
  test('has no element, attribute or reference that an honest one has not', () => {
    const shapeOf = (page: string) =>
      [...page.matchAll(/<(\/?[a-z]\w*)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*\/?>/gi)].map(
        ([, name, attributes = '']) =>
          `${name} ${[...attributes.matchAll(/\s([\w-]+)(?:="[^"]*")?/g)].map(([, key]) => key).join(' ')}`,
      );
    const hostile = pageOf([hostileHistory()], { places: [placeAt(HOSTILE)], warnings: [HOSTILE] });
    const honestOne = JSON.parse(
      JSON.stringify(hostileHistory(), (key, value) => (key === 'timeNs' ? String(value) : value)).replaceAll(
        JSON.stringify(HOSTILE).slice(1, -1),
        'name',
      ),
    );
    for (const one of honestOne.backups) one.item.timeNs = BigInt(one.item.timeNs);
    const honest = pageOf([honestOne], { places: [placeAt('name')], warnings: ['name'] });
    expect(shapeOf(hostile)).toEqual(shapeOf(honest));
    expect(shapeOf(honest).length).toBeGreaterThan(200);
    expect(hostile.split('alert(1)').length).toBeGreaterThan(15);
    expect(hostile).not.toMatch(/<img|<script>alert|\u202e/);
  });

  test('lets nothing out of an attribute or a text', () => {
    expect(html`<a b="${HOSTILE}">${HOSTILE}</a>`.text).not.toMatch(/["<>](?!a b=|\/a>|>)img|<s/);
    expect(html`${['a', '<'].map((one) => html`<i>${one}</i>`)}${null}${html`<b>`}`.text).toBe(
      '<i>a</i><i>&lt;</i><b>',
    );
  });
});

describe('the page', () => {
  test('runs and shows by its own hashes alone, and names nothing elsewhere', () => {
    const drills = [drill(2 * DAY_MS), drill(DAY_MS)];
    const page = pageOf([history(chain([2 * DAY_MS, DAY_MS]), { drills })]);
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const of = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
    const hash = (text: string) => createHash('sha256').update(text).digest('base64');
    expect(policy.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash(of('style'))}'; script-src 'sha256-${hash(of('script'))}'; base-uri 'none'; form-action 'none'`,
    );
    expect(page).not.toMatch(/\s(?:src|style|srcset|action|on\w+)=|url\(|@import|https?:/);
    for (const [, href] of page.matchAll(/\shref="([^"]*)"/g)) expect(href).toMatch(/^#t\d+$/);
    expect(page.match(/<figure/g)).toHaveLength(4);
    expect(page).toContain(
      'aria-label="Size of what it holds. Size: from 1000 B to 1000 B, lowest 1000 B, highest 1000 B."',
    );
  });

  test('says of each target why it is as it is, and what retention would do', () => {
    const page = pageOf([history(chain([3 * DAY_MS, 2 * DAY_MS]))], {
      policy: { rules: { ...KEEP_NOTHING, last: 1 }, text: 'last 1' },
    });
    expect(page).toContain('the last complete backup is 2 d old, expected at most 26 h (RPO)');
    expect(page).toContain('last 1: 1 stay, 1 would go now');
    expect(page).toContain('None: no drill has restored it.');
  });

  test.each([
    ['There is no backup of anything', []],
    ['The backup is fresh, but never proved', [history([backup('b0', HOUR_MS)])]],
    ['The target is protected', [history([backup('b0', HOUR_MS)], { drills: [drill(DAY_MS)] })]],
  ])('says %j, and draws nothing of one point', (sentence, histories) => {
    const page = pageOf(histories);
    expect(page).toContain(`<h1 id="overview">${sentence}</h1>`);
    expect(page).not.toMatch(/<figure/);
    expect(page.includes('<table')).toBe(histories.length > 0);
    expect(page).toContain(histories.length > 0 ? 'Charts come with the second backup.' : 'What to do');
  });

  test('shows what a drill expected and found', () => {
    const checks = [{ name: 'rows', expected: '42 rows', found: '41 rows', result: 'failed' as const }];
    const page = pageOf([history(chain([HOUR_MS]), { drills: [drill(DAY_MS, { passed: false, checks })] })]);
    expect(page).toContain(
      '<th scope="row">rows</th><td class="bad">✕ failed</td><td>42 rows</td><td>41 rows</td>',
    );
  });

  test('stays small with 200 targets of 400 snapshots', () => {
    const tables = Array.from({ length: 5 }, (_, i) => ({ name: `public.table_${i}`, rows: 100 * i }));
    const many = Array.from({ length: 200 }, (_, t) => {
      const details = {
        quiescedMs: 1000 + t,
        problems: 0,
        dumps: [{ name: 'wiki.dump', sizeBytes: 1, rows: 900, tables }],
      };
      const backups = chain(Array.from({ length: 400 }, (_, i) => (400 - i) * DAY_MS - HOUR_MS)).map(
        (one, i) => ({
          ...{ ...one, details, durationMs: 60_000 + ((i * 7919 + t) % 997) * 300 },
          item: {
            ...one.item,
            id: `${t}-${i}`.padEnd(64, 'a'),
            target: `app-${t}`,
            sizeBytes: 1e9 + i * 1e6 + ((i * t) % 83) * 1e5,
          },
        }),
      );
      return history(backups, { key: `${t}`, target: `app-${t}`, drills: [drill(DAY_MS)] });
    });
    const policy = {
      rules: { ...KEEP_NOTHING, daily: 14, weekly: 8, monthly: 24 },
      text: 'daily 14, weekly 8, monthly 24',
    };
    // The first drawing stands for all: they differ little in size, and drawing takes long.
    let drawn: string | undefined;
    const pieces = reportPage(reportOf(many, { ...SETTINGS, policy }), {
      render: (option) => {
        drawn ??= engine.render(option);
        return drawn;
      },
    });
    expect([...pieces].reduce((sum, piece) => sum + Buffer.byteLength(piece), 0)).toBeLessThan(5_000_000);
  });
});

describe('charts', () => {
  test('keep every peak and dip when they are thinned out', () => {
    const points = Array.from({ length: 1000 }, (_, i) => ({
      timeMs: i,
      values: [i === 503 ? 999 : 10, i === 777 ? 0 : 5],
    }));
    const thin = thinOut(points, 40);
    expect(thin.length).toBeLessThanOrEqual(40);
    expect(thin.map(({ timeMs }) => timeMs)).toEqual(expect.arrayContaining([0, 503, 777, 999]));
    expect(thinOut(points.slice(0, 40), 40)).toHaveLength(40);
  });

  test('have round steps', () => {
    expect([0, 3, 900, 5_000_000].map((most) => roundStep(most, 'count'))).toEqual([1, 1, 500, 2_000_000]);
    expect(
      [0, 700, 2500, 3.1 * 1024 ** 3, 900 * 1024 ** 2].map((most) =>
        valueText(roundStep(most, 'bytes'), 'bytes'),
      ),
    ).toEqual(['1 B', '200 B', '1.0 KiB', '1.0 GiB', '500.0 MiB']);
    expect(valueText(roundStep(300_000, 'ms'), 'ms')).toBe('2 min');
  });

  test('are drawn of known shapes with known attributes alone', () => {
    expect(
      plainShapes(
        '<svg><style>x</style><script>a()</script><path d="M1.2345 2" onclick="x" style="a" class="b"></path><text x="1" xml:space="preserve">a &lt;b&gt;</text><image href="x"></image></svg>',
      ),
    ).toBe('<path d="M1.2 2"/><text x="1">a &lt;b&gt;</text>');
  });
});
