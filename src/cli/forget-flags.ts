import type { Command } from 'commander';
import { addFilterFlags, collect, type FilterFlags } from './flags.ts';
import { addPruneFlags, type PruneFlags } from './prune-flags.ts';

export interface ForgetFlags extends FilterFlags, PruneFlags {
  readonly keepLast?: string;
  readonly keepHourly?: string;
  readonly keepDaily?: string;
  readonly keepWeekly?: string;
  readonly keepMonthly?: string;
  readonly keepYearly?: string;
  readonly keepWithin?: string;
  readonly keepWithinHourly?: string;
  readonly keepWithinDaily?: string;
  readonly keepWithinWeekly?: string;
  readonly keepWithinMonthly?: string;
  readonly keepWithinYearly?: string;
  readonly keepTag: readonly string[];
  readonly groupBy: string;
  readonly maxAge?: string;
  readonly shrunkenBelow?: string;
  readonly despite: readonly string[];
  readonly release: readonly string[];
  readonly onFrozen: string;
  readonly evidence?: string;
  readonly evidenceKey?: string;
  readonly unsafeAllowRemoveAll?: boolean;
  readonly archives?: string;
  readonly prune?: boolean;
  readonly compact?: boolean;
  readonly dryRun?: boolean;
}

/** What a policy alone heeds, or what chooses the snapshots that it is applied to. */
const OF_A_POLICY = [
  'groupBy',
  'maxAge',
  'shrunkenBelow',
  'onFrozen',
  'unsafeAllowRemoveAll',
] satisfies (keyof ForgetFlags)[];

/**
 * Ends the program where snapshots are named, and flags are given that hold back a policy alone: who gives these believes that
 * they hold back this, too.
 */
export function refuseOfPolicyWithIds(command: Command): void {
  if (command.args.length === 0) return;
  const given = [...OF_A_POLICY, ...(command.args.includes('latest') ? [] : ['notAfter'])];
  const alone = given.find((name) => command.getOptionValueSource(name) === 'cli');
  if (alone === undefined) return;
  const { long } = command.options.find((option) => option.attributeName() === alone) ?? {};
  command.error(
    `error: ${long} is given, and ${JSON.stringify(command.args[0])} is named, expected one of them: only a policy heeds ` +
      'that flag, and what is named goes whatever it says. Leave it out, or give a policy in place of names.',
  );
}

/** restic's flags with its letters: `-H` is --keep-hourly here, as there. */
export function addForgetFlags(command: Command): void {
  addPolicyFlags(command);
  command.option(
    '--archives <location>',
    'archives in place of snapshots: of a folder, or s3:https://HOST/BUCKET/PREFIX',
  );
  addFilterFlags(command, '--host <name>');
  command
    .option(
      '-g, --group-by <what>',
      'what the policy is applied to, each by itself: those of the same host, paths, tags, target (application on its ' +
        'host), with commas between; empty: all as one',
      'host,paths',
    )
    .option('--unsafe-allow-remove-all', 'without a policy, with a filter: remove all that match');
  addGuardFlags(command);
  command.option('--prune', 'then remove the data that no snapshot needs any more');
  addPruneFlags(command);
  command
    .option('-c, --compact', 'without paths')
    .option('-n, --dry-run', 'show what would be kept and removed, and why; remove nothing');
}

export function addPolicyFlags(command: Command): void {
  const newest = (what: string) => `keep the newest of each of the last n ${what} (\`unlimited\`: of all)`;
  const within = (what: string) => `keep the newest of each ${what}, so far back from the newest of all`;
  command
    .option('-l, --keep-last <n>', 'keep the last n snapshots (`unlimited`: all)')
    .option('-H, --keep-hourly <n>', newest('hours'))
    .option('-d, --keep-daily <n>', newest('days'))
    .option('-w, --keep-weekly <n>', newest('weeks'))
    .option('-m, --keep-monthly <n>', newest('months'))
    .option('-y, --keep-yearly <n>', newest('years'))
    .option('--keep-within <span>', 'keep all, so far back from the newest: 1y5m7d2h')
    .option('--keep-within-hourly <span>', within('hour'))
    .option('--keep-within-daily <span>', within('day'))
    .option('--keep-within-weekly <span>', within('week'))
    .option('--keep-within-monthly <span>', within('month'))
    .option('--keep-within-yearly <span>', within('year'))
    .option(
      '--keep-tag <tag,…>',
      'keep those with all of these tags; several: with any such list',
      collect,
      [],
    );
}

function addGuardFlags(command: Command): void {
  command
    .option(
      '--max-age <age>',
      'freeze a target whose newest complete snapshot is older, such as 30h or 8d: its last run gave none',
    )
    .option(
      '--shrunken-below <percent>',
      'freeze a target whose newest snapshot has less of the bytes or files of those before it (default: 50%; 0%: never)',
    )
    .option(
      '--despite <reason,…>',
      'what you have seen and want all the same: stale, shrunken, future, flood, mixed-paths, short-lock; with IDs: newest, ' +
        'verified, kept',
      collect,
      [],
    )
    .option(
      '--release <snapshot>',
      'a snapshot that was taken with --keep-because need not stay any more; several',
      collect,
      [],
    )
    .option('--on-frozen <policy>', 'fail or warn when a target is frozen', 'fail')
    .option(
      '--evidence <location>',
      'evidence of drills, by which the last verified snapshot of each target stays (default: beside the repository, where it may be read)',
    )
    .option('--evidence-key <file>', 'only what is signed by the Ed25519 key in a file (PEM) counts');
}
