import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { DatabaseContext } from '../database.ts';
import type { DatabaseFindings, DrilledDatabase, Tampering } from '../drilled.ts';
import type { DumpRecord } from '../record.ts';
import { ToolMessages } from '../tool-output.ts';
import type { RedisChoices } from './choices.ts';
import { askServer, clientCall, findClient, parseInfo } from './client.ts';

/** What a server of a drill's own has loaded, and of what. */
export interface LoadedRdb {
  /** The socket, and nothing else. */
  readonly choices: RedisChoices;
  readonly file: string;
  /** `redis-check-rdb`, or another's. */
  readonly checkTool: string;
  /** Of the dump in the repository, in hex. */
  readonly sha256: () => string;
}

/** Deletes any one key of a database: KEYS of a script are for clusters. */
const DELETE_ANY = "redis.call('SELECT', ARGV[1]); return redis.call('DEL', redis.call('RANDOMKEY'))";

/**
 * A dump that a server has loaded. No fingerprint of what it held is of the dump's own moment, so that two other things are
 * compared: the file that was loaded, byte by byte, with the dump, of which the server checks the checksum as it loads it; and
 * how many keys the server has with how many another program counts in the file. The server was started as a replica, which
 * keeps keys whose time is over.
 */
export class LoadedRedis implements DrilledDatabase {
  readonly #loaded: LoadedRdb;

  constructor(loaded: LoadedRdb) {
    this.#loaded = loaded;
  }

  async compare(
    host: Host,
    record: DumpRecord,
    tampering: Tampering,
    { signal }: DatabaseContext,
  ): Promise<DatabaseFindings> {
    const { file, checkTool, sha256 } = this.#loaded;
    const tampered = tampering === 'nothing' ? null : await this.#deleteKey(host, signal);
    const path = quote(fromText(file));
    const script = `sha256sum <${path} && exec ${quote(fromText(checkTool))} ${path}`;
    const { stdout } = await runSuccessfully(host, `check the RDB ${record.name}`, script, { signal });
    const text = stdout.toString('latin1');
    const [, inFile] = /\[info\] (\d+) keys read/.exec(text) ?? [];
    if (inFile === undefined) throw unreadable(host, checkTool);
    const keyspace = await this.#keyspace(host, signal);
    const keys = Object.values(keyspace).reduce((sum, count) => sum + count, 0);
    const differences: string[] = [];
    if (!text.startsWith(`${sha256()} `)) differences.push('the file that was loaded: it isn’t the dump');
    if (keys !== Number(inFile)) differences.push(`table keys: ${keys} keys, expected ${inFile}`);
    return {
      differences,
      remarks: [
        'the file is the dump, byte by byte; of what was loaded the keys were counted',
        ...remarksOn(record, keyspace),
      ],
      tables: Object.keys(keyspace).length,
      rows: Number(inFile),
      onlyCounted: [],
      countedRows: 0,
      tampered,
    };
  }

  /** @param statement A command that changes nothing: `GET name`. What it answers, as redis-cli prints it. */
  async ask(
    host: Host,
    _record: DumpRecord,
    statement: string,
    { signal }: DatabaseContext,
  ): Promise<string> {
    const { choices } = this.#loaded;
    const client = await findClient(host, choices, signal);
    const { script } = clientCall(choices, client, []);
    const stdin = Buffer.from(`${statement.replaceAll('\n', ' ')}\n`, 'utf8');
    const { exit, stdout, stderr } = await runToEnd(host, script, { stdin, limitBytes: LIMIT_BYTES, signal });
    const answer = displayText(stdout.toString('utf8').trimEnd());
    // The client ends well when the server answers an error.
    if (isSuccess(exit) && !/^[A-Z]{3,20} /.test(answer)) return answer;
    const messages = new ToolMessages().addAll(stderr);
    messages.add(fromText(answer));
    throw new HoldfastError(
      'command-failed',
      `Cannot ask Redis on "${host.name}"${messages.shown}, expected an answer. Correct the command: it must only read.`,
    );
  }

  async #keyspace(host: Host, signal: AbortSignal): Promise<Record<string, number>> {
    const { choices } = this.#loaded;
    const client = await findClient(host, choices, signal);
    const { keyspace } = parseInfo(await askServer(host, choices, { client, command: ['INFO'], signal }));
    return Object.fromEntries(Object.entries(keyspace).map(([name, { keys }]) => [name, keys]));
  }

  async #deleteKey(host: Host, signal: AbortSignal): Promise<string> {
    const { choices } = this.#loaded;
    const [name] = Object.keys(await this.#keyspace(host, signal));
    if (name === undefined) {
      throw new HoldfastError(
        'command-failed',
        `Cannot tamper with Redis on "${host.name}": it holds no key, expected one. A drill of nothing proves nothing.`,
      );
    }
    const client = await findClient(host, choices, signal);
    const ask = (...command: string[]) => askServer(host, choices, { client, command, signal });
    await ask('CONFIG', 'SET', 'replica-read-only', 'no');
    await ask('EVAL', DELETE_ANY, '0', name.slice('db'.length));
    return 'keys';
  }
}

const LIMIT_BYTES = 1024 * 1024;

/** What the server told just before the dump is of another moment: keys may have come and gone. */
function remarksOn({ fingerprint }: DumpRecord, keyspace: Readonly<Record<string, number>>): string[] {
  return Object.entries(fingerprint?.tables ?? {}).flatMap(([name, { rows }]) =>
    rows === (keyspace[name] ?? 0)
      ? []
      : [`${displayText(name)} had ${rows} keys just before it was dumped, and has ${keyspace[name] ?? 0}`],
  );
}

function unreadable(host: Host, tool: string): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot count the keys of an RDB on "${host.name}": ${JSON.stringify(tool)} doesn't tell how many it read, expected "… keys ` +
      'read". Use an image with the server’s own tool.',
  );
}
