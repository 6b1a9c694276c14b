import { redactUrl } from '../backends/location.ts';
import type { ObjectStore } from '../backends/object-store.ts';
import { openS3Objects } from '../backends/s3-objects.ts';
import type { S3Credentials } from '../backends/s3-settings.ts';
import { parseS3Url, S3_SCHEME } from '../backends/s3-url.ts';
import { HoldfastError } from '../errors.ts';

/** A bucket (or what is below a prefix of one) as a user names it: a source of a backup, and where one goes back. */
export interface Bucket {
  /** What its folder in a snapshot is called. */
  readonly name: string;
  /** Its URL, for messages and the manifest: holds no credential. */
  readonly location: string;
  /** @param onRetry One line for a log. */
  open(onRetry?: (message: string) => void): Promise<ObjectStore>;
}

/** Where credentials of buckets are looked for; without them, where a repository's are: AWS's own chain. */
const VARIABLES = {
  id: 'HOLDFAST_BUCKET_ACCESS_KEY_ID',
  secret: 'HOLDFAST_BUCKET_SECRET_ACCESS_KEY',
  token: 'HOLDFAST_BUCKET_SESSION_TOKEN',
  region: 'HOLDFAST_BUCKET_REGION',
} as const;

/** Those that hold a secret. */
export const BUCKET_SECRETS: readonly string[] = [VARIABLES.secret, VARIABLES.token];

/**
 * `s3:https://host/bucket/prefix`.
 * @param name Of the flag or input, for messages.
 * @throws HoldfastError bad-input.
 */
export function parseBucket(url: string, name: string, env: NodeJS.ProcessEnv): Bucket {
  if (!url.startsWith(S3_SCHEME)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${name}: it is ${JSON.stringify(redactUrl(url))}, expected s3:https://HOST/BUCKET/PREFIX.`,
    );
  }
  const place = parseS3Url(url, redactUrl(url));
  const credentials = credentialsIn(env);
  const region = env[VARIABLES.region] || undefined;
  return {
    name: [place.bucket, ...place.prefix.split('/').filter((part) => part !== '')]
      .join('_')
      .replace(/[^A-Za-z0-9._-]/g, '-'),
    location: place.location,
    open: (onRetry) => openS3Objects(place, { credentials, region, ...(onRetry && { onRetry }) }),
  };
}

/** @throws HoldfastError bad-input for half a key. */
function credentialsIn(env: NodeJS.ProcessEnv): S3Credentials | undefined {
  const [accessKeyId = '', secretAccessKey = '', sessionToken = ''] = [
    env[VARIABLES.id],
    env[VARIABLES.secret],
    env[VARIABLES.token],
  ];
  if (accessKeyId === '' && secretAccessKey === '') return undefined;
  if (accessKeyId !== '' && secretAccessKey !== '')
    return { kind: 'keys', accessKeyId, secretAccessKey, ...(sessionToken === '' ? {} : { sessionToken }) };
  throw new HoldfastError(
    'bad-input',
    `Cannot use only a part of a key: expected both ${VARIABLES.id} and ${VARIABLES.secret}.`,
  );
}
