import { parseChoice } from '../choice.ts';
import { HoldfastError } from '../errors.ts';
import type { RepositoryOptions } from './open.ts';

/** restic's own limits. */
const MIN_PACK_MIB = 4;
const MAX_PACK_MIB = 128;
const MIB = 1024 * 1024;

/** What a repository is opened with, as restic's flags and variables have it. Null: not given. */
export interface StorageSettings {
  readonly compression: string | null;
  readonly packSize: string | null;
}

/**
 * @param names Of the flags, variables or inputs, for the message.
 * @throws HoldfastError bad-input.
 */
export function storageOptions(
  { compression, packSize }: StorageSettings,
  names: { readonly compression: string; readonly packSize: string },
): Pick<RepositoryOptions, 'compression' | 'packSizeBytes'> {
  return {
    ...(compression === null
      ? {}
      : {
          compression: parseChoice(compression, names.compression, [
            'auto',
            'off',
            'fastest',
            'better',
            'max',
          ]),
        }),
    ...(packSize === null ? {} : { packSizeBytes: parsePackSize(packSize, names.packSize) }),
  };
}

function parsePackSize(text: string, name: string): number {
  const mebibytes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (mebibytes >= MIN_PACK_MIB && mebibytes <= MAX_PACK_MIB) return mebibytes * MIB;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a whole number of MiB from ${MIN_PACK_MIB} to ${MAX_PACK_MIB}.`,
  );
}
