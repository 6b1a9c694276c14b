import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { measure, type Timed } from './measure.ts';
import { changeOnePercent, copyTree, filesOf } from './trees.ts';
import type { Contender, Workplace } from './workplace.ts';

const SNAPSHOTS = 50;
const KEPT = 25;
const FILLED = 'prunable';

/**
 * A prune of a repository that stock restic filled with 50 snapshots, each of a tree of which one file in a hundred had
 * changed, and in which it then forgot the older half. Both contenders prune copies of the same one.
 */
export async function pruneBy(who: Contender, workplace: Workplace): Promise<Timed> {
  if (!existsSync(workplace.path(FILLED))) await fill(workplace);
  const name = `pruned-${who}`;
  workplace.remove(name);
  // By hard links: files of a repository are never changed, only made and removed.
  const { status } = spawnSync('cp', ['-al', workplace.path(FILLED), workplace.path(name)], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`cp -al ended with ${status}.`);
  return workplace.command(who, name, 'prune');
}

async function fill(workplace: Workplace): Promise<void> {
  const tree = workplace.path('pruned-tree');
  copyTree(workplace.tree('reference'), tree);
  const files = filesOf(tree);
  await workplace.freshRepository('restic', FILLED);
  for (let round = 0; round < SNAPSHOTS; round++) {
    await measure(workplace.command('restic', FILLED, 'backup', tree));
    changeOnePercent(files, round);
  }
  await measure(workplace.command('restic', FILLED, 'forget', '--keep-last', `${KEPT}`));
  workplace.remove('pruned-tree');
}
