import type { ForgetResult } from '../operations/forget.ts';
import { describeFreeze } from '../progress/describe-retention.ts';
import { type RetentionItem, shownId } from '../retention/item.ts';
import { ExitStatus } from './exit-status.ts';
import type { ForgetFlags } from './forget-flags.ts';
import type { Task } from './task.ts';

/** Warns of all that stayed although it was to go, and says with what status that ends. */
export function endForget<T extends RetentionItem>(
  { output, reporter }: Task<ForgetFlags>,
  result: ForgetResult<T>,
  onFrozen: 'fail' | 'warn',
): ExitStatus {
  const named = (id: string) => `${result.noun === 'snapshot' ? 'Snapshot' : 'Archive'} ${shownId(id)}`;
  for (const { id, message } of result.retained) reporter.onWarning(`${named(id)} is retained: ${message}`);
  for (const frozen of result.frozen) reporter.onWarning(describeFreeze(frozen));
  if (result.failed !== null) {
    const { id, message } = result.failed;
    output.failure(
      `${named(id)} and ${result.untried.length} more could not be removed: ${message}`,
      ExitStatus.incomplete,
    );
    return ExitStatus.incomplete;
  }
  const isFrozen = result.frozen.some(({ overridden }) => !overridden);
  return isFrozen && onFrozen === 'fail' && !result.dryRun ? ExitStatus.incomplete : ExitStatus.ok;
}
