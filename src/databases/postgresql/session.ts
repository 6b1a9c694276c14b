import { randomBytes } from 'node:crypto';
import { type ByteString, fromBytes, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith } from '../../hosts/exit-status.ts';
import type { Host, RunningCommand } from '../../hosts/host.ts';
import { ToolMessages } from '../tool-output.ts';
import { type PostgresqlAccess, psqlCall } from './access.ts';
import { literal, sql } from './sql.ts';

/** An answer that is larger isn't what we asked for; names and numbers are its fields. */
const MAX_ANSWER_BYTES = 256 * 1024 * 1024;
const MAX_FIELD_BYTES = 1024 * 1024;

/** Then a psql that was told to end is ended. */
const CLOSE_LIMIT_MS = 2000;

/**
 * Rows without decoration, in which a NUL ends each field: no value and no name can hold one. The first error ends it.
 */
const PSQL_ARGS = ['-X', '-q', '-A', '-t', '-z', '-0', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];

interface Waiting {
  readonly marker: string;
  readonly columns: number;
  readonly fields: ByteString[];
  sizeBytes: number;
  readonly resolve: (rows: ByteString[][]) => void;
  readonly reject: (error: unknown) => void;
}

/** One connection to a server through `psql` on a host, for as many questions as one likes: one transaction, if need be. */
export class PsqlSession {
  readonly #host: Host;
  readonly #command: RunningCommand;
  readonly #messages: ToolMessages;
  readonly #ending: AbortController;
  readonly #waiting: Waiting[] = [];
  #rest: Buffer = Buffer.alloc(0);
  #failure: Error | null = null;
  readonly #ended: Promise<void>;

  private constructor(host: Host, command: RunningCommand, messages: ToolMessages, ending: AbortController) {
    this.#host = host;
    this.#command = command;
    this.#messages = messages;
    this.#ending = ending;
    command.stdin.on('error', () => {}); // its end says why
    this.#ended = this.#listen();
  }

  /** Starts one; whether it can connect, the first question tells. @throws what `Host.start` throws. */
  static async start(
    host: Host,
    options: { access: PostgresqlAccess; database: string; signal: AbortSignal },
  ): Promise<PsqlSession> {
    const { access, database } = options;
    const variables = { PGCLIENTENCODING: 'UTF8' };
    const { script, input } = psqlCall(access, PSQL_ARGS, { database, variables });
    const ending = new AbortController();
    const signal = AbortSignal.any([ending.signal, options.signal]);
    const command = await host.start(script, { signal });
    const session = new PsqlSession(host, command, new ToolMessages([access.password ?? '']), ending);
    command.stdin.write(input);
    return session;
  }

  /**
   * Runs `statements` and gives the rows of what they select, each of `columns` fields; NULL is an empty one.
   * @throws HoldfastError command-failed with psql's own words; the session is over then.
   */
  query(statements: ByteString, columns: number): Promise<ByteString[][]> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const marker = randomBytes(16).toString('hex');
    const { promise, resolve, reject } = Promise.withResolvers<ByteString[][]>();
    promise.catch(() => {}); // met by whoever awaits it
    this.#waiting.push({ marker, columns, fields: [], sizeBytes: 0, resolve, reject });
    this.#command.stdin.write(toBytes(sql`${statements};\nSELECT ${literal(marker as ByteString)};\n`));
    return promise;
  }

  /** The one row, or null when there is none. */
  async row(statements: ByteString, columns: number): Promise<ByteString[] | null> {
    return (await this.query(statements, columns))[0] ?? null;
  }

  /** Runs what selects nothing. */
  async run(statements: ByteString): Promise<void> {
    await this.query(statements, 1);
  }

  /** Ends the session, and with it its transaction, which isn't committed. Idempotent; never rejects. */
  async close(): Promise<void> {
    if (this.#waiting.length > 0) this.#ending.abort();
    // A psql that waits for us ends by itself, sooner than it could be ended.
    else this.#command.stdin.end();
    const late = setTimeout(() => this.#ending.abort(), CLOSE_LIMIT_MS);
    await this.#ended;
    clearTimeout(late);
    await this.#command.exited.catch(() => {});
  }

  /** Never rejects. */
  async #listen(): Promise<void> {
    const { stdout, exited } = this.#command;
    exited.catch(() => {});
    const errors = this.#readErrors().catch(() => {});
    try {
      for await (const chunk of stdout) this.#take(chunk);
      const exit = await exited;
      await errors;
      this.#fail(
        new HoldfastError(
          'command-failed',
          `Cannot ask PostgreSQL on "${this.#host.name}": psql ${endedWith(exit)}${this.#messages.shown}.`,
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

  async #readErrors(): Promise<void> {
    let line = '';
    for await (const chunk of this.#command.stderr) {
      const pieces = fromBytes(chunk).split('\n');
      line = (line + (pieces.shift() ?? '')).slice(0, 64 * 1024);
      for (const piece of pieces) {
        this.#messages.add(line as ByteString);
        line = piece;
      }
    }
    this.#messages.add(line as ByteString);
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }

  #take(chunk: Buffer): void {
    let bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0)) {
      this.#takeField(fromBytes(bytes.subarray(0, end)));
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > MAX_FIELD_BYTES) throw this.#unexpected('a field is larger than expected');
    this.#rest = Buffer.from(bytes);
  }

  #takeField(field: ByteString): void {
    const [first] = this.#waiting;
    if (first === undefined) throw this.#unexpected('psql said something that nobody had asked for');
    if (field !== first.marker) {
      first.sizeBytes += field.length;
      if (first.sizeBytes > MAX_ANSWER_BYTES) throw this.#unexpected('an answer is larger than expected');
      first.fields.push(field);
      return;
    }
    this.#waiting.shift();
    if (first.fields.length % first.columns !== 0) {
      first.reject(this.#unexpected('an answer has other columns than expected'));
      return;
    }
    const rows: ByteString[][] = [];
    for (let i = 0; i < first.fields.length; i += first.columns) {
      rows.push(first.fields.slice(i, i + first.columns));
    }
    first.resolve(rows);
  }

  #unexpected(problem: string): HoldfastError {
    return new HoldfastError(
      'command-failed',
      `Cannot ask PostgreSQL on "${this.#host.name}": ${problem}. Look at what psql prints there.`,
    );
  }
}

/** As `PsqlSession.start`. */
export function openSession(
  host: Host,
  access: PostgresqlAccess,
  database: string,
  signal: AbortSignal,
): Promise<PsqlSession> {
  return PsqlSession.start(host, { access, database, signal });
}
