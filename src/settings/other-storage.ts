import type { S3Credentials, S3Settings } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';

/** How a second repository in S3 is reached, where its credential is another than the first one's. Empty and null: not given. */
export interface OtherStorage {
  readonly accessKeyId: string | null;
  readonly secretAccessKey: string | null;
  readonly sessionToken: string | null;
  readonly profile: string | null;
  readonly region: string | null;
}

/**
 * @param named The variable's or the input's name, of AWS's word for it (`access-key-id`): for messages.
 * @returns Undefined: nothing is given, and it is reached as the first one is.
 * @throws HoldfastError bad-input for half a key, and for a key beside a profile.
 */
export function otherStorage(given: OtherStorage, named: (word: string) => string): S3Settings | undefined {
  const region = given.region || undefined;
  const credentials = credentialsOf(given, named);
  if (region === undefined && credentials === undefined) return undefined;
  return { region, credentials };
}

function credentialsOf(
  { accessKeyId, secretAccessKey, sessionToken, profile }: OtherStorage,
  named: (word: string) => string,
): S3Credentials | undefined {
  const isKeyGiven = [accessKeyId, secretAccessKey, sessionToken].some(Boolean);
  if (isKeyGiven && profile) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use both ${named('access-key-id')} and ${named('profile')}: expected one of them.`,
    );
  }
  if (profile) return { kind: 'profile', name: profile };
  if (!isKeyGiven) return undefined;
  if (accessKeyId && secretAccessKey) {
    return { kind: 'keys', accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot use only a part of a key: expected both ${named('access-key-id')} and ${named('secret-access-key')}.`,
  );
}
