import { HoldfastError } from '../../errors.ts';
import type { DatabaseUrl } from '../database-url.ts';
import { parseDumpName } from '../dump-name.ts';
import { passwordOf } from '../password.ts';

/** How a cluster is reached from the host that curl runs on. */
export interface OpensearchAccess {
  /** `https://search.example:9200`, without a slash at its end. */
  readonly origin: string;
  readonly user: string | null;
  readonly password: string | null;
  /** File on the host with the certificates that are trusted; null: the system's. */
  readonly caCertificate: string | null;
}

/** What an `opensearch:` or `elasticsearch:` URL says. */
export interface OpensearchChoices {
  readonly access: OpensearchAccess;
  /** Account of the host that curl and tar run as; null: the one that we are. */
  readonly runAs: string | null;
  /** As it is registered in the cluster; null: a restore from files needs none. */
  readonly repository: string | null;
  /** Names, in which `*` stands for anything; none: every index whose name doesn't begin with a dot. */
  readonly indexes: readonly string[];
  /** `files`: the dump is the repository's folder. `reference`: it only says which snapshot it is. Null: as the repository's type asks for. */
  readonly content: DumpContent | null;
  /** `count`: documents are counted, not read. */
  readonly fingerprint: 'full' | 'count';
  /** A larger index is only counted. */
  readonly checksumUpToBytes: number;
  readonly name: string | null;
  /** Put before each index's name by a restore. */
  readonly prefix: string;
  /** Folder that a restore unpacks into, where the cluster may register repositories; null: the first that it allows. */
  readonly workFolder: string | null;
  /** For how long a snapshot or a restore may take. */
  readonly timeLimitMs: number;
  /** As they were given, for the manifest: no secret is among them. */
  readonly given: readonly string[];
}

export type DumpContent = 'files' | 'reference';

const DEFAULT_HOST = 'localhost';
const DEFAULT_PORT = '9200';
const DEFAULT_TIME_LIMIT_MINUTES = 240;
const MAX_TIME_LIMIT_MINUTES = 10_080;
const MINUTE_MS = 60_000;

/** What both engines take for a repository's name, and what needs no care in a path. */
const REPOSITORY = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/;
/** What both engines take for an index's name, with our `*`; a dot may begin a hidden one. */
const INDEX = /^[^A-Z\s\\/?"<>|,#:\0]{1,255}$/;
const PREFIX = /^[a-z0-9][a-z0-9_.-]{0,60}$/;

/**
 * Reads `opensearch://user@host:port/repository?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
export function readOpensearchChoices(url: DatabaseUrl, env: NodeJS.ProcessEnv): OpensearchChoices {
  const indexes = url.takeAll('index');
  const badIndex = indexes.find((index) => !INDEX.test(index));
  if (badIndex !== undefined)
    throw url.bad('index', badIndex, 'an index’s name in lower case, or one with *');
  const fingerprint = url.takeChoice('fingerprint', ['full', 'count']);
  const upTo = url.takeCount('checksum-up-to', Number.MAX_SAFE_INTEGER);
  const name = url.take('name');
  const content = url.takeChoice('content', ['auto', 'files', 'reference']);
  const minutes = url.takeCount('time-limit-minutes', MAX_TIME_LIMIT_MINUTES) ?? DEFAULT_TIME_LIMIT_MINUTES;
  const choices: OpensearchChoices = {
    access: readAccess(url, env),
    runAs: url.take('as'),
    repository: readRepository(url),
    indexes,
    content: content === 'auto' ? null : content,
    fingerprint,
    checksumUpToBytes: upTo ?? Number.POSITIVE_INFINITY,
    name: name === null ? null : parseDumpName(name, 'the option name'),
    prefix: readPrefix(url),
    workFolder: readFolder(url, 'work-folder'),
    timeLimitMs: minutes * MINUTE_MS,
    given: [
      ...indexes.map((index) => `index=${index}`),
      ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
      ...(upTo === null ? [] : [`checksum-up-to=${upTo}`]),
    ],
  };
  url.requireAllTaken();
  return choices;
}

function readAccess(url: DatabaseUrl, env: NodeJS.ProcessEnv): OpensearchAccess {
  const named = url.take('password-env');
  const password = passwordOf(url, env);
  if (named !== null && url.user === null)
    throw url.bad('password-env', named, 'a user in the URL beside it');
  if (url.user?.includes(':')) throw url.bad('user', url.user, 'a name without a colon');
  const scheme = url.takeBoolean('tls', true) ? 'https' : 'http';
  const host = url.host ?? DEFAULT_HOST;
  if (!/^[A-Za-z0-9._:-]+$/.test(host)) throw url.bad('host', host, 'a host’s name or address');
  return {
    origin: `${scheme}://${host.includes(':') ? `[${host}]` : host}:${url.port ?? DEFAULT_PORT}`,
    user: url.user,
    password: url.user === null ? null : password,
    caCertificate: readFolder(url, 'ca'),
  };
}

function readRepository(url: DatabaseUrl): string | null {
  if (url.path === '') return null;
  if (REPOSITORY.test(url.path)) return url.path;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${JSON.stringify(url.shown)}: the snapshot repository is ${JSON.stringify(url.path)}, expected the name that one ` +
      'is registered under: letters, digits, dots, dashes or underscores.',
  );
}

function readPrefix(url: DatabaseUrl): string {
  const prefix = url.take('prefix');
  if (prefix !== null && !PREFIX.test(prefix))
    throw url.bad('prefix', prefix, 'what an index’s name may begin with: small letters, digits, _ . -');
  return prefix ?? '';
}

function readFolder(url: DatabaseUrl, option: string): string | null {
  const folder = url.take(option);
  if (folder !== null && !folder.startsWith('/')) throw url.bad(option, folder, 'an absolute path');
  return folder;
}
