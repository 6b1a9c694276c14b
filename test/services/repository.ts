import { openDirectory } from '../../src/backends/directory.ts';
import { initRepository } from '../../src/repository/init.ts';
import { FAST_KEY } from '../repository/fast-key.ts';

/**
 * Makes an empty repository whose key is derived in milliseconds, by stock restic too, where a key of its own making
 * takes half a second each time the repository is opened.
 */
export async function makeRepository(path: string, password: string): Promise<void> {
  await (await initRepository(openDirectory(path), password, { key: FAST_KEY, threads: 0 })).close();
}
