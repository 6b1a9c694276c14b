import { formatCounted } from '../amounts.ts';
import { parseChoice } from '../choice.ts';
import { HoldfastError } from '../errors.ts';
import { kindOf } from '../operations/forget/options.ts';
import { forgetArchives } from '../operations/forget-archives.ts';
import { policyText } from '../retention/policy-text.ts';
import { archiveJson } from './archive-json.ts';
import { openArchives } from './archive-store.ts';
import { endForget } from './end-forget.ts';
import type { ExitStatus } from './exit-status.ts';
import type { ForgetFlags } from './forget-flags.ts';
import { selectionOptions } from './forget-options.ts';
import { showForget } from './show-forget.ts';
import type { Task } from './task.ts';

/** `forget --archives LOCATION`: archives in place of snapshots. */
export async function forgetArchivesIn(
  task: Task<ForgetFlags>,
  specs: readonly string[],
  location: string,
): Promise<ExitStatus> {
  const { flags, output, reporter, signal, terminal } = task;
  refuseIgnored(flags);
  const options = selectionOptions(flags, specs, terminal.env);
  const onFrozen = parseChoice(flags.onFrozen, '--on-frozen', ['fail', 'warn']);
  const kind = kindOf(options, 'archive');
  const store = await openArchives(task, location);
  try {
    if (kind !== 'named') output.note(`Policy: ${policyText(options.policy)}`);
    let removed = 0;
    const onRemoved = () => void removed++;
    const result = await forgetArchives(store, { ...options, onRemoved }, reporter, signal).catch(
      (error: unknown) => {
        if (removed > 0) reporter.onWarning(`${formatCounted(removed, 'archive')} had been removed by then.`);
        throw error;
      },
    );
    const compact = flags.compact ?? false;
    await showForget(output, result, { compact, json: ({ found }) => archiveJson(found) });
    return endForget(task, result, onFrozen);
  } finally {
    await store.close();
  }
}

/** @throws HoldfastError bad-input for what a repository alone has: a password, locks, data to prune. */
function refuseIgnored(flags: Task<ForgetFlags>['flags']): void {
  const ignored =
    (flags.repo !== undefined && '--repo') ||
    (flags.repositoryFile !== undefined && '--repository-file') ||
    (flags.passwordFile !== undefined && '--password-file') ||
    (flags.passwordCommand !== undefined && '--password-command') ||
    (flags.keyHint !== undefined && '--key-hint') ||
    (!flags.lock && '--no-lock') ||
    (flags.retryLock !== undefined && '--retry-lock') ||
    (flags.release.length > 0 && '--release') ||
    (flags.objectLock !== undefined && '--object-lock') ||
    (flags.evidence !== undefined && '--evidence') ||
    (flags.evidenceKey !== undefined && '--evidence-key') ||
    (flags.prune && '--prune') ||
    (flags.maxUnused !== undefined && '--max-unused') ||
    (flags.maxRepackSize !== undefined && '--max-repack-size') ||
    (flags.repackSmallerThan !== undefined && '--repack-smaller-than') ||
    (flags.repackCacheableOnly && '--repack-cacheable-only') ||
    (flags.repackUncompressed && '--repack-uncompressed');
  if (!ignored) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both --archives and ${ignored}: archives are in no repository, which alone has a password, locks and data to prune. Leave out one of them.`,
  );
}
