import type { S3Credentials, S3Settings } from '../backends/s3-settings.ts';
import { parseStorageOptions } from '../backends/storage-flags.ts';
import { HoldfastError } from '../errors.ts';
import { isSecretReference } from '../section.ts';
import { otherStorage } from '../settings/other-storage.ts';
import type { StorageSection } from './schema/storage.ts';

/** How a storage is reached to read it. */
export interface StorageAccess {
  readonly location: string;
  /** Of a repository; null: archives, whose manifests are in the clear. */
  readonly password: string | null;
  readonly s3: S3Settings;
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told of each secret before it is used. */
  readonly onSecret: (secret: string) => void;
  /** A role to assume; null: there is no way to here. */
  readonly role: ((arn: string, region: string | undefined) => S3Credentials) | null;
}

/** @throws HoldfastError bad-input for a variable that isn't set, and a role that can't be assumed here. */
export function storageAccess(storage: StorageSection, { env, onSecret, role }: Surroundings): StorageAccess {
  const read = (key: keyof StorageSection): string | null => {
    const value = storage[key];
    if (typeof value !== 'string') return null;
    if (!isSecretReference(value)) return value;
    const variable = value.slice('env:'.length);
    const held = env[variable] ?? '';
    if (held === '') throw notSet(variable, key);
    if (key !== 'aws-access-key-id') onSecret(held);
    return held;
  };
  const region = storage['aws-region'];
  const given = {
    accessKeyId: read('aws-access-key-id'),
    secretAccessKey: read('aws-secret-access-key'),
    sessionToken: read('aws-session-token'),
    profile: storage['aws-profile'] ?? null,
    region: region ?? null,
  };
  return {
    location: storage.repository ?? storage.archives ?? '',
    password: read('password'),
    s3: {
      ...parseStorageOptions(storage['storage-options'] ?? [], '`storage-options`'),
      ...otherStorage(given, (word) => `\`aws-${word}\``),
      ...(storage['aws-role'] === undefined
        ? {}
        : { credentials: assumed(storage['aws-role'], region, role) }),
    },
  };
}

function assumed(arn: string, region: string | undefined, role: Surroundings['role']): S3Credentials {
  if (role !== null) return role(arn, region);
  throw new HoldfastError(
    'bad-input',
    'Cannot assume the role of `aws-role` here: only a job of GitHub’s has a token for it. Run it there, with `permissions: id-token: write`.',
  );
}

function notSet(variable: string, key: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot start: the variable \`${variable}\`, which the configuration names for \`${key}\`, is not set or empty. Set it where this runs: in a workflow from a secret, elsewhere by \`export\`.`,
  );
}
