import { randomBytes } from 'node:crypto';
import { availableParallelism, hostname as systemHostname } from 'node:os';
import type { Backend } from '../backends/backend.ts';
import { isMissing } from '../backends/backend.ts';
import { DEFAULT_SCRYPT, deriveKey, SALT_BYTES, type ScryptCost } from '../crypto/kdf.ts';
import { open, type RepositoryKey, seal, tryOpen } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import { currentUser } from './current-user.ts';
import { idOf, type KeyId } from './format/ids.ts';
import {
  decodeKeyFile,
  decodeMasterKey,
  encodeKeyFile,
  encodeMasterKey,
  type KeyFile,
} from './format/key-file.ts';
import { listAll, loadNamedByHash } from './sealed-files.ts';

/** restic tries no more: each try takes half a second. */
const MAX_KEYS_TRIED = 20;

export interface NewKeyOptions {
  /** For `key list`. Default: this machine's name and this process's user. */
  readonly hostname?: string;
  readonly username?: string;
  /** Never weaker than the default, but in tests. */
  readonly scrypt?: ScryptCost;
  readonly nowMs?: () => number;
}

export interface FindKeyOptions {
  readonly onWarning?: ((message: string) => void) | undefined;
  /** An ID, or the beginning of one: tried first. */
  readonly keyHint?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** See OpenOptions. */
  readonly leavesCores?: boolean | undefined;
  /** Whether a key that the password opens is this repository's: what an init left that another one forestalled is not. */
  readonly fits?: ((masterKey: RepositoryKey) => Promise<boolean>) | undefined;
}

/** The master key, and the key file that gave it. */
export interface FoundKey {
  readonly id: KeyId;
  readonly masterKey: RepositoryKey;
}

/** @throws HoldfastError repository-damaged if the file isn't what its name says or isn't a key. */
export async function loadKeyFile(backend: Backend, id: KeyId, signal?: AbortSignal): Promise<KeyFile> {
  const bytes = await loadNamedByHash(backend, { kind: 'key', name: id }, signal);
  return decodeKeyFile(bytes, `key ${id}`);
}

/**
 * Stores `masterKey` under `password`, then opens what was stored: a key that doesn't open would be found out when it
 * is the last one.
 */
export async function saveKey(
  backend: Backend,
  masterKey: RepositoryKey,
  password: string,
  options: NewKeyOptions = {},
): Promise<KeyId> {
  if (password === '') {
    throw new HoldfastError(
      'bad-input',
      'Cannot make a key: the password is empty, expected at least one character.',
    );
  }
  const cost = options.scrypt ?? DEFAULT_SCRYPT;
  const salt = randomBytes(SALT_BYTES);
  // By OpenSSL, and tried below by what opens it later: a key that one of them made wrong would open for nobody.
  const userKey = await deriveKey(password, { ...cost, salt }, { threads: 1 });
  const file = encodeKeyFile({
    createdNs: BigInt((options.nowMs ?? Date.now)()) * 1_000_000n,
    username: options.username ?? currentUser(),
    hostname: options.hostname ?? systemHostname(),
    ...cost,
    salt,
    data: seal(userKey, encodeMasterKey(masterKey)),
  });
  const id = idOf<KeyId>(file);
  await backend.save({ kind: 'key', name: id }, [file]);
  await assertOpens(backend, id, password, masterKey);
  return id;
}

/**
 * The key that `password` opens, of at most 20. A key file that can't be used is passed over with a warning: one
 * planted or damaged file must not lock everyone out.
 * @throws HoldfastError wrong-password; repository-damaged if no key file can be used; repository-missing if there is none.
 */
export async function findKey(
  backend: Backend,
  password: string,
  { onWarning, keyHint, signal, leavesCores = false, fits }: FindKeyOptions,
): Promise<FoundKey> {
  const atOnce = Math.ceil(availableParallelism() / (leavesCores ? 2 : 1));
  const all = (await listAll(backend, 'key', signal)).map(({ name }) => name as KeyId);
  const isHinted = (id: KeyId) => keyHint !== undefined && id.startsWith(keyHint);
  const ids = [...all.filter(isHinted), ...all.filter((id) => !isHinted(id))];
  let tried = 0;
  let unusable = 0;
  for (const id of ids) {
    if (tried === MAX_KEYS_TRIED) break;
    let masterKey: RepositoryKey | null = null;
    try {
      masterKey = await tryKey(backend, id, { password, atOnce, signal });
      tried++;
    } catch (error) {
      if (!isUnusable(error)) throw error;
      unusable++;
      onWarning?.(`A key file is passed over: ${error instanceof Error ? error.message : error}`);
    }
    if (masterKey === null) continue;
    if (fits === undefined || (await fits(masterKey))) return { id, masterKey };
    onWarning?.(`Key ${id.slice(0, 8)} is passed over: it does not open the config of this repository.`);
  }
  throw noKeyFound(backend.location, { found: ids.length, tried, unusable });
}

async function tryKey(
  backend: Backend,
  id: KeyId,
  { password, atOnce, signal }: { password: string; atOnce: number; signal: AbortSignal | undefined },
): Promise<RepositoryKey | null> {
  const file = await loadKeyFile(backend, id, signal);
  const opened = tryOpen(await deriveKey(password, file, { atOnce }), file.data);
  return opened && decodeMasterKey(opened, `the master key in key ${id}`);
}

async function assertOpens(
  backend: Backend,
  id: KeyId,
  password: string,
  expected: RepositoryKey,
): Promise<void> {
  const file = await loadKeyFile(backend, id);
  const json = open(await deriveKey(password, file), file.data, `key ${id}`);
  if (!json.equals(encodeMasterKey(expected))) {
    throw new HoldfastError('internal', `Cannot use the new key ${id}: it opens to another master key.`);
  }
}

function isUnusable(error: unknown): boolean {
  if (isMissing(error)) return true;
  return (
    error instanceof HoldfastError &&
    (error.code === 'repository-damaged' || error.code === 'repository-unsupported')
  );
}

function noKeyFound(
  location: string,
  { found, tried, unusable }: { found: number; tried: number; unusable: number },
): HoldfastError {
  const cannot = `Cannot open repository "${location}"`;
  if (found === 0) {
    return new HoldfastError(
      'repository-missing',
      `${cannot}: it has a config but no key files, expected at least one. Bring its folder keys/ back from a copy.`,
    );
  }
  if (tried === 0) {
    return new HoldfastError(
      'repository-damaged',
      `${cannot}: none of its ${found} key files can be used, expected at least one. Bring its folder keys/ back from a copy.`,
    );
  }
  const others = unusable === 0 ? '' : `, and ${unusable} more could not be used`;
  const untried = found - tried - unusable;
  const limit = untried === 0 ? '' : `, and ${untried} were not tried`;
  return new HoldfastError(
    'wrong-password',
    `${cannot}: the password opens none of ${tried} ${tried === 1 ? 'key' : 'keys'}${others}${limit}. ` +
      'Check that it is the password of this repository.',
  );
}
