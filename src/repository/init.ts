import { randomBytes } from 'node:crypto';
import type { Backend, FileKind } from '../backends/backend.ts';
import { randomPolynomial } from '../chunker/polynomial.ts';
import { newRepositoryKey, open, type RepositoryKey, seal, tryOpen } from '../crypto/seal.ts';
import { HoldfastError } from '../errors.ts';
import { type Config, decodeConfig, encodeConfig } from './format/config.ts';
import { ID_BYTES, type KeyId } from './format/ids.ts';
import { type NewKeyOptions, saveKey } from './key-store.ts';
import { OpenRepository, type RepositoryOptions } from './open-repository.ts';
import { listAll } from './sealed-files.ts';

const CONFIG = { kind: 'config', name: '' } as const;

export interface InitOptions extends RepositoryOptions {
  /** Default 2. */
  readonly version?: 1 | 2;
  /** Default: a random one. Another repository's makes equal files equal chunks, so that `copy` adds little. */
  readonly chunkerPolynomial?: bigint;
  readonly key?: NewKeyOptions;
}

/**
 * Makes an empty repository and opens it. The config comes last: without it there is no repository. The backend belongs
 * to the repository from here on, also if this fails.
 * @throws HoldfastError repository-exists; bad-input for an empty password; or the backend's.
 */
export async function initRepository(
  backend: Backend,
  password: string,
  options: InitOptions = {},
): Promise<OpenRepository> {
  try {
    return await makeRepository(backend, password, options);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

async function makeRepository(
  backend: Backend,
  password: string,
  options: InitOptions,
): Promise<OpenRepository> {
  await assertEmpty(backend);
  const config: Config = {
    version: options.version ?? 2,
    id: randomBytes(ID_BYTES).toString('hex'),
    chunkerPolynomial: options.chunkerPolynomial ?? randomPolynomial(),
  };
  const masterKey = newRepositoryKey();
  await backend.create();
  const keyId = await saveKey(backend, masterKey, password, options.key);
  await saveConfigAlone(backend, { keyId, masterKey, config });
  const wrapped = (await options.wrapBackend?.(backend, config.id)) ?? backend;
  return new OpenRepository({ backend: wrapped, config, masterKey, keyId }, options);
}

/** A config that doesn't show isn't enough: over old keys and packs a new one would make them unreadable. */
async function assertEmpty(backend: Backend): Promise<void> {
  const cannot = `Cannot make a repository in "${backend.location}"`;
  if ((await backend.stat(CONFIG)) !== null) {
    throw new HoldfastError(
      'repository-exists',
      `${cannot}: there is one already, expected none. Use it, or choose another place.`,
    );
  }
  for (const kind of ['key', 'snapshot', 'index', 'pack'] as const) {
    if (!(await hasAny(backend, kind))) continue;
    throw new HoldfastError(
      'repository-exists',
      `${cannot}: there are ${kind} files in it but no config, expected nothing. ` +
        'If a repository was there, bring its config back from a copy; if an init was cut off, empty the place first.',
    );
  }
}

/**
 * Of several inits of one place at once at most one makes the config, and the others take back their keys: beside the
 * config of another a key would open what is no repository, for restic, too. Each saves its key before it looks, so of
 * two at least one sees the other; if both do, neither goes on.
 */
async function saveConfigAlone(
  backend: Backend,
  { keyId, masterKey, config }: { keyId: KeyId; masterKey: RepositoryKey; config: Config },
): Promise<void> {
  const keys = await listAll(backend, 'key');
  if (keys.some(({ name }) => name !== keyId)) return takeBackKey(backend, keyId);
  try {
    await saveConfig(backend, masterKey, config);
  } catch (error) {
    const stored = await backend.load(CONFIG).catch(() => null);
    // Where nothing is there, or ours is, it is as it was for anybody whose storage failed.
    if (stored === null || tryOpen(masterKey, stored) !== null) throw error;
    await takeBackKey(backend, keyId);
  }
}

async function takeBackKey(backend: Backend, keyId: KeyId): Promise<never> {
  const text = `Cannot make a repository in "${backend.location}": another run makes one there at this moment`;
  await backend.remove({ kind: 'key', name: keyId }).catch((cause: unknown) => {
    throw new HoldfastError(
      'repository-exists',
      `${text}, and our key could not be removed again. Remove the file keys/${keyId}: restic may take it for the key ` +
        'of the repository. Then use the repository that is there.',
      { cause },
    );
  });
  throw new HoldfastError('repository-exists', `${text}, expected none. Use that one.`);
}

async function hasAny(backend: Backend, kind: Exclude<FileKind, 'config'>): Promise<boolean> {
  for await (const _ of backend.list(kind)) return true;
  return false;
}

async function saveConfig(backend: Backend, masterKey: RepositoryKey, config: Config): Promise<void> {
  const sealed = seal(masterKey, encodeConfig(config));
  decodeConfig(open(masterKey, sealed, 'the new config'), 'the new config');
  await backend.save(CONFIG, [sealed]);
}
