import { type Command, Option } from 'commander';
import type { PruneSettings } from '../settings/prune.ts';

/** How to prune: `forget --prune` takes these, too. */
export interface PruneFlags {
  readonly maxUnused?: string;
  readonly maxRepackSize?: string;
  readonly repackSmallerThan?: string;
  readonly repackCacheableOnly?: boolean;
  readonly repackUncompressed?: boolean;
}

export function addPruneFlags(command: Command): Command {
  return command
    .option(
      '--max-unused <limit>',
      'unused data that may stay: a size (units k, m, g, t), a part such as 5%, or unlimited (default: 5%)',
    )
    .option('--max-repack-size <size>', 'write no more than this anew')
    .option('--repack-cacheable-only', 'write packs of folders anew, none of files’ contents')
    .option(
      '--repack-smaller-than <size>',
      'put packs below this together (default: by those that are there)',
    )
    .option('--repack-uncompressed', 'compress what isn’t')
    .addOption(new Option('--repack-small', 'small packs are always put together').hideHelp());
}

/** For `pruneOptions`. */
export function pruneSettings(flags: PruneFlags): PruneSettings {
  return {
    maxUnused: flags.maxUnused ?? null,
    maxRepackSize: flags.maxRepackSize ?? null,
    repackSmallerThan: flags.repackSmallerThan ?? null,
    repackCacheableOnly: flags.repackCacheableOnly ?? false,
    repackUncompressed: flags.repackUncompressed ?? false,
  };
}
