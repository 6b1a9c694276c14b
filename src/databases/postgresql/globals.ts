import type { Host } from '../../hosts/host.ts';
import { BrokenDump } from '../broken-dump.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import type { DumpRecord } from '../record.ts';
import { dumpFailed, dumpOutput, ToolMessages } from '../tool-output.ts';
import { toolCall } from './access.ts';
import type { PostgresqlChoices } from './choices.ts';
import { DumpContents } from './contents.ts';
import { CLUSTER_END, PlainDump } from './plain.ts';
import type { Tool } from './tools.ts';
import { lossIn } from './warnings.ts';

export const GLOBALS_NAME = 'globals.sql';

/** Roles, tablespaces and what is granted on them, by `pg_dumpall --globals-only`: of a server, not of a database. */
export class GlobalsDump implements PreparedDump {
  readonly name: string;
  /** pg_dumpall takes no snapshot. It takes an instant. */
  readonly isPinned = false;
  readonly #tool: Tool;
  readonly #host: Host;
  readonly #messages: ToolMessages;
  readonly #closing = new AbortController();
  readonly #output: AsyncGenerator<Buffer, void, undefined>;
  #sizeBytes = 0;

  constructor(
    host: Host,
    choices: PostgresqlChoices,
    database: string,
    tool: Tool,
    { signal }: DatabaseContext,
  ) {
    this.name = choices.globals === 'only' ? (choices.name ?? GLOBALS_NAME) : GLOBALS_NAME;
    this.#host = host;
    this.#tool = tool;
    this.#messages = new ToolMessages([choices.access.password ?? ''], (line) => lossIn([line]) !== null);
    const args = ['--globals-only', '--no-password', `--database=dbname=${connectionWord(database)}`];
    const { script, input } = toolCall(choices.access, tool.path, args, { database });
    this.#output = dumpOutput({
      host,
      script,
      input,
      messages: this.#messages,
      signal: AbortSignal.any([signal, this.#closing.signal]),
      what: WHAT,
    });
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const reader = new PlainDump(new DumpContents(), CLUSTER_END);
    for await (const chunk of this.#output) {
      this.#sizeBytes += chunk.length;
      reader.push(chunk);
      yield chunk;
    }
    try {
      reader.finish();
    } catch (error) {
      if (!(error instanceof BrokenDump)) throw error;
      throw dumpFailed(WHAT, this.#host, `${error.message}${this.#messages.shown}`);
    }
    const loss = lossIn(this.#messages.lines);
    if (loss !== null) throw dumpFailed(WHAT, this.#host, `pg_dumpall left something out: "${loss}"`);
  }

  record(): DumpRecord {
    return {
      name: this.name,
      engine: 'postgresql',
      database: null,
      format: 'globals',
      tool: this.#tool.version,
      size_bytes: this.#sizeBytes,
      pinned: false,
      proof: 'deferred',
      options: [],
      warnings: this.#messages.lines,
      fingerprint: null,
      restore: {},
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#output.return().catch(() => {});
  }
}

const WHAT = 'dump roles and tablespaces';

/** A database's name in a connection string: as a word of its own, a name with `=` would be taken for one. */
export function connectionWord(database: string): string {
  return `'${database.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
