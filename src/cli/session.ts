import type { Backend } from '../backends/backend.ts';
import { openBackend } from '../backends/location.ts';
import { withRetry } from '../backends/retry.ts';
import type { S3Settings } from '../backends/s3-settings.ts';
import { parseObjectLock, parseStorageOptions } from '../backends/storage-flags.ts';
import { HoldfastError } from '../errors.ts';
import { acquireLock, type ReadAhead } from '../repository/lock.ts';
import { type OpenRepository, openRepository, type RepositoryOptions } from '../repository/open.ts';
import { storageOptions } from '../repository/storage-options.ts';
import { parseDuration } from '../settings/duration.ts';
import { parseTimeMs } from '../settings/time.ts';
import { cacheOptions } from './cache-options.ts';
import type { GlobalFlags } from './flags.ts';
import { readPassword, readSecretFile } from './password.ts';
import type { Task } from './task.ts';

/** How a command locks the repository. Operations that lock by themselves want `none`. */
export type LockNeed = 'none' | 'shared' | 'exclusive';

/** The same, with what is read while the lock settles. */
export interface LockAndAhead {
  readonly lock: LockNeed;
  readonly ahead: (session: Session) => ReadAhead | undefined;
}

/** What a repository's user has: the repository, and a signal that also ends when the lock is lost. */
export interface Session {
  readonly repository: OpenRepository;
  readonly signal: AbortSignal;
}

/** Opens the repository that the flags and the environment name, runs `work` under a lock, and closes everything. */
export async function withRepository<T>(
  task: Task<object>,
  asked: LockNeed | LockAndAhead,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { lock, ahead } = typeof asked === 'string' ? { lock: asked, ahead: () => undefined } : asked;
  const retryForMs = retryLockMs(task.flags);
  const start = await prepareOpening(task);
  const repository = await start();
  try {
    // What was there at a time stays whatever others do now, and nothing can be written beside it.
    if (lock === 'none' || task.flags.asOf !== undefined || (lock === 'shared' && !task.flags.lock)) {
      return await work({ repository, signal: task.signal });
    }
    const session = { repository, signal: task.signal };
    const options = { exclusive: lock === 'exclusive', retryForMs, ahead: ahead(session) };
    return await withLock(task, repository, options, work);
  } finally {
    await repository.close();
  }
}

/**
 * As `withRepository` without a lock, for work that has something else to do while the password is tried, which takes
 * half a second.
 * @param outermost Put around a backend that lies elsewhere.
 */
export async function withOpeningRepository<T>(
  task: Task<object>,
  work: (opening: Promise<OpenRepository>) => Promise<T>,
  outermost?: (backend: Backend) => Backend,
): Promise<T> {
  const start = await prepareOpening(task, { outermost, leavesCores: true });
  const opening = start();
  opening.catch(() => {}); // met by `work`
  try {
    return await work(opening);
  } finally {
    const repository = await opening.catch(() => null);
    await repository?.close();
  }
}

async function withLock<T>(
  task: Task<object>,
  repository: OpenRepository,
  options: { exclusive: boolean; retryForMs: number; ahead: ReadAhead | undefined },
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const held = await acquireLock(repository, {
    ...options,
    onlyReads: !options.exclusive,
    signal: task.signal,
    onWaiting: (message) => task.reporter.onInfo(message),
    onWarning: (message) => task.reporter.onWarning(message),
  });
  try {
    return await work({ repository, signal: AbortSignal.any([task.signal, held.lost]) });
  } finally {
    await held.release();
  }
}

/** Opens the repository; whoever asks for it closes it. */
export async function openOf(task: Task<object>): Promise<OpenRepository> {
  return (await prepareOpening(task))();
}

export interface HowToOpen {
  /** Put around a backend that lies elsewhere. */
  readonly outermost?: ((backend: Backend) => Backend) | undefined;
  /** Told the password, for who has to open the repository by another program. */
  readonly onPassword?: (password: string) => void;
  /** See OpenOptions. */
  readonly leavesCores?: boolean;
}

/** Reads all that opening takes, and asks the person for what is missing. What comes opens the repository. */
export async function prepareOpening(
  task: Task<object>,
  { outermost, onPassword, leavesCores = false }: HowToOpen = {},
): Promise<() => Promise<OpenRepository>> {
  const location = await repositoryLocation(task);
  const backend = await openStorageAt(task, location);
  const options = { ...repositoryOptions(task), ...cacheOptions(task, location, outermost) };
  const password = await readPassword(task.flags, task.terminal, task.signal, backend.location);
  onPassword?.(password);
  return () =>
    openRepository(backend, password, {
      ...options,
      leavesCores,
      keyHint: task.flags.keyHint ?? task.terminal.env['RESTIC_KEY_HINT'],
      signal: task.signal,
      onWarning: (message) => task.reporter.onWarning(message),
    });
}

/**
 * Where the repository's files lie, or shall lie, as the flags and the environment name it. Faults that may pass are
 * tried again, and told. @throws HoldfastError bad-input.
 */
export async function openStorage(task: Task<object>): Promise<Backend> {
  return openStorageAt(task, await repositoryLocation(task));
}

async function openStorageAt(task: Task<object>, location: string): Promise<Backend> {
  const { flags, terminal } = task;
  const caFile = flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined);
  const backend = await openBackend(location, {
    caFile,
    s3: { ...s3Settings(flags), ...flags.s3 },
    asOfMs: asOfMs(flags) ?? undefined,
  });
  return withRetry(backend, { onRetry: (message) => task.reporter.onInfo(message) });
}

/** @throws HoldfastError bad-input. */
export function s3Settings({ option = [], objectLock, objectLockDays }: GlobalFlags): S3Settings {
  const lock = { mode: objectLock ?? null, days: objectLockDays ?? null };
  return {
    ...parseStorageOptions(option, '-o'),
    objectLock: parseObjectLock(lock, { mode: '--object-lock', days: '--object-lock-days' }),
  };
}

/** In ms since 1970, or null: as it is. @throws HoldfastError bad-input. */
export function asOfMs({ asOf }: GlobalFlags): number | null {
  return asOf === undefined ? null : parseTimeMs(asOf, '--as-of');
}

/** How a repository is written, by flags or restic's variables. @throws HoldfastError bad-input. */
export function repositoryOptions({ flags, terminal: { env } }: Task<object>): RepositoryOptions {
  return storageOptions(
    {
      compression: flags.compression ?? (env['RESTIC_COMPRESSION'] || null),
      packSize: flags.packSize ?? (env['RESTIC_PACK_SIZE'] || null),
    },
    { compression: '--compression or RESTIC_COMPRESSION', packSize: '--pack-size or RESTIC_PACK_SIZE' },
  );
}

/** From --repo, --repository-file or their environment variables, in restic's order. @throws HoldfastError bad-input. */
export async function repositoryLocation({ flags, terminal: { env } }: Task<object>): Promise<string> {
  if (flags.repo !== undefined && flags.repositoryFile !== undefined) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use both --repo and --repository-file: expected one of them.',
    );
  }
  // Given empty (an unset variable, say), it isn't the environment's that is meant.
  if (flags.repo !== undefined) return flags.repo;
  if (flags.repositoryFile !== undefined)
    return readSecretFile(flags.repositoryFile, 'the repository’s location');
  if (env['RESTIC_REPOSITORY']) return env['RESTIC_REPOSITORY'];
  if (env['RESTIC_REPOSITORY_FILE']) {
    return readSecretFile(env['RESTIC_REPOSITORY_FILE'], 'the repository’s location');
  }
  throw new HoldfastError(
    'bad-input',
    'Cannot open a repository: none is named. Give -r/--repo, or set RESTIC_REPOSITORY.',
  );
}

export function retryLockMs(flags: GlobalFlags): number {
  return flags.retryLock === undefined ? 0 : parseDuration(flags.retryLock, '--retry-lock');
}
