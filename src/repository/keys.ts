import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { KeyId } from './format/ids.ts';
import { loadKeyFile, type NewKeyOptions, saveKey } from './key-store.ts';
import type { OpenRepository } from './open-repository.ts';
import { listAll } from './sealed-files.ts';

/** A key file, as anyone may read it. */
export interface StoredKey {
  readonly id: KeyId;
  /** Whether the repository was opened with it. */
  readonly current: boolean;
  /** Nanoseconds since 1970. */
  readonly createdNs: bigint;
  /** Ready to show. */
  readonly username: string;
  readonly hostname: string;
  /** Why the file can't be used (the fields above then say nothing), or null. */
  readonly problem: string | null;
}

export async function listKeys(repository: OpenRepository, signal?: AbortSignal): Promise<StoredKey[]> {
  const files = await listAll(repository.backend, 'key', signal);
  return Promise.all(files.map(({ name }) => describeKey(repository, name as KeyId, signal)));
}

/**
 * Adds a password that opens the repository.
 * @throws HoldfastError bad-input if it is empty.
 */
export function addKey(
  repository: OpenRepository,
  newPassword: string,
  options: NewKeyOptions = {},
): Promise<KeyId> {
  return saveKey(repository.backend, repository.masterKey, newPassword, options);
}

/**
 * Removes the key with the ID or unique prefix `spec`. Whoever knows its password and kept a copy of the key file can
 * still open what they have a copy of.
 * @throws HoldfastError bad-input for the current key (so that the last one is never removed), an unknown or an
 * ambiguous ID.
 */
export async function removeKey(repository: OpenRepository, spec: string): Promise<KeyId> {
  const id = await resolveKey(repository, spec);
  if (id === repository.keyId) {
    throw new HoldfastError(
      'bad-input',
      `Cannot remove key ${id}: the repository is open with it. Open it with another password, then remove this one.`,
    );
  }
  await repository.backend.remove({ kind: 'key', name: id });
  return id;
}

/**
 * Replaces the current key by one with `newPassword`. The old one goes only when the new one is stored and was opened
 * again; if that fails, both or the old one are there.
 */
export async function changePassword(
  repository: OpenRepository,
  newPassword: string,
  options: NewKeyOptions = {},
): Promise<KeyId> {
  const oldId = repository.keyId;
  const newId = await addKey(repository, newPassword, options);
  repository.keyId = newId;
  await repository.backend.remove({ kind: 'key', name: oldId }).catch((error: unknown) => {
    throw stillOpens(error, oldId);
  });
  return newId;
}

/** Who may add but not remove, or has locked the key, must not think that the old password is void. */
function stillOpens(error: unknown, oldId: KeyId): unknown {
  if (!(error instanceof HoldfastError)) return error;
  const text = `The new password opens the repository, and the old one still does, by key ${oldId.slice(0, 8)}: ${error.message}`;
  return new HoldfastError(error.code, text, { cause: error });
}

async function describeKey(repository: OpenRepository, id: KeyId, signal?: AbortSignal): Promise<StoredKey> {
  const current = id === repository.keyId;
  try {
    const { createdNs, username, hostname } = await loadKeyFile(repository.backend, id, signal);
    return {
      id,
      current,
      createdNs,
      username: displayText(username),
      hostname: displayText(hostname),
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code === 'cancelled') throw error;
    return { id, current, createdNs: 0n, username: '', hostname: '', problem: error.message };
  }
}

async function resolveKey(repository: OpenRepository, spec: string): Promise<KeyId> {
  const files = await listAll(repository.backend, 'key');
  const matches = files.filter(({ name }) => spec !== '' && name.startsWith(spec));
  const [match] = matches;
  if (match !== undefined && matches.length === 1) return match.name as KeyId;
  const candidates = (matches.length === 0 ? files : matches).map(({ name }) => name.slice(0, 16)).join(', ');
  throw new HoldfastError(
    'bad-input',
    `Cannot find key "${displayText(spec)}": ${matches.length} keys match, expected 1. There are: ${candidates}.`,
  );
}
