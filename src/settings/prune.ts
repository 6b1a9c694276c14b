import { HoldfastError } from '../errors.ts';
import type { MaxUnused, PlanOptions } from '../repository/prune/options.ts';
import { parseSize } from '../size.ts';

/** What of a repository is written anew, as restic's flags have it. Null: not given. */
export interface PruneSettings {
  readonly maxUnused: string | null;
  readonly maxRepackSize: string | null;
  readonly repackSmallerThan: string | null;
  readonly repackCacheableOnly: boolean;
  readonly repackUncompressed: boolean;
}

const DEFAULT_MAX_UNUSED = '5%';

/**
 * @param named The flag's or the input's name, of restic's word for it: for messages.
 * @throws HoldfastError bad-input.
 */
export function pruneOptions(settings: PruneSettings, named: (word: string) => string): PlanOptions {
  const size = (text: string | null, word: string) =>
    text === null ? null : Number(parseSize(text, named(word)));
  const repackSmallerThanBytes = size(settings.repackSmallerThan, 'repack-smaller-than');
  if (repackSmallerThanBytes === 0) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${named('repack-smaller-than')}: it is 0, expected more.`,
    );
  }
  return {
    maxUnused: parseMaxUnused(settings.maxUnused ?? DEFAULT_MAX_UNUSED, named('max-unused')),
    maxRepackBytes: size(settings.maxRepackSize, 'max-repack-size'),
    repackSmallerThanBytes,
    repackCacheableOnly: settings.repackCacheableOnly,
    repackUncompressed: settings.repackUncompressed,
  };
}

/** `unlimited`, a percentage from 0 to below 100, or a size. @throws HoldfastError bad-input. */
export function parseMaxUnused(text: string, name: string): MaxUnused {
  const value = text.trim();
  if (value === 'unlimited') return { kind: 'unlimited' };
  if (/^\d+[a-z]*$/i.test(value)) return { kind: 'bytes', bytes: Number(parseSize(value, name)) };
  const [, digits] = /^(\d+(?:\.\d*)?|\.\d+)%$/.exec(value) ?? [];
  const percent = Number(digits ?? Number.NaN);
  if (percent >= 0 && percent < 100) return { kind: 'percent', percent };
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a size such as 2g, a percentage from 0% to below 100%, or unlimited.`,
  );
}
