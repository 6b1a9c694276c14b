import { createHash } from 'node:crypto';
import type { StoredDump } from '../../databases/database.ts';
import { parseRedis } from '../../databases/databases.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { LoadedRedis } from '../../databases/redis/loaded.ts';
import { isOlder } from '../../databases/versions.ts';
import { startDaemon } from './daemon.ts';
import {
  type DumpPlace,
  type EngineService,
  type RunningService,
  type ServicePlace,
  tooOld,
} from './service.ts';

export const redisService: EngineService = {
  role: 'redis',
  title: 'Redis',
  engine: 'redis',
  accounts: ['redis', 'valkey'],
  versionOf: ({ restore }) => /(\d{1,9}\.\d{1,9})/.exec(restore['server_version'] ?? '')?.[1] ?? null,
  start: startRedis,
};

const PREPARE = `server=$(find_program redis-server valkey-server) || lacks redis-server 'Redis or Valkey server'
client=$(find_program redis-cli valkey-cli) || lacks redis-cli 'client of Redis or Valkey'
check=$(find_program redis-check-rdb valkey-check-rdb) || lacks redis-check-rdb 'redis-check-rdb'`;

/**
 * A replica of nobody: it keeps keys whose time is over, so that as many are there as were dumped, and lets nobody write. It
 * never saves: the file that it loaded stays what it is.
 */
const OPTIONS = `--port 0 --save '' --appendonly no --replicaof 127.0.0.1 1 --dir "$PWD"`;

/** A dump is loaded when a server starts: until then it is looked at that there is one. */
async function startRedis(place: ServicePlace): Promise<RunningService> {
  const { folder } = place;
  const [text = '', tools = '', checkTool = ''] = await startDaemon(place, {
    title: 'Redis',
    prepare: PREPARE,
    command: null,
    isReady: 'true',
    facts: `"$server" --version\ndirname "$client"\necho "$check"`,
  });
  const [, version = ''] = /v=(\d+\.\d+)/.exec(text) ?? [];
  return {
    version,
    folder,
    variables: { REDIS_SOCKET: `${folder}/s` },
    requireFit: (record) => {
      const dumped = redisService.versionOf(record) ?? '';
      if (isOlder(version, dumped)) throw tooOld(redisService, record, { is: version, expected: dumped });
    },
    open: (record) =>
      record.format === 'acl' ? aclPlace(place) : rdbPlace(place, record, { toolFolder: tools, checkTool }),
  };
}

function rdbPlace(
  place: ServicePlace,
  { name }: DumpRecord,
  { toolFolder, checkTool }: { toolFolder: string; checkTool: string },
): DumpPlace {
  const file = `${place.folder}/dump.rdb`;
  const hash = createHash('sha256');
  let sha256 = '';
  const choices = {
    ...NO_CHOICES,
    socket: `${place.folder}/s`,
    toolFolder,
    name,
    file,
  };
  return {
    order: 0,
    database: new LoadedRedis({ choices, file, checkTool, sha256: () => sha256 }),
    restore: async (dump, context) => {
      const hashed: StoredDump = { ...dump, content: () => through(dump.content(), hash.update.bind(hash)) };
      await parseRedis(file).restore(place.host, hashed, { overwrite: false }, context);
      sha256 = hash.digest('hex');
      await startDaemon(place, {
        title: 'Redis',
        prepare: PREPARE,
        command: `"$server" ${OPTIONS} --dbfilename dump.rdb --unixsocket "$PWD/s"`,
        isReady: `[ "$("$client" -s "$PWD/s" INFO persistence | grep -c '^loading:0')" = 1 ]`,
        facts: 'true',
      });
      return '';
    },
  };
}

/** The server must take the accounts; they would keep us out of the one that has the data. */
function aclPlace(place: ServicePlace): DumpPlace {
  const file = `${place.folder}/users.acl`;
  return {
    order: 1,
    database: null,
    restore: async (dump, context) => {
      await parseRedis(file).restore(place.host, dump, { overwrite: false }, context);
      await startDaemon(place, {
        title: 'Redis with the dumped accounts',
        prepare: PREPARE,
        command: `"$server" ${OPTIONS} --dbfilename none.rdb --aclfile "$PWD/users.acl" --unixsocket "$PWD/a"`,
        isReady: '[ -S a ]',
        facts: 'kill $pid',
      });
      return '';
    },
  };
}

const NO_CHOICES = {
  host: null,
  port: null,
  user: null,
  password: null,
  tls: false,
  tlsCa: null,
  runAs: null,
  users: false,
};

async function* through(
  stream: AsyncIterable<Uint8Array>,
  look: (chunk: Uint8Array) => unknown,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    look(chunk);
    yield chunk;
  }
}
