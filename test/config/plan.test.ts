import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { MAX_MATRIX, matricesOf, planOf, reasonText } from '../../src/config/plan.ts';
import { HoldfastError } from '../../src/errors.ts';
import { type History, NO_HISTORY } from '../../src/operations/plan.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import { encodeSnapshot } from '../../src/repository/format/snapshot-file.ts';
import { initRepository } from '../../src/repository/init.ts';
import { CHECKPOINT_TAG, INCOMPLETE_TAG, targetTag } from '../../src/repository/tags.ts';
import { holdfast } from '../cli/terminal.ts';
import { quickFolder } from '../memory-disk.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { sample } from './sample.ts';

const NOW_MS = Date.parse('2026-11-26T04:00:00Z');
const HOUR_MS = 3_600_000;

const scheduled = (names: readonly string[], storage = 'main') =>
  names
    .map((name) => `  ${name}: { host: web, storage: ${storage}, paths: [/a], schedule: 17 3 * * * }`)
    .join('\n');

function plan(targets: string, historyOf: (name: string) => Promise<History>) {
  const file = { name: 'backup.yml', text: sample({ targets }) };
  return planOf({ file, nowMs: NOW_MS, historyOf: (_storage, name) => historyOf(name) });
}

const dueIn = ({ targets }: Awaited<ReturnType<typeof plan>>) =>
  targets.filter(({ due }) => due.isDue).map(({ target }) => target);

test('each storage of scheduled targets is asked once, others not at all', async () => {
  const asked: string[] = [];
  const targets = `${scheduled(['a', 'b'])}\n  c: { host: web, storage: other, paths: [/a] }`;
  const planned = await plan(targets, async (name) => {
    asked.push(name);
    return (_host, target) => (target === 'a' ? NOW_MS - HOUR_MS / 2 : null);
  });
  expect(asked).toEqual(['main']);
  expect(dueIn(planned)).toEqual(['b']);
  expect(planned.targets.map(reasonText)).toEqual([
    'not due: backed up at 2026-11-26 03:30, after 2026-11-26 03:17 (UTC)',
    'due: there is no complete backup of it yet',
    'not due: it has no schedule',
  ]);
});

test('times are those of the clock that the schedule has, and which that is', async () => {
  const target =
    "  a: { host: web, storage: main, paths: [/a], schedule: '17 3 * * *', timezone: Europe/Vienna }";
  const { targets } = await plan(target, async () => () => NOW_MS - HOUR_MS / 2);
  expect(targets.map(reasonText)).toEqual([
    'not due: backed up at 2026-11-26 04:30, after 2026-11-26 03:17 (Europe/Vienna)',
  ]);
});

test('where it isn’t known what there is, targets are due and it is said; those of other storage aren’t', async () => {
  const targets = `${scheduled(['a'])}\n${scheduled(['b'], 'other')}`;
  const planned = await plan(targets, async (name) => {
    if (name === 'main') throw new HoldfastError('wrong-password', 'Cannot open it: the password is wrong.');
    return () => NOW_MS;
  });
  expect(dueIn(planned)).toEqual(['a']);
  expect(planned.targets.map(({ unknown }) => unknown)).toEqual([
    'Cannot open it: the password is wrong.',
    null,
  ]);
});

test('a repository that isn’t there has nothing; a cancelled run plans nothing', async () => {
  const failing = (code: 'repository-missing' | 'cancelled') =>
    plan(scheduled(['a']), async () => {
      throw new HoldfastError(code, 'x');
    });
  expect((await failing('repository-missing')).targets[0]).toMatchObject({
    unknown: null,
    due: { why: 'never' },
  });
  await expect(failing('cancelled')).rejects.toThrow('x');
});

test('a target that can’t be run is told, and keeps no other from being planned', async () => {
  const planned = await plan(
    `${scheduled(['a'])}\n  bad: { host: nowhere, storage: main, paths: [/a], schedule: 17 3 * * * }`,
    async () => NO_HISTORY,
  );
  expect(dueIn(planned)).toEqual(['a']);
  expect(planned.blocked).toEqual([
    { target: 'bad', why: 'the target `bad` is on `nowhere`, and there is no such host' },
  ]);
});

test('… and fails the command at its end, unless that is meant to be a warning', async () => {
  const file = join(await mkdtemp(join(quickFolder(), 'holdfast-plan-')), 'backup.yml');
  await writeFile(file, sample({ targets: '  bad: { host: nowhere, storage: main, paths: [/a] }' }));
  const failed = await holdfast(['plan', file]);
  expect(failed.status).toBe(3);
  expect(failed.stdout).toContain('bad: can’t be backed up');
  expect((await holdfast(['plan', file, '--on-blocked', 'warn'])).status).toBe(0);
  await rm(dirname(file), { recursive: true });
});

test('more targets than a matrix takes are several matrices; none are an empty one', async () => {
  const names = Array.from({ length: MAX_MATRIX + 1 }, (_, i) => `t${i}`);
  const matrices = matricesOf(await plan(scheduled(names), async () => NO_HISTORY));
  expect(matrices.map(({ include }) => include.length)).toEqual([MAX_MATRIX, 1]);
  expect(matrices[1]?.include[0]).toEqual({ target: 't256', host: 'web', storage: 'main' });
  expect(matricesOf({ targets: [], blocked: [] })).toEqual([{ include: [] }]);
});

describe('of a real repository', () => {
  let root = '';
  beforeAll(async () => {
    root = await mkdtemp(join(quickFolder(), 'holdfast-plan-'));
    const repository = await initRepository(openDirectory(join(root, 'repository')), PASSWORD, {
      key: FAST_KEY,
    });
    const add = (target: string, time: string, over: Partial<Snapshot> = {}, ...tags: string[]) =>
      repository.files.save(
        'snapshot',
        encodeSnapshot(
          snapshotOf('a'.repeat(64) as BlobId, {
            hostname: 'web',
            timeNs: BigInt(Date.parse(time)) * 1_000_000n,
            tags: [targetTag(target), ...tags],
            ...over,
          }),
        ),
      );
    await add('done', '2026-11-26T03:20:00Z');
    await add('old', '2026-11-24T03:20:00Z');
    await add('cut', '2026-11-25T03:20:00Z');
    await add('cut', '2026-11-26T03:20:00Z', {}, INCOMPLETE_TAG, CHECKPOINT_TAG);
    await add('future', '2026-11-25T03:20:00Z');
    await add('future', '2027-11-25T03:20:00Z');
    await add('elsewhere', '2026-11-26T03:20:00Z', { hostname: 'db' });
    await repository.close();
    const config = sample({ targets: scheduled(['done', 'old', 'cut', 'future', 'elsewhere']) });
    const location = `repository: ${join(root, 'repository')}, off-site: true`;
    await writeFile(
      join(root, 'backup.yml'),
      config.replace("repository: 's3:https://s3.example/backups'", location),
    );
  });
  afterAll(() => rm(root, { recursive: true }));

  const run = (env: Record<string, string>, ...flags: string[]) =>
    holdfast(['plan', join(root, 'backup.yml'), '--at', '2026-11-26T04:00:00Z', ...flags], { env });

  test('the newest complete one counts, of the target on its host, unless it is from the future', async () => {
    const { json, status } = await run({ P: PASSWORD }, '--json');
    expect(status).toBe(0);
    expect(json.at(-1)?.['due']).toEqual(['old', 'cut', 'future', 'elsewhere']);
    const { stdout } = await run({ P: PASSWORD });
    expect(stdout).toContain(
      'old: due since 2026-11-26 03:17 (UTC): 2 runs since the last at 2026-11-24 03:20 are made up for by one',
    );
  });

  test('without its password all are due, and it is said why', async () => {
    const { json, stdout } = await run({}, '--json');
    expect(json.at(-1)?.['due']).toHaveLength(5);
    expect(stdout).toContain('the variable `P`, which the configuration names for `password`, is not set');
    expect((await run({ P: 'wrong' })).stdout).toContain('due, since nobody knows what there is');
  });

  async function act(inputs: Record<string, string> = {}) {
    const output = join(root, 'OUTPUT');
    await writeFile(output, '');
    for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
    vi.stubEnv('GITHUB_WORKSPACE', root);
    vi.stubEnv('GITHUB_OUTPUT', output);
    vi.stubEnv('P', PASSWORD);
    vi.useFakeTimers({ now: NOW_MS, toFake: ['Date'] });
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    await (await import('../../src/actions/plan.ts')).main();
    const said = write.mock.calls.join('\n');
    vi.restoreAllMocks();
    vi.useRealTimers();
    vi.unstubAllEnvs();
    const failed = process.exitCode === 1;
    process.exitCode = undefined;
    return { said, failed, text: await readFile(output, 'utf8') };
  }

  test('the action gives the same as a matrix', async () => {
    const { text, said, failed } = await act();
    expect(failed).toBe(false);
    expect(text).toMatch(/^count<<(\S+)\n4\n\1$/m);
    expect(text).toContain('{"include":[{"target":"old","host":"web","storage":"main"},');
    expect(said).not.toContain('::error');
    expect(said).toContain(`::add-mask::${PASSWORD}`);
  });

  test('the action fails for what can’t be backed up, after it gave what is due of the others', async () => {
    const bad = (await readFile(join(root, 'backup.yml'), 'utf8')).replace(
      'done: { host: web',
      'done: { host: wbe',
    );
    await writeFile(join(root, 'blocked.yml'), bad);
    const { text, said, failed } = await act({ config: 'blocked.yml' });
    expect(failed).toBe(true);
    expect(said).toMatch(/::error title=A target can’t be backed up::done: .*no such host/);
    expect(text).toMatch(/^count<<(\S+)\n4\n\1$/m);
    expect(text).toMatch(/^blocked<<(\S+)\ndone\n\1$/m);
    const lenient = await act({ config: 'blocked.yml', 'on-blocked': 'warn' });
    expect(lenient.failed).toBe(false);
    expect(lenient.said).toContain('::warning title=A target can’t be backed up::');
  });
});
