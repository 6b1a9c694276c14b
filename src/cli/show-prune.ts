import type { PruneResult } from '../operations/prune.ts';
import { pruneJson, pruneLines } from '../progress/prune-figures.ts';
import type { Output } from './output.ts';

/** What a prune did, or would do: restic's figures, then ours. */
export async function showPrune(output: Output, result: PruneResult): Promise<void> {
  await output.json(pruneJson(result));
  for (const line of pruneLines(result, output.verbosity > 1)) await output.line(line);
}
