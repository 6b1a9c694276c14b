import { afterEach, expect, test } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { HoldfastError } from '../../src/errors.ts';
import { initRepository } from '../../src/repository/init.ts';
import { listKeys } from '../../src/repository/keys.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { failureOf, listed } from '../contract/backend.ts';
import { watched } from './backend-doubles.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';

const opened: OpenRepository[] = [];
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

const init = (backend: Backend) => initRepository(backend, PASSWORD, { key: FAST_KEY });
const keysIn = async (backend: Backend) => [...(await listed(backend, 'key')).keys()];

/** A repository beside whose key lies one that another init left. */
async function withStrayKey(): Promise<{ backend: Backend; repository: OpenRepository; stray: string }> {
  const [backend, other] = [createMemoryBackend(), createMemoryBackend()];
  const repository = await init(backend);
  opened.push(repository, await init(other));
  const [stray = ''] = await keysIn(other);
  await backend.save({ kind: 'key', name: stray }, [await other.load({ kind: 'key', name: stray })]);
  return { backend, repository, stray };
}

test('of several inits at once one at most makes a repository, and the others leave no key in it', async () => {
  const backend = createMemoryBackend();
  const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => init(backend)));
  const made = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  opened.push(...made);
  for (const outcome of outcomes)
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'repository-exists' });
  expect(made.length).toBeLessThanOrEqual(1);
  expect(await keysIn(backend)).toEqual(made.map(({ keyId }) => keyId));
  if (made.length === 0) opened.push(await init(backend));
});

test('an init whose config is another’s by then takes its key back', async () => {
  const backend = createMemoryBackend();
  // Its look at the keys comes before the other one's key is there, and its config after the other one's.
  const late = watched(backend, async ({ verb, file }) => {
    if (verb === 'save' && file.kind === 'config') opened.push(await initBeside());
  });
  const initBeside = async () => {
    const [mine = ''] = await keysIn(backend);
    const bytes = await backend.load({ kind: 'key', name: mine });
    await backend.remove({ kind: 'key', name: mine });
    const other = await init(backend);
    await backend.save({ kind: 'key', name: mine }, [bytes]);
    return other;
  };
  expect((await failureOf(init(late))).code).toBe('repository-exists');
  expect(await keysIn(backend)).toEqual(opened.map(({ keyId }) => keyId));
});

test('a key that can’t be taken back is named', async () => {
  const { backend, stray } = await withStrayKey();
  const fresh = createMemoryBackend();
  const appendOnly = watched(fresh, async ({ verb, file }) => {
    if (verb === 'remove') throw new HoldfastError('no-permission', 'no right to delete');
    if (verb !== 'list' || file.kind !== 'key' || (await keysIn(fresh)).length === 0) return;
    const key = { kind: 'key', name: stray } as const;
    await fresh.save(key, [await backend.load(key)]);
  });
  const error = await failureOf(init(appendOnly));
  const [mine = ''] = (await keysIn(fresh)).filter((name) => error.message.includes(name));
  expect(mine).not.toBe('');
  expect(error.message).toContain(`Remove the file keys/${mine}`);
});

test('a repository opens by its own key, whatever else its password opens, and that is told', async () => {
  const { backend, repository, stray } = await withStrayKey();
  const warnings: string[] = [];
  const found = await openRepository(backend, PASSWORD, {
    keyHint: stray,
    onWarning: (message) => warnings.push(message),
  });
  opened.push(found);
  expect([found.id, found.keyId]).toEqual([repository.id, repository.keyId]);
  expect(warnings).toEqual([expect.stringContaining(`Key ${stray.slice(0, 8)} is passed over`)]);
  expect(await listKeys(found)).toHaveLength(2);
});

test('where no key fits the config, that is what is damaged', async () => {
  const { backend, repository } = await withStrayKey();
  await backend.remove({ kind: 'key', name: repository.keyId });
  const error = await failureOf(openRepository(backend, PASSWORD));
  expect([error.code, error.message]).toEqual([
    'repository-damaged',
    expect.stringContaining('Put the file "config" back'),
  ]);
});
