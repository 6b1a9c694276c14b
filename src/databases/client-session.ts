import { randomBytes } from 'node:crypto';
import { type ByteString, fromBytes, toBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { endedWith } from '../hosts/exit-status.ts';
import type { Host, RunningCommand } from '../hosts/host.ts';
import type { Advice } from './connection-advice.ts';
import type { ToolMessages } from './tool-output.ts';

/** An answer that is larger isn't what was asked for; names, numbers and definitions are its records. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const MAX_RECORD_BYTES = 64 * 1024 * 1024;

/** Then a client that was told to end is ended. */
const CLOSE_LIMIT_MS = 2000;

/** How a database's own client is spoken to. */
export interface ClientProtocol {
  /** For messages: `MariaDB`. */
  readonly server: string;
  /** For messages: `mariadb`. */
  readonly client: string;
  /** The byte that ends each record of what it prints; none may hold it. */
  readonly separator: number;
  /** `statements`, followed by one that makes the client print `marker` (32 hex digits) as a record of its own. */
  question(statements: ByteString, marker: string): ByteString;
  /** The record that the client prints of `marker`. */
  answerOf(marker: string): string;
  /** When it can't get in. */
  readonly advice: Advice;
}

interface Waiting {
  readonly answer: string;
  readonly records: ByteString[];
  sizeBytes: number;
  /** Takes what is printed before the answer as it comes, whatever it is. */
  readonly onBytes: ((bytes: Buffer) => void) | null;
  readonly resolve: (records: ByteString[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * One connection to a database through its own client on a host, for as many questions as one likes: one transaction, if
 * need be. The client must end at its first error.
 */
export class ClientSession {
  readonly #host: Host;
  readonly #protocol: ClientProtocol;
  readonly #command: RunningCommand;
  readonly #messages: ToolMessages;
  readonly #ending: AbortController;
  readonly #waiting: Waiting[] = [];
  /** Of the record that isn't whole yet. */
  #parts: Buffer[] = [];
  #partBytes = 0;
  #failure: Error | null = null;
  readonly #ended: Promise<void>;

  private constructor(
    host: Host,
    protocol: ClientProtocol,
    command: RunningCommand,
    messages: ToolMessages,
    ending: AbortController,
  ) {
    this.#host = host;
    this.#protocol = protocol;
    this.#command = command;
    this.#messages = messages;
    this.#ending = ending;
    command.stdin.on('error', () => {}); // its end says why
    this.#ended = this.#listen();
  }

  /**
   * Starts one; whether it can connect, the first question tells.
   * @param input What the script reads before the client does: a password's line.
   * @param messages Takes what the client says of errors.
   * @throws what `Host.start` throws.
   */
  static async start(
    host: Host,
    protocol: ClientProtocol,
    options: { script: string; input: Buffer; messages: ToolMessages; signal: AbortSignal },
  ): Promise<ClientSession> {
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, options.signal]);
    const command = await host.start(options.script, { signal });
    const session = new ClientSession(host, protocol, command, options.messages, ending);
    command.stdin.write(options.input);
    return session;
  }

  /**
   * Runs `statements` and gives the records of what they print.
   * @throws HoldfastError command-failed with the client's own words; the session is over then.
   */
  ask(statements: ByteString): Promise<ByteString[]> {
    return this.#ask(statements, null);
  }

  /**
   * Runs `statements`, and passes on what they print, in which no separator is, as it comes: of whatever size it is.
   * @throws as `ask`, and what `onBytes` throws.
   */
  async askBytes(statements: ByteString, onBytes: (bytes: Buffer) => void): Promise<void> {
    await this.#ask(statements, onBytes);
  }

  #ask(statements: ByteString, onBytes: Waiting['onBytes']): Promise<ByteString[]> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const marker = randomBytes(16).toString('hex');
    const { promise, resolve, reject } = Promise.withResolvers<ByteString[]>();
    promise.catch(() => {}); // met by whoever awaits it
    const answer = this.#protocol.answerOf(marker);
    this.#waiting.push({ answer, records: [], sizeBytes: 0, onBytes, resolve, reject });
    this.#command.stdin.write(toBytes(this.#protocol.question(statements, marker)));
    return promise;
  }

  /** Ends the session, and with it its transaction, which isn't committed. Idempotent; never rejects. */
  async close(): Promise<void> {
    if (this.#waiting.length > 0) this.#ending.abort();
    // A client that waits for us ends by itself, sooner than it could be ended.
    else this.#command.stdin.end();
    const late = setTimeout(() => this.#ending.abort(), CLOSE_LIMIT_MS);
    await this.#ended;
    clearTimeout(late);
    await this.#command.exited.catch(() => {});
  }

  unexpected(problem: string): HoldfastError {
    const { server, client } = this.#protocol;
    return new HoldfastError(
      'command-failed',
      `Cannot ask ${server} on "${this.#host.name}": ${problem}. Look at what ${client} prints there.`,
    );
  }

  /** Never rejects. */
  async #listen(): Promise<void> {
    const { stdout, exited } = this.#command;
    const { server, client } = this.#protocol;
    exited.catch(() => {});
    const errors = this.#messages.read(this.#command.stderr).catch(() => {});
    try {
      for await (const chunk of stdout) this.#take(chunk);
      const exit = await exited;
      await errors;
      this.#fail(
        new HoldfastError(
          'command-failed',
          `Cannot ask ${server} on "${this.#host.name}": ${client} ${endedWith(exit)}${this.#messages.shown}.` +
            this.#protocol.advice(this.#messages.shown),
        ),
      );
    } catch (error) {
      const known = await exited.then(
        () => error,
        (reason: unknown) => reason,
      );
      this.#fail(known as Error);
      this.#ending.abort();
    }
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }

  #take(chunk: Buffer): void {
    let from = 0;
    const { separator } = this.#protocol;
    for (let end = chunk.indexOf(separator); end >= 0; end = chunk.indexOf(separator, from)) {
      this.#keep(chunk.subarray(from, end));
      from = end + 1;
      const record = fromBytes(Buffer.concat(this.#parts));
      this.#parts = [];
      this.#partBytes = 0;
      this.#takeRecord(record);
    }
    if (from < chunk.length) this.#keep(Buffer.from(chunk.subarray(from)));
  }

  #keep(part: Buffer): void {
    const [first] = this.#waiting;
    if (first?.onBytes) this.#passOn(part, first.onBytes, first.answer.length);
    else this.#keepForRecord(part);
  }

  /** All but what may be the answer. */
  #passOn(part: Buffer, onBytes: (bytes: Buffer) => void, answerBytes: number): void {
    const held = Buffer.concat([...this.#parts, part]);
    const ready = Math.max(0, held.length - answerBytes);
    if (ready > 0) onBytes(held.subarray(0, ready));
    this.#parts = [held.subarray(ready)];
  }

  #keepForRecord(part: Buffer): void {
    this.#partBytes += part.length;
    if (this.#partBytes > MAX_RECORD_BYTES) throw this.unexpected('a record is larger than expected');
    this.#parts.push(part);
  }

  #takeRecord(record: ByteString): void {
    const [first] = this.#waiting;
    if (first === undefined) {
      throw this.unexpected(`${this.#protocol.client} said something that nobody had asked for`);
    }
    if (record === first.answer) {
      this.#waiting.shift();
      first.resolve(first.records);
      return;
    }
    if (first.onBytes !== null)
      throw this.unexpected(`${this.#protocol.client} printed another end than expected`);
    first.sizeBytes += record.length;
    if (first.sizeBytes > MAX_ANSWER_BYTES) throw this.unexpected('an answer is larger than expected');
    first.records.push(record);
  }
}

/** `fields` as rows of so many columns each. @returns null when they don't come out even. */
export function rowsOf(fields: readonly ByteString[], columns: number): ByteString[][] | null {
  if (fields.length % columns !== 0) return null;
  const rows: ByteString[][] = [];
  for (let i = 0; i < fields.length; i += columns) rows.push(fields.slice(i, i + columns));
  return rows;
}
