import { HoldfastError } from '../errors.ts';
import { endedWith, isSuccess } from '../hosts/exit-status.ts';
import type { Host } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';
import type { Database, DatabaseContext, PreparedDump, RestoredDatabase, StoredDump } from './database.ts';
import { parseDumpName } from './dump-name.ts';
import type { DumpRecord } from './record.ts';
import { dumpOutput, ToolMessages } from './tool-output.ts';

export const COMMAND_SCHEME = 'command';

/**
 * Any producer and consumer of a stream: `command:NAME=SHELL COMMAND`. When dumping, what the command prints is the dump
 * NAME; when restoring, the command reads it on stdin. What it printed isn't known to be whole but by its exit status.
 *
 * @param name Of the flag or input, for messages.
 * @throws HoldfastError bad-input.
 */
export function commandDatabase(text: string, name: string): Database {
  const [, dumpName = '', command = ''] = /^command:([^=]*)=(.*)$/s.exec(text) ?? [];
  if (command.trim() === '') {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${name}: it is ${JSON.stringify(text)}, expected command:NAME=SHELL COMMAND.`,
    );
  }
  return new CommandDatabase(parseDumpName(dumpName, `the name in ${name}`), command);
}

class CommandDatabase implements Database {
  readonly shown: string;
  readonly #name: string;
  readonly #command: string;

  constructor(name: string, command: string) {
    this.shown = `command:${name}`;
    this.#name = name;
    this.#command = command;
  }

  async prepareDumps(host: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    return [new CommandDump(this.#name, this.#command, host, context)];
  }

  async restore(
    host: Host,
    { content }: StoredDump,
    _terms: unknown,
    { signal }: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { exit, stderr } = await runToEnd(host, this.#command, untilItFails(content(), signal));
    if (!isSuccess(exit)) {
      const messages = new ToolMessages().addAll(stderr);
      throw new HoldfastError(
        'command-failed',
        `Cannot restore the dump ${this.#name} on "${host.name}": the command ${endedWith(exit)}${messages.shown}, ` +
          'expected exit status 0. See what it has done so far before you run it again.',
      );
    }
    return { database: null, movedAside: null, verified: null };
  }
}

/**
 * To a command the end of what it reads looks the same whether all was sent or reading failed: then it is ended before it
 * can take a part for the whole.
 */
function untilItFails(content: AsyncIterable<Uint8Array>, signal: AbortSignal) {
  const failed = new AbortController();
  async function* watched(): AsyncGenerator<Uint8Array> {
    try {
      yield* content;
    } catch (error) {
      failed.abort(error);
      throw error;
    }
  }
  return { stdin: watched(), signal: AbortSignal.any([signal, failed.signal]) };
}

class CommandDump implements PreparedDump {
  readonly name: string;
  /** Nobody knows when the command looks at its data. */
  readonly isPinned = false;
  readonly #messages = new ToolMessages();
  readonly #closing = new AbortController();
  readonly #output: AsyncGenerator<Buffer, void, undefined>;
  #sizeBytes = 0;

  constructor(name: string, command: string, host: Host, { signal }: DatabaseContext) {
    this.name = name;
    this.#output = dumpOutput({
      host,
      script: command,
      messages: this.#messages,
      signal: AbortSignal.any([signal, this.#closing.signal]),
      what: `make the dump ${name}`,
    });
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    for await (const chunk of this.#output) {
      this.#sizeBytes += chunk.length;
      yield chunk;
    }
  }

  record(): DumpRecord {
    return {
      name: this.name,
      engine: COMMAND_SCHEME,
      database: null,
      format: 'stream',
      tool: '',
      size_bytes: this.#sizeBytes,
      pinned: false,
      proof: 'none',
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
