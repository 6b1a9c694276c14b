import { HoldfastError } from '../errors.ts';
import { textInput } from '../github/inputs.ts';
import { storageOptions } from '../repository/storage-options.ts';
import { DEFAULT_TARGET, parseTarget } from '../settings/target.ts';

/** How what is written is stored. @throws HoldfastError bad-input. */
export function readStorage() {
  return storageOptions(
    { compression: textInput('compression'), packSize: textInput('pack-size') },
    { compression: 'the input `compression`', packSize: 'the input `pack-size`' },
  );
}

/** Which application a snapshot is of. @throws HoldfastError bad-input. */
export function targetInput(): string {
  const of = textInput('of');
  return of === null ? DEFAULT_TARGET : parseTarget(of, 'the input `of`');
}

/**
 * The recorded name is the target's, never the runner's: a runner has another name each time, so that no run would
 * find the one before it.
 */
export function hostnameFor(on: string): string | null {
  const host = textInput('host');
  if (host !== null || on !== 'local') return host;
  throw new HoldfastError(
    'bad-input',
    'Cannot record the runner’s own name: with `on: local` the input `host` is needed. Give it a name that stays the same in every run.',
  );
}
