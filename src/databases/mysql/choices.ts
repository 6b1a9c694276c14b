import { HoldfastError } from '../../errors.ts';
import type { DatabaseUrl } from '../database-url.ts';
import { parseDumpName } from '../dump-name.ts';
import { passwordOf } from '../password.ts';
import type { MysqlAccess } from './access.ts';
import type { FingerprintChoices } from './fingerprint.ts';
import { TableFilters } from './table-filters.ts';

/** How the one moment that a dump and its fingerprint are of is held. */
export type LockChoice = 'auto' | 'global' | 'tables' | 'none';

/** What a `mysql:` or `mariadb:` URL says. */
export interface MysqlChoices {
  readonly access: MysqlAccess;
  /** Account of the host that the tools run as; null: the one that we are. */
  readonly runAs: string | null;
  /** Null: every database of users that the server has. */
  readonly databases: readonly string[] | null;
  /** Accounts and grants as a dump of its own. */
  readonly users: 'with' | 'without' | 'only';
  readonly filters: TableFilters;
  readonly fingerprint: FingerprintChoices | null;
  readonly lock: LockChoice;
  readonly lockWaitSeconds: number;
  /** Name of the dump; null: the database's. */
  readonly name: string | null;
  /** As they were given, for the manifest: no secret is among them. */
  readonly given: readonly string[];
}

const DEFAULT_LOCK_WAIT_SECONDS = 30;
const MAX_LOCK_WAIT_SECONDS = 3600;

/**
 * Reads `mysql://user@host:port/database?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
export function readChoices(url: DatabaseUrl, env: NodeJS.ProcessEnv): MysqlChoices {
  const every = url.takeBoolean('all', false);
  const users = url.takeChoice('users', every ? ['with', 'without', 'only'] : ['without', 'with', 'only']);
  const others = url.takeAll('database');
  const fingerprint = url.takeChoice('fingerprint', ['full', 'count', 'none']);
  const upTo = url.takeCount('checksum-up-to', Number.MAX_SAFE_INTEGER);
  const name = url.take('name');
  const filters = new TableFilters(url);
  const named = [...(url.path === '' ? [] : [url.path]), ...others];
  const choices: MysqlChoices = {
    access: readAccess(url, env),
    runAs: url.take('as'),
    databases: every ? null : users === 'only' ? [] : named,
    users,
    filters,
    fingerprint:
      fingerprint === 'none'
        ? null
        : { rows: fingerprint, checksumUpToBytes: upTo ?? Number.POSITIVE_INFINITY },
    lock: url.takeChoice('lock', ['auto', 'global', 'tables', 'none']),
    lockWaitSeconds: url.takeCount('lock-wait', MAX_LOCK_WAIT_SECONDS) ?? DEFAULT_LOCK_WAIT_SECONDS,
    name: name === null ? null : parseDumpName(name, 'the option name'),
    given: [
      ...filters.given,
      ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
      ...(upTo === null ? [] : [`checksum-up-to=${upTo}`]),
    ],
  };
  url.requireAllTaken();
  requireMeaning(choices, url, { every, named });
  return choices;
}

function readAccess(url: DatabaseUrl, env: NodeJS.ProcessEnv): MysqlAccess {
  const socket = url.take('socket');
  if (socket !== null && url.host !== null) throw url.bad('socket', socket, 'no socket beside a host');
  return {
    host: url.host,
    port: url.port,
    socket,
    user: url.user,
    password: passwordOf(url, env),
    tls: url.takeChoice('tls', ['preferred', 'off', 'required', 'verified']),
    tlsCa: url.take('tls-ca'),
    toolFolder: url.take('bin'),
  };
}

function requireMeaning(
  { databases, users, name, access }: MysqlChoices,
  url: DatabaseUrl,
  { every, named }: { every: boolean; named: readonly string[] },
): void {
  const isMeant = every || users === 'only' ? named.length === 0 : named.length > 0;
  if (!isMeant || named.includes('') || new Set(named).size < named.length) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${JSON.stringify(url.shown)}: expected one database (mysql:///app), several (mysql:///app?database=other), ` +
        'all (mysql:///?all=true), or the accounts alone (mysql:///?users=only).',
    );
  }
  if (name !== null && users !== 'only' && databases?.length !== 1)
    throw url.bad('name', name, 'no name for several dumps');
  const words = [access.user, access.host, access.socket, ...named].join('');
  if (words.includes('\0')) throw url.bad('user', '…', 'names without NUL');
}
