import { isMissing, isShort } from '../backends/backend.ts';
import { asHoldfastError } from '../errors.ts';

/** Whether what the repository holds is wrong, as opposed to a backend that doesn't answer. */
export function isDamage(error: unknown): boolean {
  return asHoldfastError(error)?.code === 'repository-damaged' || isMissing(error) || isShort(error);
}

/** As `isDamage`, or of a kind that we don't know. */
export function isUnreadable(error: unknown): boolean {
  return isDamage(error) || asHoldfastError(error)?.code === 'repository-unsupported';
}
