import { HoldfastError } from '../../errors.ts';
import { DatabaseUrl } from '../database-url.ts';
import { parseDumpName } from '../dump-name.ts';
import { passwordOf } from '../password.ts';

export const REDIS_SCHEMES: readonly string[] = ['redis', 'valkey'];

/** What a `redis:` URL says: a server to dump, or the file that a restore writes. */
export interface RedisChoices {
  readonly host: string | null;
  readonly port: string | null;
  readonly socket: string | null;
  readonly user: string | null;
  readonly password: string | null;
  readonly tls: boolean;
  readonly tlsCa: string | null;
  readonly toolFolder: string | null;
  readonly runAs: string | null;
  /** The accounts (ACL) as a dump of their own. */
  readonly users: boolean;
  readonly name: string;
  /** Of the RDB that a restore writes; null: none is named. */
  readonly file: string | null;
}

/** `redis:/path/dump.rdb` is a file, `redis://…` a server. @throws HoldfastError bad-input. */
export function redisUrl(text: string, name: string): DatabaseUrl {
  return new DatabaseUrl(text.replace(/^(redis|valkey):\/(?!\/)/, '$1:///'), name, text);
}

/** @throws HoldfastError bad-input. */
export function readChoices(url: DatabaseUrl, env: NodeJS.ProcessEnv): RedisChoices {
  const socket = url.take('socket');
  if (socket !== null && url.host !== null) throw url.bad('socket', socket, 'no socket beside a host');
  const file = url.path === '' ? null : `/${url.path}`;
  const choices: RedisChoices = {
    host: url.host,
    port: url.port,
    socket,
    user: url.user,
    password: passwordOf(url, env),
    tls: url.takeBoolean('tls', false),
    tlsCa: url.take('tls-ca'),
    toolFolder: url.take('bin'),
    runAs: url.take('as'),
    users: url.takeChoice('users', ['without', 'with']) === 'with',
    name: parseDumpName(url.take('name') ?? 'redis.rdb', 'the option name'),
    file,
  };
  url.requireAllTaken();
  if (file !== null && (url.host !== null || /(^|\/)(\.{0,2})$/.test(file) || file.includes('\0'))) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${JSON.stringify(url.shown)}: expected a server with all its databases (redis://host:6379), or, to restore, ` +
        'the absolute path of a file (redis:/var/lib/redis/dump.rdb).',
    );
  }
  return choices;
}
