import { parseChoice } from '../choice.ts';
import { HoldfastError } from '../errors.ts';
import type { ObjectLock, S3Settings } from './s3-settings.ts';

/** More would only wait at the storage. */
const MAX_CONNECTIONS = 100;

/** AWS's own limit is a hundred years; longer than ten is a slip, and a lock can't be taken back. */
const MAX_LOCK_DAYS = 3650;

/** What an archive takes hours to give back can't be restored when it is needed, nor read by the next backup. */
const ARCHIVES = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** restic's options for S3 that mean nothing here, and why. */
const ABSENT: Readonly<Record<string, string>> = {
  's3.enable-restore': 'what lies in an archive is brought back by the storage’s own tools',
  's3.layout': 'there is one layout left',
  's3.list-objects-v1': 'the storage must know version 2 of listing',
  's3.restore-days': 'what lies in an archive is brought back by the storage’s own tools',
  's3.restore-tier': 'what lies in an archive is brought back by the storage’s own tools',
  's3.restore-timeout': 'what lies in an archive is brought back by the storage’s own tools',
  's3.retries': 'what may pass is tried again for 15 minutes',
  's3.unsafe-anonymous-auth': 'a repository that anybody may read isn’t one to rely on',
};

type Parse = (value: string, name: string) => Partial<S3Settings>;

/** restic's names where restic has one; `s3.sse` and `s3.sse-kms-key-id` are ours. */
const OPTIONS: Readonly<Record<string, Parse>> = {
  's3.region': (value, name) => ({ region: matching(value, name, /^[a-z0-9-]{1,32}$/, 'a region’s name') }),
  's3.bucket-lookup': (value, name) => ({ bucketLookup: parseChoice(value, name, ['auto', 'dns', 'path']) }),
  's3.connections': (value, name) => ({ connections: numberUpTo(MAX_CONNECTIONS, value, name) }),
  's3.storage-class': (value, name) => ({ storageClass: parseStorageClass(value, name) }),
  's3.sse': (value, name) => ({ sse: parseChoice(value, name, ['AES256', 'aws:kms']) }),
  's3.sse-kms-key-id': (value, name) => ({
    sseKmsKeyId: matching(value, name, /^[\x21-\x7e]{1,2048}$/, 'a key’s ID or ARN'),
  }),
};

/**
 * Storage options as restic's `-o` has them: `s3.region=eu-west-1`, each once.
 * @param where How they were given, for messages: `-o`, `the input \`storage-options\``.
 * @throws HoldfastError bad-input.
 */
export function parseStorageOptions(options: readonly string[], where: string): S3Settings {
  let settings: S3Settings = {};
  const seen = new Set<string>();
  for (const option of options) {
    const [, name = '', value = ''] = /^([^=]*)(?:=(.*))?$/s.exec(option) ?? [];
    const key = name.trim().toLowerCase();
    if (seen.has(key)) throw wrong(where, `"${key}" is given twice, expected once`);
    seen.add(key);
    settings = { ...settings, ...parserOf(key, where)(value.trim(), `${key} of ${where}`) };
  }
  if (settings.sseKmsKeyId !== undefined && settings.sse !== 'aws:kms') {
    throw wrong(where, 's3.sse-kms-key-id is given without s3.sse=aws:kms, expected both');
  }
  return settings;
}

/**
 * @param given Null: not given.
 * @param names Of the flags or inputs, for messages.
 * @throws HoldfastError bad-input.
 */
export function parseObjectLock(
  given: { readonly mode: string | null; readonly days: string | null },
  names: { readonly mode: string; readonly days: string },
): ObjectLock | undefined {
  if (given.mode === null && given.days === null) return undefined;
  if (given.mode === null || given.days === null) {
    const [one, other] = given.mode === null ? [names.days, names.mode] : [names.mode, names.days];
    throw new HoldfastError('bad-input', `Cannot use ${one} alone: expected ${other} with it.`);
  }
  const mode = parseChoice(given.mode, names.mode, ['compliance', 'governance']);
  return {
    mode: mode === 'compliance' ? 'COMPLIANCE' : 'GOVERNANCE',
    days: numberUpTo(MAX_LOCK_DAYS, given.days, names.days),
  };
}

function parserOf(key: string, where: string): Parse {
  const parse = OPTIONS[key];
  if (parse !== undefined) return parse;
  const reason = ABSENT[key];
  if (reason !== undefined) throw wrong(where, `restic’s "${key}" is absent here: ${reason}`);
  throw wrong(
    where,
    `there is no option ${JSON.stringify(key)}, expected ${Object.keys(OPTIONS).join(', ')}`,
  );
}

function wrong(where: string, what: string): HoldfastError {
  return new HoldfastError('bad-input', `Cannot use ${where}: ${what}.`);
}

function parseStorageClass(value: string, name: string): string {
  const storageClass = matching(value.toUpperCase(), name, /^[A-Z0-9_]{1,32}$/, 'a storage class');
  if (!ARCHIVES.has(storageClass)) return storageClass;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: ${storageClass} is an archive, which takes hours to read, expected a class that is read at once ` +
      '(GLACIER_IR is one).',
  );
}

function matching(value: string, name: string, pattern: RegExp, expected: string): string {
  if (pattern.test(value)) return value;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(value)}, expected ${expected}.`,
  );
}

function numberUpTo(limit: number, value: string, name: string): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (number >= 1 && number <= limit) return number;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(value)}, expected a whole number from 1 to ${limit}.`,
  );
}
