import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { encodeSnapshot } from '../../src/repository/format/snapshot-file.ts';
import { initRepository } from '../../src/repository/init.ts';
import { targetTag } from '../../src/repository/tags.ts';
import { holdfast } from '../cli/terminal.ts';
import { sample } from '../config/sample.ts';
import { workflowCommands } from '../e2e/runner.ts';
import { quickFolder } from '../memory-disk.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';

const NOW_MS = Date.parse('2026-11-26T12:00:00Z');
const PATH = '.github/workflows/plan.yml';
let root = '';
let server: Server;
let origin = '';
let told: string[] = [];
let state = 'active';

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    told.push(`${request.url} ${body}`.trim());
    const answer = request.url?.includes('/runs?')
      ? { workflow_runs: [{ created_at: '2026-11-26T11:37:00Z', conclusion: 'success' }] }
      : { workflows: [{ id: 1, path: PATH, state }] };
    response.end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  root = await mkdtemp(join(quickFolder(), 'holdfast-audit-'));
  const repository = await initRepository(openDirectory(join(root, 'repository')), PASSWORD, {
    key: FAST_KEY,
  });
  for (const [target, time] of [
    ['wiki', '2026-11-26T03:20:00Z'],
    ['shop', '2026-11-24T03:20:00Z'],
  ] as const) {
    const snapshot = snapshotOf('a'.repeat(64) as BlobId, {
      hostname: 'web',
      timeNs: BigInt(Date.parse(time)) * 1_000_000n,
      tags: [targetTag(target)],
    });
    await repository.files.save('snapshot', encodeSnapshot(snapshot));
  }
  await repository.close();
  const target = (name: string, more = '') =>
    `  ${name}: { host: web, storage: main, paths: [/a], schedule: 17 3 * * *, notifications: [{ on: [stale], webhook: env:CHAT }]${more} }`;
  const config = sample({ targets: `${target('wiki', ', drill: { every: 90d }')}\n${target('shop')}` });
  await writeFile(
    join(root, 'backup.yml'),
    config.replace("'s3:https://s3.example/backups'", join(root, 'repository')),
  );
  await mkdir(join(root, '.github/workflows'), { recursive: true });
  await writeFile(
    join(root, PATH),
    `on: { schedule: [{ cron: '37 * * * *' }] }\njobs: { a: { steps: [{ uses: holdfast/holdfast@v1 }] } }`,
  );
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(root, { recursive: true });
});

let written = '';
beforeEach(async () => {
  [told, state, written] = [[], 'active', ''];
  for (const name of ['SUMMARY', 'OUTPUT']) await writeFile(join(root, name), '');
  vi.stubEnv('GITHUB_WORKSPACE', root);
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(root, 'SUMMARY'));
  vi.stubEnv('GITHUB_OUTPUT', join(root, 'OUTPUT'));
  vi.stubEnv('GITHUB_API_URL', origin);
  vi.stubEnv('GITHUB_REPOSITORY', 'acme/backups');
  vi.stubEnv('P', PASSWORD);
  vi.stubEnv('CHAT', `${origin}/secret-chat`);
  vi.useFakeTimers({ now: NOW_MS, toFake: ['Date'] });
  vi.resetModules();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

async function run(inputs: Readonly<Record<string, string>> = {}) {
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
  const { main } = await import('../../src/actions/audit.ts');
  await main();
  return {
    failed: process.exitCode === 1,
    errors: workflowCommands(written).filter(
      ({ name, properties }) => name === 'error' && 'file' in properties,
    ),
    summary: await readFile(join(root, 'SUMMARY'), 'utf8'),
    outputs: await readFile(join(root, 'OUTPUT'), 'utf8'),
  };
}

test('what is missing fails the step, at the lines that promised it, and a webhook is told what is stale', async () => {
  state = 'disabled_manually';
  const { failed, errors, summary, outputs } = await run({ token: 'ghs_secret' });
  expect(failed).toBe(true);
  expect(errors.map(({ properties: { file, line, title } }) => `${title} ${file}:${line}`).sort()).toEqual([
    'Holdfast: disabled-workflow .github/workflows/plan.yml:1',
    'Holdfast: drill-overdue backup.yml:9',
    'Holdfast: missing-run backup.yml:10',
  ]);
  expect(outputs).toMatch(/^stale<<(\S+)\nshop\n\1$/m);
  expect(outputs).toMatch(/^overdue<<(\S+)\nwiki\n\1$/m);
  expect(summary).toContain('docs/how-to/audit.md#missing-run');
  expect(summary).toContain('| `wiki` | `web` | At 03:17 (UTC) | 8 h 40 min ago |');
  const hooks = told.filter((one) => one.startsWith('/secret-chat'));
  expect(hooks).toEqual([expect.stringContaining('Backups of shop on web are stale')]);
  expect(written.replaceAll(/^::add-mask::.*$/gm, '')).not.toMatch(/secret-chat|ghs_secret/);
});

test('without a token it says so, and looks at all else; `on-findings: warn` lets the step pass', async () => {
  const { failed, outputs, summary } = await run({ 'on-findings': 'warn' });
  expect(failed).toBe(false);
  expect(outputs).toMatch(/^runs-known<<(\S+)\nfalse\n\1$/m);
  expect(summary).toContain('what workflows did can’t be known: no token is given to ask GitHub');
  expect(summary).toContain('missing-run');
  expect(told.filter((one) => one.startsWith('/repos'))).toEqual([]);
});

test('the command line finds the same', async () => {
  const cwd = vi.spyOn(process, 'cwd').mockReturnValue(root);
  const env = { P: PASSWORD, GH_TOKEN: 'ghs_secret' };
  const { status, stdout } = await holdfast(['audit', '--github-repository', 'acme/backups'], { env });
  cwd.mockRestore();
  expect(status).toBe(3);
  expect(stdout).toContain('backup.yml:10:');
  expect(stdout).toContain('[missing-run]');
  expect(stdout).not.toContain('unknown-runs');
});
