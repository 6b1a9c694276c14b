import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { INCOMPLETE_TAG, targetTag } from '../../src/repository/tags.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { storeHistories } from '../retention/stored-histories.ts';
import { holdfast } from './terminal.ts';

const HOUR_NS = 3_600_000_000_000n;
const NO_TREE = 'a'.repeat(64) as BlobId;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-report-'));
  const of = (target: string, hoursAgo: bigint, ...tags: string[]) =>
    snapshotOf(NO_TREE, {
      timeNs: BigInt(Date.now()) * 1_000_000n - hoursAgo * HOUR_NS,
      tags: [targetTag(target), ...tags],
    });
  await storeHistories(join(folder, 'repo'), [
    of('wiki', 30n),
    of('wiki', 3n),
    of('shop', 30n),
    of('blog', 40n),
    of('blog', 5n, INCOMPLETE_TAG),
  ]);
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]) =>
  holdfast(['report', ...args], {
    env: { RESTIC_REPOSITORY: join(folder, 'repo'), RESTIC_PASSWORD: PASSWORD },
  });

test('a table, a page and metrics say the same of each target', async () => {
  const [html, metrics] = [join(folder, 'page.html'), join(folder, 'm.prom')];
  const { status, stdout } = await run('--shallow', '--html', html, '--metrics', metrics, '--keep-last', '1');
  expect(status).toBe(0);
  const lines = stdout.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' | '));
  expect(lines.slice(2, 5)).toEqual([
    expect.stringMatching(/^blog \| .* \| failing \| 40 h \|.*gave none that is complete/),
    expect.stringMatching(/^shop \| .* \| stale \| 30 h \|.*is 30 h old, expected at most 26 h \(RPO\)/),
    expect.stringMatching(/^wiki \| .* \| never proved \| 3 h \|.*no drill has restored it/),
  ]);
  expect(await readFile(html, 'utf8')).toContain('keep 1 latest snapshots: 1 stay, 1 would go');
  expect((await stat(html)).mode & 0o777).toBe(0o600);
  expect(await readFile(metrics, 'utf8')).toMatch(
    /^holdfast_health\{target="shop",host="\w+",health="stale"\} 1$/m,
  );
});

test('what is failing or stale can end it so, and expectations of one target are heeded', async () => {
  expect((await run('--shallow', '--on-unprotected', 'fail')).status).toBe(3);
  const { status, stdout } = await run(
    '--of',
    'shop',
    '--shallow',
    '--on-unprotected',
    'fail',
    '--rpo',
    'shop=2d',
    '--json',
  );
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    report_version: 1,
    targets: [{ target: 'shop', health: 'never-proved', rpo_ms: 172_800_000 }],
  });
});

test('damage is told, on the page too, and does not hide the others', async () => {
  const html = join(folder, 'page.html');
  const { status, stderr } = await run('--html', html);
  expect(status).toBe(0);
  expect(stderr).toContain("can't be read");
  expect(await readFile(html, 'utf8')).toContain('Not all could be read');
});
