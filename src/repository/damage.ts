import { isMissing, isReadFault, isShort } from '../backends/backend.ts';
import { asHoldfastError } from '../errors.ts';

/** Whether what the repository holds is wrong or lost, as opposed to a backend that doesn't answer. */
export function isDamage(error: unknown): boolean {
  return isGone(error) || asHoldfastError(error)?.code === 'repository-damaged';
}

/** Whether the storage itself says that it hasn't got the bytes. */
export function isGone(error: unknown): boolean {
  return isMissing(error) || isShort(error) || isReadFault(error);
}

/** As `isDamage`, or of a kind that we don't know. */
export function isUnreadable(error: unknown): boolean {
  return isDamage(error) || asHoldfastError(error)?.code === 'repository-unsupported';
}
