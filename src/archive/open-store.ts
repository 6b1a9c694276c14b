import { redactUrl } from '../backends/location.ts';
import { parseS3Url, S3_SCHEME } from '../backends/s3-url.ts';
import { HoldfastError } from '../errors.ts';
import type { ArchiveStore } from './archive-store.ts';
import { openFolderStore } from './folder-store.ts';
import { openS3Store, type S3StoreOptions } from './s3-store.ts';

const LOCAL_PREFIX = 'local:';

/**
 * The store that `location` names, in the notation of repositories: `/path`, `local:/path`, `s3:https://host/bucket/prefix`.
 * Nothing is asked yet.
 *
 * @throws HoldfastError bad-input. The message never shows a user name or password of the URL.
 */
export async function openArchiveStore(
  location: string,
  options: S3StoreOptions = {},
): Promise<ArchiveStore> {
  if (location.startsWith(S3_SCHEME)) return openS3Store(parseS3Url(location, redactUrl(location)), options);
  const isLocal = location.startsWith(LOCAL_PREFIX);
  const path = isLocal ? location.slice(LOCAL_PREFIX.length) : location;
  if (path !== '' && !path.includes('\0') && (isLocal || !/^[a-z][a-z0-9]+:/i.test(path)))
    return openFolderStore(path);
  throw new HoldfastError(
    'bad-input',
    `Cannot keep archives in "${redactUrl(location)}": no such kind of storage, expected a folder or S3. ` +
      'Use "/path" or "s3:https://HOST/BUCKET/PREFIX".',
  );
}
