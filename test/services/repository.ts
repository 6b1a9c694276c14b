import { openDirectory } from '../../src/backends/directory.ts';
import type { KeyId } from '../../src/repository/format/ids.ts';
import { initRepository } from '../../src/repository/init.ts';
import { addKey, changePassword } from '../../src/repository/keys.ts';
import { openRepository } from '../../src/repository/open.ts';
import { FAST_KEY } from '../repository/fast-key.ts';

/**
 * Makes an empty repository whose key is derived in milliseconds, by stock restic too, where a key of its own making
 * takes half a second each time the repository is opened.
 */
export async function makeRepository(path: string, password: string): Promise<void> {
  await (await initRepository(openDirectory(path), password, { key: FAST_KEY, threads: 0 })).close();
}

/**
 * Adds to a repository of stock restic's making a second key of the same password, derived in milliseconds. Whoever gets
 * its ID as RESTIC_KEY_HINT need not wait for restic's own.
 */
export async function addFastKey(path: string, password: string): Promise<KeyId> {
  const repository = await openRepository(openDirectory(path), password, { threads: 0 });
  try {
    return await addKey(repository, password, FAST_KEY);
  } finally {
    await repository.close();
  }
}

/** Derives the one key that a repository has anew, in milliseconds: for what comes after the test of how it is made. */
export async function cheapenKey(path: string, password: string): Promise<void> {
  const repository = await openRepository(openDirectory(path), password, { threads: 0 });
  try {
    await changePassword(repository, password, FAST_KEY);
  } finally {
    await repository.close();
  }
}
