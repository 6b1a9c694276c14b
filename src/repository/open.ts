import type { Backend } from '../backends/backend.ts';
import { open, type RepositoryKey } from '../crypto/seal.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { reasonOf } from './check-finding.ts';
import { type Config, decodeConfig } from './format/config.ts';
import { type FoundKey, findKey } from './key-store.ts';
import { OpenRepository, type RepositoryOptions } from './open-repository.ts';
import { readAgainIfAltered } from './second-read.ts';

export type { OpenRepository, RepositoryOptions } from './open-repository.ts';

export interface OpenOptions extends RepositoryOptions {
  readonly signal?: AbortSignal;
  /** ID of the key that the password opens, or its beginning: it is tried first. */
  readonly keyHint?: string | undefined;
  /** Something else is done while the key is derived: half of the cores are left to it. Default false. */
  readonly leavesCores?: boolean;
}

/**
 * Opens a repository with a password. Nothing is locked or loaded yet. The backend belongs to the repository from
 * here on, also if this fails.
 * @throws HoldfastError repository-missing, wrong-password, repository-damaged, repository-unsupported, or the
 * backend's.
 */
export async function openRepository(
  backend: Backend,
  password: string,
  options: OpenOptions = {},
): Promise<OpenRepository> {
  try {
    return await unlock(backend, password, options);
  } catch (error) {
    await backend.close();
    throw error;
  }
}

async function unlock(backend: Backend, password: string, options: OpenOptions): Promise<OpenRepository> {
  const { signal } = options;
  const file = { kind: 'config', name: '' } as const;
  if ((await backend.stat(file, signal)) === null) {
    throw new HoldfastError(
      'repository-missing',
      `Cannot open repository "${backend.location}": there is no config in it, expected one. ` +
        'Check the location, or make a repository there with init.',
    );
  }
  const what = `the config of repository "${backend.location}"`;
  const configBy = (masterKey: RepositoryKey) =>
    readAgainIfAltered(async () =>
      decodeConfig(open(masterKey, await backend.load(file, undefined, signal), what), what),
    );
  const { id: keyId, masterKey, config } = await keyAndConfig(backend, password, configBy, options);
  const wrapped = (await options.wrapBackend?.(backend, config.id)) ?? backend;
  return new OpenRepository({ backend: wrapped, keyId, masterKey, config }, options);
}

/** The key that the password and the config both fit. */
async function keyAndConfig(
  backend: Backend,
  password: string,
  configBy: (masterKey: RepositoryKey) => Promise<Config>,
  options: OpenOptions,
): Promise<FoundKey & { readonly config: Config }> {
  let config: Config | null = null;
  let damage: unknown = null;
  const fits = async (masterKey: RepositoryKey): Promise<boolean> => {
    try {
      config = await configBy(masterKey);
    } catch (error) {
      if (asHoldfastError(error)?.code !== 'repository-damaged') throw error;
      damage ??= error;
    }
    return config !== null;
  };
  const { onWarning, keyHint, signal, leavesCores } = options;
  const found = await findKey(backend, password, { onWarning, keyHint, signal, leavesCores, fits }).catch(
    (error: unknown) => {
      throw damage === null ? error : configDamaged(damage);
    },
  );
  if (config === null) throw new HoldfastError('internal', 'A key was found without its config.');
  return { ...found, config };
}

/** No check gets past it, and nothing but the file itself mends it. */
function configDamaged(error: unknown): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `${reasonOf(error)} Without it nothing in the repository can be read. Put the file "config" back from a copy of the repository: it is what it was since init.`,
    { cause: error },
  );
}
