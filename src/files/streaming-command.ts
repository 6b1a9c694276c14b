import { once } from 'node:events';
import { type ByteString, fromBytes, toBytes } from '../bytestring.ts';
import { freeNow } from '../free-buffer.ts';
import type { ExitStatus, Host, RunningCommand } from '../hosts/host.ts';

/** A longer line of stderr is cut: four times the longest path, escaped, with room for the message. */
const MAX_LINE_BYTES = 64 * 1024;
/** Names gathered for one write to the command's stdin. */
const NAMES_WRITE_BYTES = 32 * 1024;

export interface StreamingOptions {
  /** Given to the command on stdin, each ended by NUL. None: stdin ends at once. */
  readonly names?: Iterable<ByteString> | undefined;
  /** Given to the command on stdin as it is, before the names. */
  readonly input?: Uint8Array | undefined;
  /** Called for each line that the command prints on stderr, without its newline. */
  readonly onErrorLine: (line: ByteString) => void;
  readonly signal?: AbortSignal | undefined;
}

/**
 * A command on a host that is fed names while its stdout streams out: the three streams are pumped side by side, so
 * that none can block another. Use: iterate `output` to its end, then `finish`; `end` in any case.
 */
export class StreamingCommand {
  readonly #command: RunningCommand;
  readonly #ending: AbortController;
  readonly #exited: Promise<ExitStatus>;
  readonly #errors: Promise<void>;
  #finished = false;
  #isDrained = false;

  private constructor(command: RunningCommand, ending: AbortController, options: StreamingOptions) {
    this.#command = command;
    this.#ending = ending;
    this.#exited = command.exited;
    this.#exited.catch(() => {}); // met by `output`, `finish` or `end`
    // What breaks the streams breaks `exited` too, which says why.
    this.#errors = readLines(command.stderr, options.onErrorLine).catch(() => {});
    command.stdin.on('error', () => {}); // a command that ends before it has read all says so by its exit status
    if (options.input !== undefined) command.stdin.write(options.input);
    void feed(command, options.names ?? []).catch(() => {});
  }

  /** @throws HoldfastError as `Host.start` does. */
  static async start(host: Host, script: string, options: StreamingOptions): Promise<StreamingCommand> {
    const ending = new AbortController();
    const signal = AbortSignal.any([
      ending.signal,
      ...(options.signal === undefined ? [] : [options.signal]),
    ]);
    return new StreamingCommand(await host.start(script, { signal }), ending, options);
  }

  /**
   * The command's stdout, to be read once. What was given is gone when the next is asked for: copy what you keep.
   * @throws HoldfastError as `RunningCommand.exited` does.
   */
  async *output(): AsyncGenerator<Buffer, void, undefined> {
    try {
      for await (const chunk of this.#command.stdout) {
        yield chunk;
        freeNow(chunk);
      }
      this.#isDrained = true;
    } catch (error) {
      await this.#exited; // why the stream broke, if the host knows
      throw error;
    }
  }

  /** Whether `output` came to its end, so that `finish` will say how the command ended by itself. */
  get isDrained(): boolean {
    return this.#isDrained;
  }

  /** How the command ended, after all that it printed was read. @throws HoldfastError as `RunningCommand.exited`. */
  async finish(): Promise<ExitStatus> {
    const [exit] = await Promise.all([this.#exited, this.#errors]);
    this.#finished = true;
    return exit;
  }

  /** Ends the command if it still runs, and waits until it is gone. Idempotent. */
  async end(): Promise<void> {
    if (this.#finished) return;
    this.#finished = true;
    this.#ending.abort();
    this.#command.stdout.destroy();
    this.#command.stderr.destroy();
    await this.#exited.catch(() => {});
  }
}

async function feed(command: RunningCommand, names: Iterable<ByteString>): Promise<void> {
  const { stdin } = command;
  let text = '';
  for (const name of names) {
    text += `${name}\0`;
    if (text.length < NAMES_WRITE_BYTES) continue;
    if (stdin.destroyed) return;
    if (!stdin.write(toBytes(text as ByteString))) await once(stdin, 'drain');
    text = '';
  }
  stdin.end(toBytes(text as ByteString));
}

async function readLines(stream: AsyncIterable<Buffer>, onLine: (line: ByteString) => void): Promise<void> {
  let line = '';
  for await (const chunk of stream) {
    const pieces = fromBytes(chunk).split('\n');
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) {
        onLine(line as ByteString);
        line = '';
      }
      line = (line + piece).slice(0, MAX_LINE_BYTES);
    }
  }
  if (line !== '') onLine(line as ByteString);
}
