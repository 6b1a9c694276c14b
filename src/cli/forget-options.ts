import { HoldfastError } from '../errors.ts';
import type { ForgetOptions, SelectionOptions } from '../operations/forget/options.ts';
import { pruneAfterForget } from '../progress/prune-after-forget.ts';
import { parseDespite, parseLimits, parsePolicy, type RetentionWord } from '../retention/policy-words.ts';
import { pruneOptions } from '../settings/prune.ts';
import { parseRetentionGroupBy, requireLocksThatLast } from '../settings/retention.ts';
import { snapshotFilter } from './filter.ts';
import type { GlobalFlags } from './flags.ts';
import type { ForgetFlags } from './forget-flags.ts';
import { pruneSettings } from './prune-flags.ts';
import { retryLockMs, s3Settings } from './session.ts';
import type { Terminal } from './terminal.ts';

/** The operation's options from flags. @throws HoldfastError bad-input. */
export function forgetOptions(
  flags: ForgetFlags & GlobalFlags,
  specs: readonly string[],
  env: Terminal['env'],
): ForgetOptions {
  const pruning = pruneOptions(pruneSettings(flags), shownFlag);
  if (!flags.prune) refuseHowToPrune(flags);
  const selection = selectionOptions(flags, specs, env);
  const { objectLock } = s3Settings(flags);
  requireLocksThatLast(objectLock, selection, shownFlag);
  return {
    ...selection,
    release: flags.release,
    noLock: !flags.lock,
    extendLocks: objectLock !== undefined,
    retryLockMs: retryLockMs(flags),
    prune: flags.prune ? pruneAfterForget(pruning) : null,
  };
}

/** Who says how it is pruned believes that it is: the storage fills all the same. */
function refuseHowToPrune(flags: ForgetFlags): void {
  const alone = Object.entries(pruneSettings(flags)).find(([, value]) => value !== null && value !== false);
  if (alone === undefined) return;
  const flag = alone[0].replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${shownFlag(flag)} without --prune: expected both. What is forgotten takes its room until it is pruned.`,
  );
}

/** What is to go, of a repository or a store of archives. @throws HoldfastError bad-input. */
export function selectionOptions(
  flags: ForgetFlags,
  specs: readonly string[],
  env: Terminal['env'],
): SelectionOptions {
  const given = (word: RetentionWord) => givenBy(flags, word);
  return {
    specs,
    filter: snapshotFilter(flags, narrowsByEnvironment(flags, specs) ? env : {}),
    policy: parsePolicy(given, flags.keepTag, shownFlag),
    groupBy: parseRetentionGroupBy(flags.groupBy, '--group-by'),
    limits: parseLimits(given, shownFlag),
    despite: parseDespite(flags.despite, '--despite'),
    allowRemoveAll: flags.unsafeAllowRemoveAll ?? false,
    dryRun: flags.dryRun ?? false,
  };
}

function shownFlag(word: string): string {
  return `--${word}`;
}

/** RESTIC_HOST narrows a policy. It neither stands in the way of an ID, nor is it what all may be removed by. */
function narrowsByEnvironment(flags: ForgetFlags, specs: readonly string[]): boolean {
  if (specs.length > 0) return specs.includes('latest');
  const { host, tag, path, of } = flags;
  return !flags.unsafeAllowRemoveAll || host.length + tag.length + path.length > 0 || of !== undefined;
}

/** By the name that commander gives a flag: `keep-last` is `keepLast`. */
export function givenBy(flags: ForgetFlags, word: RetentionWord): string | null {
  const key = word.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const value = flags[key as keyof ForgetFlags];
  return typeof value === 'string' ? value : null;
}
