import { isMissing, isReadFault, isShort } from '../backends/backend.ts';
import { asHoldfastError } from '../errors.ts';

/** Whether what the repository holds is wrong or lost, as opposed to a backend that doesn't answer. */
export function isDamage(error: unknown): boolean {
  const isGone = isMissing(error) || isShort(error) || isReadFault(error);
  return isGone || asHoldfastError(error)?.code === 'repository-damaged';
}

/** As `isDamage`, or of a kind that we don't know. */
export function isUnreadable(error: unknown): boolean {
  return isDamage(error) || asHoldfastError(error)?.code === 'repository-unsupported';
}
