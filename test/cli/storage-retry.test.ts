import { afterEach, expect, test, vi } from 'vitest';
import { openRepositoryOf } from '../../src/actions/access.ts';
import { PassingFaultError } from '../../src/backends/backend.ts';
import { directoryReadError } from '../../src/backends/directory-errors.ts';
import { openBackend } from '../../src/backends/location.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import { LogReporter } from '../../src/progress/log-reporter.ts';
import { initRepository } from '../../src/repository/init.ts';
import { asWritten, newRecoveryCode } from '../../src/repository/recovery-code.ts';
import { FAST_KEY } from '../repository/fast-key.ts';
import { holdfast } from './terminal.ts';

vi.mock('../../src/backends/location.ts', async (original) => ({
  ...(await original<typeof import('../../src/backends/location.ts')>()),
  openBackend: vi.fn(),
}));
vi.mock('../../src/backends/pause.ts', () => ({ pause: async () => {} }));
afterEach(() => vi.mocked(openBackend).mockReset());

const env = { RESTIC_REPOSITORY: '/srv/backup', RESTIC_PASSWORD: 'secret' };

/** Storage whose first look fails with `error`. */
function failingOnce(error: HoldfastError) {
  const backend = createMemoryBackend();
  const stat = vi.spyOn(backend, 'stat').mockRejectedValueOnce(error);
  const load = vi.spyOn(backend, 'load').mockRejectedValueOnce(error);
  vi.mocked(openBackend).mockResolvedValue(backend);
  return { stat, load };
}
const passing = () => new HoldfastError('backend-failed', 'It hiccuped.', { cause: new PassingFaultError() });

test('the command line tries a passing fault of the storage again, and says so', async () => {
  failingOnce(passing());
  const { status, stderr } = await holdfast(['init', '--no-recovery-key'], { env });
  expect(stderr).toContain('trying again');
  expect(status).toBe(0);
});

test('the command line fails at once with a permanent fault', async () => {
  failingOnce(new HoldfastError('backend-failed', 'No.'));
  const { status, stderr } = await holdfast(['snapshots'], { env });
  expect(stderr).not.toContain('trying again');
  expect(status).not.toBe(0);
});

test('a snapshot that the disk does not give is named, and the others are listed', async () => {
  const backend = createMemoryBackend();
  vi.mocked(openBackend).mockResolvedValue(backend);
  await (await initRepository(backend, 'secret', { key: FAST_KEY, threads: 0 })).close();
  for (const host of ['a', 'b']) await holdfast(['backup', '--host', host, import.meta.filename], { env });
  const names = [];
  for await (const { name } of backend.list('snapshot')) names.push(name);
  const [bad, whole] = names as [string, string];
  const load = backend.load.bind(backend);
  vi.spyOn(backend, 'load').mockImplementation(async (file, ...rest) => {
    if (file.name !== bad) return load(file, ...rest);
    const fault = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', errno: -5 });
    throw directoryReadError(`Cannot read snapshot ${bad} in "/srv/backup"`, fault);
  });
  const { status, stdout, stderr } = await holdfast(['snapshots', '--json'], { env });
  expect(stderr).toContain(`Put snapshots/${bad} back`);
  expect(JSON.parse(stdout)).toEqual([expect.objectContaining({ id: whole })]);
  expect(status).toBe(0);
  expect((await holdfast(['check'], { env })).stdout).toContain(`Snapshot ${bad}`);
});

const accessBy = (password: string) => {
  const givenPassword = password;
  return {
    location: '/srv/backup',
    password: asWritten(password),
    givenPassword,
    retryLockMs: 0,
    init: true,
  };
};

test('an action makes no repository of a recovery code that is written otherwise than it is printed', async () => {
  const backend = createMemoryBackend();
  vi.mocked(openBackend).mockResolvedValue(backend);
  const reporter = new LogReporter({ info: () => {}, warning: () => {} });
  const tools = { reporter, signal: new AbortController().signal };
  try {
    const code = newRecoveryCode();
    await expect(openRepositoryOf(accessBy(code.toUpperCase()), tools)).rejects.toThrow('as it was printed');
    await (await openRepositoryOf(accessBy(code), tools)).close();
    await (await openRepositoryOf(accessBy(code.toUpperCase()), tools)).close();
  } finally {
    reporter.close();
  }
});

test('an action tries a passing fault of the storage again, and says so', async () => {
  failingOnce(passing());
  const lines: string[] = [];
  const reporter = new LogReporter({ info: (line) => lines.push(line), warning: () => {} });
  const access = accessBy('secret');
  try {
    const repository = await openRepositoryOf(access, { reporter, signal: new AbortController().signal });
    await repository.close();
  } finally {
    reporter.close();
  }
  expect(lines.join('\n')).toContain('trying again');
});
