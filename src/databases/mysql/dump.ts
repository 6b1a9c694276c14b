import { type ByteString, displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { adviceBy } from '../connection-advice.ts';
import { CountedDump } from '../counted-dump.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import { dumpNameOf } from '../dump-name.ts';
import type { Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import { dumpOutput } from '../tool-output.ts';
import { toolCall } from './access.ts';
import type { MysqlChoices } from './choices.ts';
import { DumpContents } from './contents.ts';
import { dumpArgs } from './dump-args.ts';
import { DumpReader } from './dump-reader.ts';
import { notWrittenWhole, whatIsLacking } from './dump-whole.ts';
import {
  counterKey,
  type FingerprintScope,
  listFilled,
  readFingerprint,
  sequenceKey,
} from './fingerprint.ts';
import { lockUntransactional, type Moment, whileHeld } from './moment.ts';
import { type DatabaseFacts, isNamed, type ServerFacts } from './server.ts';
import type { MysqlSession } from './session.ts';
import { shownName, sql } from './sql.ts';
import { isElsewhere, listTables, type Table } from './tables.ts';
import type { Tool } from './tools.ts';
import { USERS_NAME } from './users.ts';
import { lossIn } from './warnings.ts';

export const EXTENSION = 'sql';

const ADVICE = adviceBy([
  [
    /\(1356\)/,
    'The server itself can’t read that view: mend it, drop it, or leave it out by its name: ?exclude-table=NAME.',
  ],
]);

export interface DumpPlan {
  readonly host: Host;
  readonly choices: MysqlChoices;
  readonly database: string;
  readonly facts: ServerFacts;
  readonly databaseFacts: DatabaseFacts;
  readonly tool: Tool;
  /** A session that knows the settings. */
  readonly open: () => Promise<MysqlSession>;
  /** Stops writers, when the dump is to be pinned only once it streams. */
  readonly hold: () => Promise<Moment>;
  readonly isPinned: boolean;
  readonly context: DatabaseContext;
}

/** What is of the dump's moment. */
interface Pinned {
  readonly session: MysqlSession;
  /** Holds tables that no snapshot shows as they were. */
  readonly lock: MysqlSession | null;
  readonly tables: readonly Table[];
  readonly filled: ReadonlySet<ByteString>;
  readonly output: AsyncGenerator<Buffer, void, undefined>;
  readonly first: readonly Buffer[];
}

/**
 * One database's dump, and beside it the fingerprint in a session whose snapshot is of the same moment: both are opened while
 * nobody may write.
 */
export class MysqlDump implements PreparedDump {
  readonly name: string;
  readonly isPinned: boolean;
  readonly #plan: DumpPlan;
  readonly #contents = new DumpContents();
  readonly #reader = new DumpReader(this.#contents);
  readonly #counted: CountedDump;
  readonly #closing = new AbortController();
  readonly #opened: { close(): Promise<void> }[] = [];
  #pinned: Pinned | null = null;
  #fingerprint: Fingerprint | null = null;
  #sizeBytes = 0;
  #warnings: readonly string[] = [];

  constructor(plan: DumpPlan) {
    const { choices, database } = plan;
    this.#plan = plan;
    this.name = choices.name ?? dumpNameOf(database, EXTENSION, choices.users === 'with' ? USERS_NAME : null);
    this.isPinned = plan.isPinned;
    this.#counted = new CountedDump(plan.host, database, { password: choices.access.password, lossIn });
  }

  /**
   * Takes both snapshots: to be called while nobody may write. The dump tool has its own when it has printed more than its head.
   * What isn't read yet, the pipe holds back.
   * @throws HoldfastError dump-failed, and what the host throws.
   */
  async pin(): Promise<void> {
    try {
      this.#pinned = await this.#pin();
    } catch (error) {
      throw this.#counted.explained(error);
    }
    this.#tellOf(this.#pinned);
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const pinned = this.#pinned ?? (await this.#pinLate());
    this.#fingerprint = yield* this.#counted.beside(
      this.#measured(pinned),
      this.#takeFingerprint(pinned),
      () => {
        this.#counted.judged(() => this.#reader.finish());
        const { context } = this.#plan;
        this.#counted.requireNoLoss({ name: this.name, context });
      },
    );
    if (this.#fingerprint !== null) this.#fingerprint = this.#withStreamsValues(this.#fingerprint, pinned);
    await this.#requireStillLocked(pinned.lock);
  }

  async *#measured({ first, output }: Pinned): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of joined(first, output)) {
      this.#sizeBytes += chunk.length;
      yield chunk;
    }
  }

  /** Counters and sequences know no transaction: they are the stream's own. */
  #withStreamsValues(fingerprint: Fingerprint, { tables, filled }: Pinned): Fingerprint {
    const isWhole = this.#plan.choices.filters.given.length === 0;
    const problem = whatIsLacking(this.#contents, { fingerprint, tables, filled, isWhole });
    if (problem !== null) throw this.#counted.failed(problem);
    const { counters, sequences } = this.#contents;
    const values = [
      ...[...counters].map(([name, value]) => [counterKey(name), value]),
      ...[...sequences].map(([name, value]) => [sequenceKey(name), value]),
    ];
    return { ...fingerprint, values: Object.fromEntries(values) };
  }

  /** Had somebody ended the session that holds tables still, they may have been written meanwhile. */
  async #requireStillLocked(lock: MysqlSession | null): Promise<void> {
    try {
      await lock?.run(sql`DO 0`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw this.#counted.failed(
        `the session that kept tables without transactions still has ended: ${reason}`,
      );
    }
    await lock?.close();
  }

  record(): DumpRecord {
    const { choices, facts, databaseFacts, tool, database, isPinned } = this.#plan;
    return {
      name: this.name,
      engine: facts.product,
      database,
      format: 'sql',
      tool: tool.said,
      size_bytes: this.#sizeBytes,
      pinned: isPinned,
      proof: this.#fingerprint === null ? 'deferred' : 'counted',
      options: choices.given,
      warnings: [...this.#counted.messages.lines, ...this.#warnings],
      fingerprint: this.#fingerprint,
      restore: {
        character_set: databaseFacts.characterSet,
        collation: databaseFacts.collation,
        server_version: `${facts.major}.${facts.minor}`,
      },
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    if (this.#pinned !== null) await endOf(this.#pinned.output);
    await Promise.all(this.#opened.map((one) => one.close()));
  }

  #tellOf({ tables, lock }: Pinned): void {
    const { context, database } = this.#plan;
    this.#warnings = notWrittenWhole(tables);
    for (const line of this.#warnings) context.onWarning(`${this.name}: ${line}`);
    if (lock === null) return;
    context.onInfo(
      `${displayText(database)}: tables that aren't InnoDB's are locked till the dump has ended: who writes to them waits`,
    );
  }

  async #pinLate(): Promise<Pinned> {
    await whileHeld(this.#plan.hold, { work: () => this.pin(), giveUp: () => this.close() });
    return this.#pinned as Pinned;
  }

  async #pin(): Promise<Pinned> {
    const { open, choices } = this.#plan;
    const database = fromText(this.#plan.database);
    const session = await this.#open(open);
    await session.run(
      sql`SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ; START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY`,
    );
    const all = await listTables(session, database);
    const tables = all.filter((table) => choices.filters.isDumped(table));
    if (tables.length === 0 && (choices.filters.isPositive || all.length > 0)) throw this.#nothingFits();
    const counted = tables.filter(
      (table) => table.kind === 'table' && choices.filters.hasRows(table) && !isElsewhere(table),
    );
    const filled = await listFilled(session, database, counted);
    if (!choices.filters.isPositive) await this.#requireEndingEvents(session, database);
    const lock = choices.lock === 'none' ? null : await lockUntransactional(open, database, tables);
    if (lock !== null) this.#opened.push(lock);
    const output = this.#run(tables);
    this.#opened.push({ close: () => endOf(output) });
    const first: Buffer[] = [];
    while (!this.#reader.isPastHead) {
      const { value, done } = await output.next();
      if (done === true) break;
      this.#counted.judged(() => this.#reader.push(value));
      first.push(Buffer.from(value)); // whose bytes are gone when the next are asked for
    }
    return { session, lock, tables, filled, output: this.#watched(output), first };
  }

  async #open(open: () => Promise<MysqlSession>): Promise<MysqlSession> {
    const session = await open();
    this.#opened.push(session);
    return session;
  }

  async *#watched(output: AsyncGenerator<Buffer, void, undefined>): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of output) {
      this.#counted.judged(() => this.#reader.push(chunk));
      yield chunk;
    }
  }

  /** In the text of one with `;;` the dump tools look for another delimiter for ever (`create_delimiter` of mysqldump.c). */
  async #requireEndingEvents(session: MysqlSession, database: ByteString): Promise<void> {
    const row = await session.row(
      sql`SELECT event_name FROM information_schema.events WHERE ${isNamed('event_schema', database)}
        AND CONCAT_WS(' ', definer, event_name, event_definition, event_comment) LIKE '%;;%' LIMIT 1`,
      1,
    );
    if (row === null) return;
    throw this.#counted.failed(
      `the event ${shownName(row[0] ?? ('' as ByteString))} has two semicolons side by side in its text, at which the dump tool never ` +
        'ends: write a space between them (ALTER EVENT)',
    );
  }

  /** The tool takes no names for all tables. */
  #nothingFits(): HoldfastError {
    const { choices, database } = this.#plan;
    return new HoldfastError(
      'dump-failed',
      `Cannot ${this.#counted.what}: no table of ${quoted(database)} fits ${choices.filters.given.join(', ')}, expected one at ` +
        'least. Look at the names; nothing was dumped.',
    );
  }

  #run(tables: readonly Table[]): AsyncGenerator<Buffer, void, undefined> {
    const { host, choices, tool, database, context } = this.#plan;
    const args = dumpArgs(tool.product, { database, tables, filters: choices.filters });
    const { script, input } = toolCall(choices.access, tool, args);
    const signal = AbortSignal.any([context.signal, this.#closing.signal]);
    const { messages, what } = this.#counted;
    return dumpOutput({ host, script, input, messages, signal, what, advice: ADVICE });
  }

  /** Its session ends as soon as it can: nobody who wants to alter a table waits for it. */
  async #takeFingerprint({ session, tables }: Pinned): Promise<Fingerprint | null> {
    const { facts, databaseFacts, choices, database } = this.#plan;
    if (choices.fingerprint === null) {
      await session.close();
      return null;
    }
    const scope: FingerprintScope = {
      database: fromText(database),
      tables,
      hasRowsOf: (table) => choices.filters.hasRows(table),
      choices: choices.fingerprint,
      digest: 'sha256',
    };
    const fingerprint = await readFingerprint(session, facts, databaseFacts, scope);
    await session.close();
    return fingerprint;
  }
}

async function* joined(
  ...parts: (Iterable<Buffer> | AsyncIterable<Buffer>)[]
): AsyncGenerator<Buffer, void, undefined> {
  for (const part of parts) yield* part;
}

async function endOf(output: AsyncGenerator<Buffer, void, undefined>): Promise<void> {
  await output.return().catch(() => {});
}
