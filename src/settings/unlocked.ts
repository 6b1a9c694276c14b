import type { S3Settings } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';

/**
 * How archives in S3 are reached.
 * @throws HoldfastError bad-input if they were to be locked, which only the bucket's own default does.
 */
export function unlocked(settings: S3Settings): S3Settings {
  if (settings.objectLock === undefined) return settings;
  throw new HoldfastError(
    'bad-input',
    'Cannot lock an archive by `object-lock`: that is for repositories, expected none. Give the bucket a default retention; it locks archives, too.',
  );
}
