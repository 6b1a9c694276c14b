import { readFile } from 'node:fs/promises';
import { assertRecipients, decrypt, encrypt } from '../../archive/age.ts';
import type { ArchiveStore } from '../../archive/archive-store.ts';
import { openArchiveStore } from '../../archive/open-store.ts';
import { HoldfastError } from '../../errors.ts';
import { systemErrorText } from '../../system-error.ts';
import type { Facts } from '../application.ts';
import { type KeyFile, parseKeyFile } from './key-file.ts';
import type { LookerSettings } from './settings.ts';

/** Where a key file lies now, encrypted. */
export interface KeptKey {
  readonly location: string;
  readonly name: string;
}

/** A variable of this machine that holds the age secret key, where no file is named. */
const IDENTITY_VARIABLE = 'HOLDFAST_KEY_IDENTITY';

/** Keeps a key file, encrypted, in the place of keys: durably, when this resolves. @throws What the place throws. */
export async function keepKey(
  { backupUid, json }: KeyFile,
  settings: LookerSettings,
  signal: AbortSignal,
): Promise<KeptKey> {
  const place = settings['key-to'] ?? '';
  const name = nameOf(backupUid);
  const recipients = settings['key-recipients'];
  return withStore(place, async (store) => {
    async function* plain() {
      yield json;
    }
    await store.put(name, encrypt(plain(), { kind: 'recipients', recipients }), signal);
    return { location: place, name };
  });
}

/**
 * Sees before anything is stopped that a key can be encrypted, and where it can be told that there is a place for it: a folder;
 * a credential for a bucket may be one that only adds.
 * @throws HoldfastError bad-input; what the folder's store throws.
 */
export async function requirePlace(settings: LookerSettings, signal: AbortSignal): Promise<void> {
  await assertRecipients(settings['key-recipients']);
  const place = settings['key-to'] ?? '';
  await withStore(place, async (store) => {
    if (place.startsWith('s3:')) return;
    for await (const _ of store.list(signal)) return;
  });
}

/**
 * The key file that a backup was made with.
 * @throws HoldfastError restore-blocked where it isn't to be had, or is of another backup. Nothing of it is shown.
 */
export async function fetchKey(
  facts: Facts,
  settings: LookerSettings,
  { env, signal }: { env: NodeJS.ProcessEnv; signal: AbortSignal },
): Promise<KeyFile> {
  const { backup_uid: uid = '', key_place: recorded = '', key_name: name = nameOf(uid) } = facts;
  const place = settings['key-to'] ?? recorded;
  const identities = await readIdentities(settings['key-identity-file'], env);
  const cannot = `Cannot read the key file ${name} in "${place}"`;
  const sealed = await withStore(place, async (store) => {
    const pieces: Buffer[] = [];
    for await (const piece of store.get(name, signal)) pieces.push(piece);
    return Buffer.concat(pieces);
  }).catch((cause: unknown) => {
    throw blocked(`${cannot}: ${cause instanceof Error ? cause.message : String(cause)}`, cause);
  });
  async function* bytes() {
    yield sealed;
  }
  const pieces: Buffer[] = [];
  for await (const piece of decrypt(bytes(), { identities, passphrase: null }, cannot)) pieces.push(piece);
  const key = parseKeyFile(Buffer.concat(pieces));
  if (key.backupUid === uid) return key;
  throw blocked(
    `${cannot}: it is of another backup, expected the one with backup_uid ${JSON.stringify(uid)}.`,
  );
}

/** A place of keys holds nothing that is read along with a backup. @throws HoldfastError bad-input. */
export function refusePlaceWithin(place: string, paths: readonly string[]): void {
  const folder = place.replace(/^local:/, '');
  const within = paths.find((path) => path === '/' || folder === path || folder.startsWith(`${path}/`));
  if (within === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot keep Looker’s key in ${JSON.stringify(place)}: it is below ${JSON.stringify(within)}, which is saved, expected the key never to be ` +
      'with the data that it opens. Give key-to another place.',
  );
}

function nameOf(backupUid: string): string {
  return `looker-${backupUid.replace(/[^A-Za-z0-9._-]/g, '_').slice(0, 150)}.keyfile.age`;
}

async function withStore<T>(place: string, work: (store: ArchiveStore) => Promise<T>): Promise<T> {
  const store = await openArchiveStore(place);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

async function readIdentities(file: string | undefined, env: NodeJS.ProcessEnv): Promise<string[]> {
  const text =
    file === undefined
      ? (env[IDENTITY_VARIABLE] ?? '')
      : await readFile(file, 'utf8').catch((cause: unknown) => {
          throw blocked(
            `Cannot read the identity in ${JSON.stringify(file)}: ${systemErrorText(cause)}.`,
            cause,
          );
        });
  const identities = text.split(/\s+/).filter((word) => word.startsWith('AGE-SECRET-KEY-'));
  if (identities.length > 0) return identities;
  throw blocked(
    'Cannot restore a Looker that was saved independently of its keystore: there is no age secret key for its key file, expected one. ' +
      `Give key-identity-file, or set ${IDENTITY_VARIABLE}.`,
  );
}

function blocked(message: string, cause?: unknown): HoldfastError {
  return new HoldfastError('restore-blocked', message, { cause });
}
