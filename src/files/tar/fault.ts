import { HoldfastError } from '../../errors.ts';

/**
 * The error of an entry that is rightly sent, and of which there is more than we take in: whoever has a folder on a host can make one.
 * What comes behind it in the stream isn't read; of the entry nothing was given.
 */
export class TooMuch extends HoldfastError {
  /** What is too much, ready to show. */
  readonly found: string;

  constructor(found: string) {
    super('command-failed', `Cannot read the tar stream: ${found}. Leave that entry out (--exclude).`);
    this.found = found;
  }
}

/** The error of a tar stream that can't be trusted. `offset` is where in the stream, in bytes, or null. */
export function tarFault(found: string, offset: number | null = null): HoldfastError {
  const where = offset === null ? '' : ` at byte ${offset}`;
  return new HoldfastError(
    'command-failed',
    `Cannot read the tar stream${where}: ${found}. Nothing of it behind this point is used; run again, and look at ` +
      'the tar of the host if it stays.',
  );
}
