import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Backend } from './backend.ts';
import { openDirectory } from './directory.ts';
import { openS3 } from './s3.ts';
import type { S3Settings } from './s3-settings.ts';
import { parseS3Url, S3_SCHEME } from './s3-url.ts';

/** Schemes of restic's URLs that stock restic reads and we don't. */
const OTHER_SCHEMES = ['sftp', 'rest', 'b2', 'azure', 'gs', 'swift', 'rclone'];

const LOCAL_PREFIX = 'local:';

/**
 * Also one of restic's in other letters, or after white space (` s3:…`, `S3:…`): as a folder's name it would take backups on
 * this machine that were meant for elsewhere, and be shown with what secrets stand in it.
 */
const LIKE_A_SCHEME = new RegExp(
  `^\\s*(?:[a-z][a-z0-9+.-]*://|(?:s3|local|${OTHER_SCHEMES.join('|')}):)`,
  'i',
);

export interface StorageOptions {
  /** A file of certificates of authorities to believe, for storage that is asked over TLS. */
  readonly caFile?: string | undefined;
  /** For a repository in S3; others leave it out of account, but for a lock. */
  readonly s3?: S3Settings | undefined;
  /** Read the repository as it was then, in ms since 1970: from a bucket that keeps versions. */
  readonly asOfMs?: number | undefined;
}

/**
 * The backend that a repository's URL names, in restic's own notation: `/path`, `path`, `local:/path`,
 * `s3:https://host/bucket/prefix`. Nothing is read yet, so that a folder that doesn't exist is no error here.
 * @throws HoldfastError bad-input. The message never shows a user name or password of the URL.
 */
export async function openBackend(url: string, options: StorageOptions = {}): Promise<Backend> {
  requireLocation(url);
  if (url.startsWith(S3_SCHEME)) {
    const { caFile, s3, asOfMs } = options;
    return await openS3(parseS3Url(url, redactUrl(url)), { ...s3, caFile, asOfMs });
  }
  refuseForFolder(url, options);
  return openDirectory(folderOf(url));
}

/** Sees that `url` is a location that `openBackend` takes. @throws HoldfastError bad-input, as it does. */
export function checkLocation(url: string): void {
  requireLocation(url);
  if (url.startsWith(S3_SCHEME)) parseS3Url(url, redactUrl(url));
  else folderOf(url);
}

function requireLocation(url: string): void {
  if (url !== '') return;
  throw new HoldfastError(
    'bad-input',
    'Cannot open a repository: its location is empty. Name a folder, or s3:https://HOST/BUCKET/PREFIX.',
  );
}

function folderOf(url: string): string {
  if (url.startsWith(LOCAL_PREFIX)) return checkedPath(url.slice(LOCAL_PREFIX.length), url);
  const scheme = OTHER_SCHEMES.find((name) => url.startsWith(`${name}:`));
  if (scheme !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot open repository "${redactUrl(url)}": ${scheme} storage is not supported yet, expected a folder or S3. ` +
        'Use "/path", "local:/path" or "s3:https://HOST/BUCKET/PREFIX".',
    );
  }
  if (LIKE_A_SCHEME.test(url)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot open repository "${redactUrl(url)}": no such kind of storage, expected a folder or S3. ` +
        'Use "/path", "s3:https://HOST/BUCKET/PREFIX", or "local:path" for a path that looks like an address.',
    );
  }
  return checkedPath(url, url);
}

/** What was asked for to protect, or to read, must not be passed over. */
function refuseForFolder(url: string, { s3, asOfMs }: StorageOptions): void {
  const [flag, what] =
    asOfMs !== undefined
      ? ['--as-of', 'keeps no versions']
      : s3?.objectLock === undefined
        ? []
        : ['--object-lock', 'locks nothing'];
  if (flag === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${flag} with repository "${redactUrl(url)}": a folder ${what}, expected s3:https://HOST/BUCKET/PREFIX.`,
  );
}

/** Whether the repository lies elsewhere, so that each request to it takes time. A folder of whatever kind doesn't. */
export function isRemote(url: string): boolean {
  return url.startsWith(S3_SCHEME);
}

function checkedPath(path: string, url: string): string {
  if (path !== '' && !path.includes('\0')) return path;
  throw new HoldfastError(
    'bad-input',
    `Cannot open repository "${displayText(url)}": expected a path without a NUL byte.`,
  );
}

/** `url` for messages: a user name and password, and a query (which may hold a token), become `***`. */
export function redactUrl(url: string): string {
  return displayText(withoutCredentials(url));
}

/** Whether something stands in `url` that may be secret. A folder of any name doesn't. */
export function holdsCredentials(url: string): boolean {
  const isUrl = url.includes('://') || (LIKE_A_SCHEME.test(url) && !url.startsWith(LOCAL_PREFIX));
  return isUrl && withoutCredentials(url) !== url;
}

/** Up to the last `@`: a password may hold one, and a slash. */
function withoutCredentials(url: string): string {
  return url.replace(/^([a-z0-9]+:(?!\/\/))?([a-z0-9]+:\/\/)?.*@/is, '$1$2***@').replace(/\?.*$/s, '?***');
}
