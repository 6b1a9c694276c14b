import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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

/** A second storage is there only once it is made. */
const configuration = () =>
  `version: 1
storage:
  main: { repository: '${join(folder, 'repo')}', password: env:MAIN_PASSWORD, recovery-key: in the safe }
  copy: { repository: '${join(folder, 'copy')}', password: env:COPY_PASSWORD, recovery-key: in the safe }
hosts: { HOST: { address: ssh://backup@web.example, known-hosts: SHA256:x } }
retention: { short: { keep-last: 1 } }
defaults: { host: HOST, storage: main, paths: [/srv], rpo: 26h }
targets:
  wiki: { retention: short, copy-to: copy, drill: { every: 30d } }
  shop: { rpo: 2d, rto: 1h }
  forum: { paths: [/srv/forum] }
`.replaceAll('HOST', snapshotOf(NO_TREE, {}).hostname);

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
  expect(await readFile(html, 'utf8')).toContain('To be seen to');
});

describe('a configuration', () => {
  let file = '';
  beforeEach(async () => {
    file = join(folder, 'backup.yml');
    await writeFile(file, configuration());
  });

  const runWith = async (env: Record<string, string>, ...args: string[]) => {
    const ended = await holdfast(['report', '--shallow', '--config', file, '--json', ...args], { env });
    return { ...ended, json: JSON.parse(ended.stdout) };
  };

  test('names its storages, and a target of it that is nowhere was never backed up', async () => {
    const { json, stderr } = await runWith({ MAIN_PASSWORD: PASSWORD, COPY_PASSWORD: PASSWORD });
    const of = (name: string) => json.targets.find(({ target }: { target: string }) => target === name);
    expect(json.places).toEqual([join(folder, 'repo'), join(folder, 'copy')]);
    expect(of('forum')).toMatchObject({
      health: 'failing',
      paths: ['/srv/forum'],
      last_backup: null,
      reasons: [{ text: 'never backed up: nothing of it is there' }, {}],
    });
    expect(of('shop')).toMatchObject({ health: 'never-proved', rpo_ms: 172_800_000, rto_ms: 3_600_000 });
    expect(of('shop').copies.map(({ place }: { place: string }) => place)).toEqual([join(folder, 'repo')]);
    expect(of('wiki')).toMatchObject({
      health: 'stale',
      proof_ms: 30 * 86_400_000,
      reasons: [{ text: `nothing complete of it is in ${join(folder, 'copy')}` }, {}],
      retention: { policy: 'keep 1 latest snapshots', kept: 1, removed: 1 },
    });
    // Evidence that lies elsewhere is looked for there.
    const elsewhere = await runWith({ MAIN_PASSWORD: PASSWORD }, '--evidence', join(folder, 'no-such-place'));
    expect(elsewhere.stderr).toContain('No evidence of drills counts: ');
    // Not configured, but there: shown as it is.
    expect(of('blog')).toMatchObject({ health: 'failing', copies: [{ place: join(folder, 'repo') }] });
    expect(stderr).toContain("The storage copy can't be read");
  });

  test('whose storage can’t be read makes nobody believe that nothing is there', async () => {
    const { json, status } = await runWith({ COPY_PASSWORD: PASSWORD }, '--on-unprotected', 'fail');
    expect(status).toBe(3);
    expect(json.targets.map(({ target }: { target: string }) => target).sort()).toEqual([
      'forum',
      'shop',
      'wiki',
    ]);
    for (const { health, reasons } of json.targets)
      expect([health, reasons[0].text]).toEqual([
        'failing',
        `${join(folder, 'repo')} can't be read: nobody knows what is in it`,
      ]);
    expect(json.warnings).toContainEqual(expect.stringContaining('MAIN_PASSWORD'));
  });

  test('says what is expected only, where flags name the repository; a filter leaves the others out', async () => {
    const env = { RESTIC_PASSWORD: PASSWORD };
    const { json } = await runWith(env, '--repo', join(folder, 'repo'), '--of', 'shop', '--rpo', 'shop=1h');
    expect(json.targets).toMatchObject([{ target: 'shop', rpo_ms: 3_600_000, rto_ms: 3_600_000 }]);
  });
});
