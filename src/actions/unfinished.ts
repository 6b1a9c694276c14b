import { loadState, saveState } from '../github/outputs.ts';

/**
 * What main leaves for post to finish, should main be cut off. It is written as it happens, so that a kill loses
 * nothing: the runner reads it whatever main's end was.
 */
export const unfinished = {
  mainStarted: () => saveState('main', 'started'),
  mainFinished: () => saveState('main', 'finished'),
  application: (state: 'held' | 'released') => saveState('application', state),

  /** In post: whether main began and never said that it ended in order. */
  wasMainCutOff: () => loadState('main') === 'started',
  /** In post: whether before commands may have run without their after commands. */
  isApplicationHeld: () => loadState('application') === 'held',
};
