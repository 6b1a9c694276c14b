import { rm } from 'node:fs/promises';
import { failureText } from '../failure-text.ts';
import { log } from '../github/log.ts';
import { loadState, saveState } from '../github/outputs.ts';

/**
 * What main leaves for post to finish, should main be cut off. It is written as it happens, so that a kill loses
 * nothing: the runner reads it whatever main's end was.
 *
 * What can't be noted as begun isn't begun: it throws. What can't be noted as ended, post does once more.
 */
export const unfinished = {
  mainStarted: () => saveState('main', 'started'),
  mainFinished: () => noteEnd('main', 'finished'),
  application: (state: 'held' | 'released') => {
    if (state === 'held') saveState('application', state);
    else noteEnd('application', state);
  },
  /** Addresses of the application's further hosts, in the order in which they are stopped. */
  nodes: (addresses: readonly string[]) => saveState('nodes', JSON.stringify(addresses)),
  /** There is no repository that could be left locked: archives have no locks. */
  needsNoRepository: () => saveState('repository', 'none'),
  /** A folder on the runner that will hold a key, and that is removed when the connection ends. */
  secretFolder: (path: string) => saveState('secret-folder', path),

  /** What a drill has an engine make is found by its ID. */
  drill: (id: string) => saveState('drill', id),

  /** In post: the drill that main ran, or null. */
  drillId: () => loadState('drill'),
  /** In post: whether main began and never said that it ended in order. */
  wasMainCutOff: () => loadState('main') === 'started',
  /** In post: whether main's work was on a repository. */
  usesRepository: () => loadState('repository') !== 'none',
  /** In post: whether before commands may have run without their after commands. */
  isApplicationHeld: () => loadState('application') === 'held',
  /** In post: see `nodes`; none where main hadn't come so far. */
  nodesOfMain: (): readonly string[] => JSON.parse(loadState('nodes') ?? '[]') as string[],
  /** In post: removes what main could not. */
  removeSecretFolder: async () => {
    const path = loadState('secret-folder');
    if (path !== null) await rm(path, { recursive: true, force: true });
  },
};

function noteEnd(name: string, value: string): void {
  try {
    saveState(name, value);
  } catch (error) {
    log.warning(failureText(error));
  }
}
