import { HoldfastError } from '../../errors.ts';

/** What a section can't be. @param what Its end is no full stop. */
export function bad(section: string, what: string): HoldfastError {
  return new HoldfastError('bad-input', `Cannot use this ${section}: ${what}.`);
}
