import { describe, expect, test } from 'vitest';
import type { Backend, FileKind } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import { initRepository } from '../../src/repository/init.ts';
import { addKey, changePassword, listKeys, removeKey } from '../../src/repository/keys.ts';
import { acquireLock, removeAllLocks, removeStaleLocks } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { listed } from '../contract/backend.ts';
import { failingAfter, failingOnce } from './backend-doubles.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';

const KINDS = ['key', 'lock', 'index', 'snapshot', 'pack'] as const satisfies readonly FileKind[];
const NEW = 'a new password';
const SETTLED = { timings: { settleMs: 1 } };

async function copyOf(backend: Backend): Promise<Backend> {
  const copy = createMemoryBackend();
  const config = { kind: 'config', name: '' } as const;
  const there = await backend.stat(config);
  if (there !== null) await copy.save(config, [await backend.load(config)]);
  for (const kind of KINDS) {
    for (const name of (await listed(backend, kind)).keys()) {
      await copy.save({ kind, name }, [await backend.load({ kind, name })]);
    }
  }
  return copy;
}

/** A repository with a second key and a lock that nobody holds. */
async function prepared(): Promise<Backend> {
  const backend = createMemoryBackend();
  const repository = await initRepository(backend, PASSWORD, { key: FAST_KEY });
  await addKey(repository, 'second', FAST_KEY);
  const old = { nowMs: () => Date.now() - 3_600_000, settleMs: 1 };
  await acquireLock(repository, { timings: old });
  await repository.close();
  return backend;
}

async function opensWith(backend: Backend, password: string): Promise<boolean> {
  return openRepository(backend, password).then(
    () => true,
    () => false,
  );
}

/** @param work What is done with the open repository. */
const OPERATIONS: readonly (readonly [string, (repository: OpenRepository) => Promise<unknown>])[] = [
  ['a key that is added', (repository) => addKey(repository, NEW, FAST_KEY)],
  ['a password that is changed', (repository) => changePassword(repository, NEW, FAST_KEY)],
  ['a key that is removed', async (repository) => removeKey(repository, (await secondKey(repository)) ?? '')],
  ['keys that are listed', listKeys],
  ['stale locks that are removed', removeStaleLocks],
  ['all locks that are removed', removeAllLocks],
  [
    'a lock that is taken and released',
    async (repository) => (await acquireLock(repository, SETTLED)).release(),
  ],
];

async function secondKey(repository: OpenRepository): Promise<string | undefined> {
  return (await listKeys(repository)).find(({ current }) => !current)?.id;
}

describe.each([
  ['fails once', failingOnce],
  ['is gone from then on', failingAfter],
])('storage that %s, at each operation in turn, of', (_, failing) => {
  test.each(OPERATIONS)(
    '%s: a typed error, somebody gets in, and doing it again works',
    async (_name, work) => {
      const before = await prepared();
      let cuts = 0;
      for (let at = 0; ; at++) {
        const backend = await copyOf(before);
        const outcome = await openRepository(failing(backend, at), PASSWORD)
          .then(work)
          .then(
            () => null,
            (error: unknown) => error,
          );
        if (outcome !== null) {
          cuts++;
          expect(outcome, `operation ${at}`).toBeInstanceOf(HoldfastError);
        }
        await expectSomebodyGetsIn(backend, `operation ${at}`);
        if (outcome === null && at > MOST_OPERATIONS) break;
      }
      expect(cuts).toBeGreaterThan(3);
    },
  );

  test('an init: a typed error, and either a repository that opens or none', async () => {
    for (let at = 0; ; at++) {
      const backend = createMemoryBackend();
      const outcome = await initRepository(failing(backend, at), PASSWORD, { key: FAST_KEY }).then(
        () => null,
        (error: unknown) => error,
      );
      const isThere = (await backend.stat({ kind: 'config', name: '' })) !== null;
      expect(await opensWith(backend, PASSWORD)).toBe(isThere);
      if (outcome === null) break;
      expect(outcome).toBeInstanceOf(HoldfastError);
      expect(isThere).toBe(false);
    }
  });
});

/** A failure late in an operation may be passed over, as that of a lookup that is tried again; no operation has more. */
const MOST_OPERATIONS = 15;

async function expectSomebodyGetsIn(backend: Backend, what: string): Promise<void> {
  const passwords = [PASSWORD, NEW];
  const opened = await Promise.all(passwords.map((password) => opensWith(backend, password)));
  expect(opened, what).toContain(true);
  const repository = await openRepository(backend, opened[0] ? PASSWORD : NEW);
  await removeAllLocks(repository);
  await (await acquireLock(repository, { ...SETTLED, exclusive: true })).release();
  await repository.close();
}
