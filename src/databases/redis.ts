import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import type {
  Database,
  DatabaseContext,
  PreparedDump,
  RestoredDatabase,
  RestoreTerms,
  StoredDump,
} from './database.ts';
import type { DatabaseUrl } from './database-url.ts';
import { Engine } from './engine.ts';
import { FINGERPRINT_VERSION, type Fingerprint } from './fingerprint.ts';
import type { DumpRecord } from './record.ts';
import { type RedisChoices, readChoices } from './redis/choices.ts';
import {
  askServer,
  type Client,
  clientCall,
  findClient,
  parseInfo,
  type ServerFacts,
} from './redis/client.ts';
import { BrokenRdb, rdbOf } from './redis/rdb-stream.ts';
import { dumpFailed, dumpOutput, ToolMessages } from './tool-output.ts';

/** `redis://user@host:port?option=value`, of Redis and Valkey. @throws HoldfastError bad-input. */
export function redisDatabase(url: DatabaseUrl, env: NodeJS.ProcessEnv): Database {
  return new Redis(url, readChoices(url, env));
}

class Redis extends Engine<RedisChoices> implements Database {
  async prepareDumps(login: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    const choices = this.choices;
    if (choices.file !== null) {
      throw new HoldfastError(
        'bad-input',
        `Cannot dump ${JSON.stringify(this.shown)}: it names a file, expected a server: redis://host:6379. Its dump holds all ` +
          'databases.',
      );
    }
    const host = this.hostOf(login);
    const { signal } = context;
    const client = await findClient(host, choices, signal);
    const facts = parseInfo(await askServer(host, choices, { client, command: ['INFO'], signal }));
    if (facts.isCluster) {
      context.onWarning(
        `${displayText(this.shown)}: one node of a cluster: the others' keys need dumps of their own`,
      );
    }
    const plan = { host, choices, client, facts, context };
    return [...(choices.users ? [new AclDump(plan)] : []), new RdbDump(plan)];
  }

  async restore(
    login: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { restoreRedis } = await import('./redis/restore.ts');
    return restoreRedis(this.hostOf(login), this.choices, dump, terms, context);
  }
}

interface RedisPlan {
  readonly host: Host;
  readonly choices: RedisChoices;
  readonly client: Client;
  readonly facts: ServerFacts;
  readonly context: DatabaseContext;
}

/** What the two dumps' records have in common. */
function recordOf(
  { facts, client }: RedisPlan,
  own: Pick<DumpRecord, 'name' | 'format' | 'size_bytes'>,
): DumpRecord {
  return {
    ...own,
    engine: 'redis',
    database: null,
    tool: client.version,
    pinned: false,
    proof: 'deferred',
    options: [],
    warnings: [],
    fingerprint: own.format === 'rdb' ? fingerprintOf(facts) : null,
    restore: { server_version: facts.version },
  };
}

/**
 * How many keys each database had just before the dump: to be told from yesterday's. It is of another moment than the dump, and
 * keys expire while it is loaded: nothing is compared with it.
 */
function fingerprintOf({ version, keyspace }: ServerFacts): Fingerprint {
  const counts = Object.entries(keyspace).map(([name, { keys }]) => [name, { rows: keys, checksum: null }]);
  const expiring = Object.entries(keyspace).map(([name, { expires }]) => [
    `${name} keys that expire`,
    String(expires),
  ]);
  return {
    fingerprint_version: FINGERPRINT_VERSION,
    tables: Object.fromEntries(counts),
    values: {},
    schema: {},
    facts: { 'server version': version, ...Object.fromEntries(expiring) },
    rows: 'count',
  };
}

/** The RDB that the server makes for us as for a replica: of the moment at which it forks, some time after it was asked. */
class RdbDump implements PreparedDump {
  readonly name: string;
  /** Redis can't be told when. */
  readonly isPinned = false;
  readonly #plan: RedisPlan;
  readonly #messages: ToolMessages;
  readonly #closing = new AbortController();
  readonly #output: AsyncGenerator<Buffer, void, undefined>;
  #sizeBytes = 0;

  constructor(plan: RedisPlan) {
    this.name = plan.choices.name;
    this.#plan = plan;
    const { host, choices, client, context } = plan;
    this.#messages = new ToolMessages([choices.password ?? '']);
    this.#output = dumpOutput({
      host,
      ...clientCall(choices, client, ['--rdb', '-']),
      messages: this.#messages,
      signal: AbortSignal.any([context.signal, this.#closing.signal]),
      what: WHAT,
    });
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      for await (const chunk of rdbOf(this.#output)) {
        this.#sizeBytes += chunk.length;
        yield chunk;
      }
    } catch (error) {
      if (!(error instanceof BrokenRdb)) throw error;
      throw dumpFailed(WHAT, this.#plan.host, `the RDB is broken: ${error.message}${this.#messages.shown}`);
    }
  }

  record(): DumpRecord {
    return recordOf(this.#plan, { name: this.name, format: 'rdb', size_bytes: this.#sizeBytes });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#output.return().catch(() => {});
  }
}

const WHAT = 'dump Redis';

/** The accounts as an ACL file has them, a line each. Passwords are in it as the server keeps them, hashed. */
class AclDump implements PreparedDump {
  readonly name = 'redis-users.acl';
  readonly isPinned = false;
  readonly #plan: RedisPlan;
  #sizeBytes = 0;

  constructor(plan: RedisPlan) {
    this.#plan = plan;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const { host, choices, client, context } = this.#plan;
    const answer = await askServer(host, choices, {
      client,
      command: ['ACL', 'LIST'],
      signal: context.signal,
    });
    const lines = answer.split('\n').filter((line) => line !== '');
    if (lines.length === 0 || !lines.every((line) => line.startsWith('user '))) {
      throw dumpFailed('dump the accounts of Redis', host, 'the server’s list of them is none');
    }
    const bytes = Buffer.from(answer, 'utf8');
    this.#sizeBytes = bytes.length;
    yield bytes;
  }

  record(): DumpRecord {
    return recordOf(this.#plan, { name: this.name, format: 'acl', size_bytes: this.#sizeBytes });
  }

  async close(): Promise<void> {}
}
