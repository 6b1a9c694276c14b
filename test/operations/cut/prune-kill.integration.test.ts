import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Backend } from '../../../src/backends/backend.ts';
import { openDirectory } from '../../../src/backends/directory.ts';
import { removeStaleLocks } from '../../../src/repository/lock.ts';
import { SEED } from '../../cases.ts';
import { quickFolder } from '../../memory-disk.ts';
import { PASSWORD } from '../../repository/fast-key.ts';
import { type Bundle, bundleOf } from '../../services/bundle.ts';
import { restic } from '../../services/restic.ts';
import {
  type Contents,
  copyOf,
  findingsIn,
  garbage,
  heldIn,
  inRepository,
  pruneIn,
  textOfContents,
} from '../prune/garbage.ts';
import type { PruneOrder } from './prune-process.ts';
import { SeededRandom } from './random.ts';

const KILLS = 20;
/** Side by side: while one waits for its disk, another works. */
const CHAINS = 2;

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleOf(join(import.meta.dirname, 'prune-process.ts'));
});
afterAll(() => bundle?.remove());

test(`${KILLS} kills of a prune: stock restic accepts the repository every time, and the next prune frees the rest (seed ${SEED})`, async () => {
  const { backend, left } = await garbage();
  const changes = await changesOf(backend);
  expect(changes).toBeGreaterThan(KILLS / 2);
  const random = new SeededRandom(SEED);
  const orders = Array.from({ length: KILLS }, () => ({
    operation: random.below(changes),
    phase: random.pick('before' as const, 'after' as const),
  }));
  const chain = async () => {
    for (let order = orders.shift(); order !== undefined; order = orders.shift())
      await judge(backend, left, order);
  };
  await Promise.all(Array.from({ length: CHAINS }, chain));
}, 120_000);

/** How often a prune that isn't cut off writes or removes something. */
async function changesOf(backend: Backend): Promise<number> {
  const copy = await copyOf(backend);
  let changes = 0;
  const save = copy.save.bind(copy);
  const remove = copy.remove.bind(copy);
  copy.save = (...args) => save(...args).finally(() => void changes++);
  copy.remove = (...args) => remove(...args).finally(() => void changes++);
  await pruneIn(copy);
  return changes;
}

async function judge(
  whole: Backend,
  left: readonly Contents[],
  cut: Pick<PruneOrder, 'operation' | 'phase'>,
): Promise<void> {
  const repository = await mkdtemp(join(quickFolder(), 'holdfast-prune-kill-'));
  try {
    const backend = await copyOf(whole, openDirectory(repository));
    const what = JSON.stringify({ seed: SEED, ...cut });
    expect(await signalOf({ repository, password: PASSWORD, ...cut }), what).toBe('SIGKILL');
    await restic({ repository, password: PASSWORD }, ['--no-lock', 'check', '--read-data']).catch((cause) => {
      throw new Error(`stock restic refuses the repository: ${what}`, { cause });
    });
    expect(await heldIn(backend), what).toEqual(textOfContents(left));
    await inRepository(backend, removeStaleLocks);
    await pruneIn(backend);
    expect(
      (await findingsIn(backend)).map(({ code }) => code),
      what,
    ).toEqual(['key-single']);
    expect(await heldIn(backend), what).toEqual(textOfContents(left));
  } finally {
    await rm(repository, { recursive: true, force: true });
  }
}

async function signalOf(order: PruneOrder): Promise<string> {
  const child = spawn(process.execPath, [bundle.program, JSON.stringify(order)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [[status, signal], stderr] = await Promise.all([once(child, 'close'), text(child.stderr)]);
  return signal ?? `status ${status}: ${stderr}`;
}
