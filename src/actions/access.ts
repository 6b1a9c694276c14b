import { readFile } from 'node:fs/promises';
import type { Backend } from '../backends/backend.ts';
import { holdsCredentials, openBackend } from '../backends/location.ts';
import { withRetry } from '../backends/retry.ts';
import type { S3Settings } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';
import { notice } from '../github/annotations.ts';
import { booleanInput, listInput, requiredInput, textInput, untrimmedInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { parseHostAddress, withoutPassword } from '../hosts/address.ts';
import type { ConnectOptions } from '../hosts/connect-options.ts';
import { parseContainerAddress } from '../hosts/container-address.ts';
import type { Host } from '../hosts/host.ts';
import { becomeOf, sshClientOf } from '../hosts/host-access.ts';
import { isCertainlyPath, isKeyText } from '../hosts/key-text.ts';
import type { OpenRepository, RepositoryOptions } from '../repository/open.ts';
import { asWritten, requireAsPrinted } from '../repository/recovery-code.ts';
import { parseDuration } from '../settings/duration.ts';
import { environmentSecret, secretText } from '../settings/secret.ts';
import { parseTimeMs } from '../settings/time.ts';
import type { WayToHost } from '../settings/undo-command.ts';
import { systemErrorText } from '../system-error.ts';
import { type CacheInputs, cacheOptions, readCacheInputs } from './cache.ts';
import { openOrMake } from './open-or-make.ts';
import type { StageTools } from './stage.ts';
import { readStorageInputs } from './storage-inputs.ts';
import { unfinished } from './unfinished.ts';

/** Where files are and how to get there, from the inputs that every action has for it. */
export interface HostAccess {
  readonly on: string;
  readonly options: ConnectOptions;
}

/** The repository that the inputs name. The passwords are masked already. */
export interface RepositoryAccess {
  readonly location: string;
  readonly password: string;
  /** The same as it was given: a recovery code may be written otherwise. */
  readonly givenPassword: string;
  readonly retryLockMs: number;
  /** Make it where there is none. */
  readonly init: boolean;
  /** A dry run writes nothing: with `init` it goes on as if an empty repository were there. */
  readonly dryRun?: boolean;
  /** How it is written. */
  readonly storage?: Pick<RepositoryOptions, 'compression' | 'packSizeBytes'>;
  /** How it is reached, if it is in S3. */
  readonly s3?: S3Settings | undefined;
  /** Of one that is made: where it cuts files. Default: at places of its own. */
  readonly chunkerPolynomial?: bigint;
  /** Read it as it was then, in ms since 1970; null: as it is. */
  readonly asOfMs?: number | null;
  /** Default: none. */
  readonly cache?: CacheInputs | null;
}

/** @throws HoldfastError bad-input. */
export function readHostAccess(): HostAccess {
  const on = requiredInput(
    'on',
    'Say which host it is: `local` (the runner itself), or `ssh://user@host:port`.',
  );
  parseHostAddress(on); // before it is shown anywhere: what can't be one may hold a password
  const password = secretInput('ssh-password');
  return {
    on,
    options: {
      client: sshClientOf(textInput('ssh-client'), 'the input `ssh-client`'),
      identity: secretInput('identity'),
      passphrase: secretInput('identity-passphrase'),
      password,
      knownHosts: textInput('known-hosts') ?? undefined,
      jump: listInput('jump'),
      become: becomeOf(textInput('become'), 'the input `become`'),
      container: containerInput(),
      // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
      agent: password === undefined ? process.env['SSH_AUTH_SOCK'] : undefined,
    },
  };
}

/** @throws HoldfastError bad-input, before anything is begun. */
function containerInput(): string | undefined {
  const container = textInput('container') ?? undefined;
  if (container !== undefined) parseContainerAddress(container);
  return container;
}

/** How a step got to its host, for people who go there by themselves. */
export interface ShownWay extends WayToHost {
  /** Inputs that it logged in by and whose secrets can't be shown. */
  readonly secrets: readonly ('identity' | 'ssh-password')[];
}

export interface ShownPlaces {
  readonly way: ShownWay;
  readonly repository: string | null;
}

/** Of the inputs, whether they are right or wrong, for people: without passwords that may stand in them. */
export function shownPlaces(): ShownPlaces {
  const location = textInput('repository');
  return {
    way: shownWay(),
    repository: location === null || holdsCredentials(location) ? null : location,
  };
}

function shownWay(): ShownWay {
  const identity = textInput('identity');
  const isPath = identity !== null && isIdentityPath(identity);
  const secrets: ShownWay['secrets'][number][] = [];
  if (identity !== null && !isPath) secrets.push('identity');
  if (textInput('ssh-password') !== null) secrets.push('ssh-password');
  return {
    on: withoutPassword(textInput('on') ?? '?'),
    identity: isPath ? identity : undefined,
    knownHosts: textInput('known-hosts') ?? undefined,
    jump: listInput('jump').map(withoutPassword),
    become: textInput('become') ?? undefined,
    sshClient: textInput('ssh-client') ?? undefined,
    container: textInput('container') ?? undefined,
    secrets,
  };
}

/** @throws HoldfastError bad-input. */
export async function readRepositoryAccess(): Promise<RepositoryAccess> {
  const location = textInput('repository') ?? process.env['RESTIC_REPOSITORY'] ?? '';
  if (location === '') {
    throw new HoldfastError(
      'bad-input',
      'Cannot start: the input `repository` is missing. Give the repository’s location, such as `/srv/backup`.',
    );
  }
  maskStorageSecrets();
  const s3 = readStorageInputs();
  const givenPassword = await readPassword();
  const password = asWritten(givenPassword);
  mask(password);
  const retryLock = textInput('retry-lock');
  const asOf = textInput('as-of');
  return {
    location,
    s3,
    asOfMs: asOf === null ? null : parseTimeMs(asOf, 'the input `as-of`'),
    password,
    givenPassword,
    retryLockMs: retryLock === null ? 0 : parseDuration(retryLock, 'the input `retry-lock`'),
    init: booleanInput('init'),
    // What is there as of a time isn't what is there: it would be forgotten.
    cache: asOf === null ? readCacheInputs(location) : null,
  };
}

export async function connect(access: HostAccess, { reporter, signal }: StageTools): Promise<Host> {
  const { connectHost } = await import('../hosts/connect.ts');
  const { container } = access.options;
  reporter.onInfo(container === undefined ? `Host: ${access.on}` : `Container: ${container} on ${access.on}`);
  const temporary = { temporaryFolder: process.env['RUNNER_TEMP'], onSecretFolder: unfinished.secretFolder };
  return connectHost(access.on, { ...access.options, ...temporary, signal });
}

/**
 * Opens the repository, or makes it if the inputs say so and there is none.
 * @param outermost Put around a backend that lies elsewhere.
 */
export async function openRepositoryOf(
  access: RepositoryAccess,
  tools: StageTools,
  outermost?: (backend: Backend) => Backend,
): Promise<OpenRepository> {
  const { openRepository } = await import('../repository/open.ts');
  const { reporter, signal } = tools;
  const options = {
    ...access.storage,
    ...cacheOptions(access, tools, outermost),
    signal,
    onWarning: (message: string) => reporter.onWarning(message),
  };
  const open = async () => openRepository(await openStorage(access, tools), access.password, options);
  if (!access.init) return open();
  const make = access.dryRun === true ? supposeRepository : makeRepository;
  return openOrMake(open, () => make(access, tools, options), signal);
}

/** An empty one that is nowhere but in memory. */
async function supposeRepository(access: RepositoryAccess, tools: StageTools): Promise<OpenRepository> {
  requireFit(access.givenPassword);
  const [{ initRepository }, { createMemoryBackend }] = await Promise.all([
    import('../repository/init.ts'),
    import('../backends/memory.ts'),
  ]);
  const storage = await openStorage(access, tools);
  await storage.close();
  const { location } = storage;
  notice(
    'No repository yet',
    `There is none at ${location}. A dry run makes none: it goes on as if an empty one were there.`,
  );
  return initRepository(createMemoryBackend(location), access.password, { ...access.storage });
}

async function makeRepository(
  access: RepositoryAccess,
  tools: StageTools,
  options: RepositoryOptions,
): Promise<OpenRepository> {
  requireFit(access.givenPassword);
  const { initRepository } = await import('../repository/init.ts');
  const repository = await initRepository(await openStorage(access, tools), access.password, {
    ...options,
    ...(access.chunkerPolynomial === undefined ? {} : { chunkerPolynomial: access.chunkerPolynomial }),
  });
  notice('Repository made', `There was none at ${repository.location}. ${ONE_KEY}`);
  return repository;
}

/** Of a password for a new repository. @throws HoldfastError bad-input. */
function requireFit(password: string): void {
  requireAsPrinted(password);
  requireWhole(password);
}

/**
 * Inputs lose the white space around them, as a password file does, and RESTIC_PASSWORD doesn't: whoever has the secret as it was
 * kept would find, when all else is lost, that it opens nothing.
 * @throws HoldfastError bad-input.
 */
function requireWhole(password: string): void {
  for (const name of ['password', 'copy-to-password']) {
    const given = untrimmedInput(name).replace(/[\r\n]+$/, '');
    if (given.trim() !== password || given === password) continue;
    throw new HoldfastError(
      'bad-input',
      `Cannot make a repository with the input \`${name}\`: white space stands around it, which an action leaves out and ` +
        'other programs may not. Set the secret without it.',
    );
  }
}

/** Faults of the storage that may pass are tried again, and told. */
async function openStorage(access: RepositoryAccess, { reporter }: StageTools): Promise<Backend> {
  const backend = await openBackend(access.location, {
    caFile: process.env['RESTIC_CACERT'] || undefined,
    s3: access.s3,
    asOfMs: access.asOfMs ?? undefined,
  });
  return withRetry(backend, { onRetry: (message) => reporter.onInfo(message) });
}

const ONE_KEY =
  'The password is its only key, and GitHub never shows a secret again: make a second one with `holdfast key add --recovery`.';

/** No message of ours holds them; what else runs in the job may print its environment. */
export function maskStorageSecrets(): void {
  for (const name of ['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) mask(process.env[name] ?? '');
}

async function readPassword(): Promise<string> {
  const given = textInput('password') ?? passwordFromEnvironment() ?? (await passwordFromFile());
  if (given === null || given === '') {
    throw new HoldfastError(
      'bad-input',
      'Cannot start: the input `password` is missing or empty. Give it a secret of yours, such as `secrets.BACKUP_PASSWORD`. ' +
        '(Secrets are empty in pull requests from forks.)',
    );
  }
  mask(given);
  return given;
}

function passwordFromEnvironment(): string | null {
  return environmentSecret(process.env['RESTIC_PASSWORD'], 'RESTIC_PASSWORD');
}

async function passwordFromFile(): Promise<string | null> {
  const file = process.env['RESTIC_PASSWORD_FILE'];
  if (!file) return null;
  const where = JSON.stringify(file);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new HoldfastError(
      'bad-input',
      `Cannot read the password from ${where}: ${systemErrorText(cause)}.`,
      { cause },
    );
  });
  return secretText(bytes, 'the password', where);
}

/** Longer than any relative path that somebody would give, shorter than any key in base64. */
const LONGEST_RELATIVE_PATH = 64;

/** A path is no secret; the text of a key is, also a mangled one. */
function isIdentityPath(value: string): boolean {
  if (isKeyText(value)) return false;
  return isCertainlyPath(value) || (value.length <= LONGEST_RELATIVE_PATH && !/\s/.test(value));
}

function secretInput(name: string): string | undefined {
  const value = textInput(name);
  if (value === null) return undefined;
  if (name !== 'identity' || !isIdentityPath(value)) mask(value);
  return value;
}
