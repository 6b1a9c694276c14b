import type { S3Credentials, S3Settings } from '../backends/s3-settings.ts';
import { parseObjectLock, parseStorageOptions } from '../backends/storage-flags.ts';
import { HoldfastError } from '../errors.ts';
import { idToken } from '../github/id-token.ts';
import { badInput, listInput, textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';

/** Who the tokens of GitHub's for AWS are for. */
const AUDIENCE = 'sts.amazonaws.com';

/** What AWS takes for the name of a session. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;

/** How the repository's storage is reached, from the inputs that every action has for it. Secrets are masked. @throws HoldfastError bad-input. */
export function readStorageInputs(): S3Settings {
  const options = parseStorageOptions(listInput('storage-options'), 'the input `storage-options`');
  const region = textInput('aws-region');
  if (region !== null && options.region !== undefined && options.region !== region) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use both the input `aws-region` and `s3.region` of `storage-options`: they differ, expected one of them.',
    );
  }
  const objectLock = parseObjectLock(
    { mode: textInput('object-lock'), days: textInput('object-lock-days') },
    { mode: 'the input `object-lock`', days: 'the input `object-lock-days`' },
  );
  return {
    ...options,
    ...(region === null ? {} : { region }),
    credentials: readCredentials(region ?? undefined),
    objectLock,
  };
}

/** Undefined: by AWS's own chain. */
function readCredentials(region: string | undefined): S3Credentials | undefined {
  const ways = [readKeys(), readProfile(), readRole(region)].filter((way) => way !== undefined);
  if (ways.length <= 1) return ways[0];
  throw new HoldfastError(
    'bad-input',
    'Cannot use several of the inputs `aws-access-key-id`, `aws-profile` and `aws-role`: expected one of them.',
  );
}

function readKeys(): S3Credentials | undefined {
  const accessKeyId = textInput('aws-access-key-id');
  const secretAccessKey = textInput('aws-secret-access-key');
  const sessionToken = textInput('aws-session-token');
  for (const secret of [secretAccessKey, sessionToken]) mask(secret ?? '');
  if (accessKeyId !== null && secretAccessKey !== null) {
    return {
      kind: 'keys',
      accessKeyId,
      secretAccessKey,
      ...(sessionToken === null ? {} : { sessionToken }),
    };
  }
  if (accessKeyId === null && secretAccessKey === null && sessionToken === null) return undefined;
  throw new HoldfastError(
    'bad-input',
    'Cannot use only a part of a key: expected both the inputs `aws-access-key-id` and `aws-secret-access-key`. ' +
      '(Secrets are empty in pull requests from forks.)',
  );
}

function readProfile(): S3Credentials | undefined {
  const name = textInput('aws-profile');
  return name === null ? undefined : { kind: 'profile', name };
}

function readRole(region: string | undefined): S3Credentials | undefined {
  const arn = readRoleArn(textInput('aws-role'), 'aws-role');
  const name = textInput('aws-role-session-name');
  if (arn === null) {
    if (name === null) return undefined;
    throw new HoldfastError(
      'bad-input',
      'Cannot use the input `aws-role-session-name` alone: expected `aws-role` with it.',
    );
  }
  if (name !== null && !SESSION_NAME.test(name)) {
    throw badInput('aws-role-session-name', name, '2 to 64 letters, digits and +=,.@-_');
  }
  return { ...roleFor(arn, region), ...(name === null ? {} : { sessionName: name }) };
}

/** @throws HoldfastError bad-input for what is no ARN of a role. */
export function readRoleArn(text: string | null, input: string): string | null {
  if (text === null || /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/.test(text)) return text;
  throw badInput(input, text, 'a role’s ARN, such as `arn:aws:iam::123456789012:role/backup`');
}

/** A role to assume by GitHub's token, for as long as the job runs. */
export function roleFor(arn: string, region: string | undefined): S3Credentials & { kind: 'role' } {
  return {
    kind: 'role',
    arn,
    sessionName: defaultSessionName(),
    region,
    token: () => idToken(AUDIENCE),
    onSecret: mask,
  };
}

/** By it the storage's own log tells which run it was. */
function defaultSessionName(): string {
  const run = process.env['GITHUB_RUN_ID'] ?? '';
  return `holdfast-${/^\d{1,20}$/.test(run) ? run : 'run'}`;
}
