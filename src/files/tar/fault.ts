import { HoldfastError } from '../../errors.ts';

/** The error of a tar stream that can't be trusted. `offset` is where in the stream, in bytes, or null. */
export function tarFault(found: string, offset: number | null = null): HoldfastError {
  const where = offset === null ? '' : ` at byte ${offset}`;
  return new HoldfastError(
    'command-failed',
    `Cannot read the tar stream${where}: ${found}. Nothing of it behind this point is used; run again, and look at ` +
      'the tar of the host if it stays.',
  );
}
