import { type ByteString, displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import { dumpNameOf } from '../dump-name.ts';
import type { Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import { dumpFailed, dumpOutput, ToolMessages } from '../tool-output.ts';
import { toolCall } from './access.ts';
import type { MysqlChoices } from './choices.ts';
import { BrokenDump, DumpContents } from './contents.ts';
import { DumpReader } from './dump-reader.ts';
import {
  counterKey,
  type FingerprintScope,
  listFilled,
  readFingerprint,
  sequenceKey,
} from './fingerprint.ts';
import { lockUntransactional, type Moment, whileHeld } from './moment.ts';
import type { Product } from './product.ts';
import type { DatabaseFacts, ServerFacts } from './server.ts';
import type { MysqlSession } from './session.ts';
import { sql } from './sql.ts';
import { listTables, type Table } from './tables.ts';
import type { Tool } from './tools.ts';
import { lossIn } from './warnings.ts';

export const EXTENSION = 'sql';

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
  readonly #messages: ToolMessages;
  readonly #closing = new AbortController();
  readonly #opened: { close(): Promise<void> }[] = [];
  #pinned: Pinned | null = null;
  #fingerprint: Fingerprint | null = null;
  #sizeBytes = 0;
  #warnings: string[] = [];

  constructor(plan: DumpPlan) {
    const { choices, database } = plan;
    this.#plan = plan;
    this.name = choices.name ?? dumpNameOf(database, EXTENSION);
    this.isPinned = plan.isPinned;
    this.#messages = new ToolMessages([choices.access.password ?? '']);
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
      throw this.#explained(error);
    }
    this.#tellOfTables(this.#pinned);
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const pinned = this.#pinned ?? (await this.#pinLate());
    const fingerprint = this.#takeFingerprint(pinned);
    let failure: unknown = null;
    fingerprint.catch((error: unknown) => {
      failure = error;
    });
    for await (const chunk of chunksOf(pinned)) {
      if (failure !== null) throw this.#explained(failure);
      this.#sizeBytes += chunk.length;
      yield chunk;
    }
    this.#judged(() => this.#reader.finish());
    this.#requireNoLoss();
    try {
      this.#fingerprint = await fingerprint;
    } catch (error) {
      throw this.#explained(error);
    }
    this.#requireAll(pinned);
    await this.#requireStillLocked(pinned.lock);
  }

  /** Had somebody ended the session that holds tables still, they may have been written meanwhile. */
  async #requireStillLocked(lock: MysqlSession | null): Promise<void> {
    try {
      await lock?.run(sql`DO 0`);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw this.#failed(`the session that kept tables without transactions still has ended: ${reason}`);
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
      warnings: [...this.#messages.lines, ...this.#warnings],
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
    const counted = tables.filter((table) => table.kind === 'table' && choices.filters.hasRows(table));
    const filled = await listFilled(session, database, counted);
    const lock = choices.lock === 'none' ? null : await lockUntransactional(open, database, tables);
    if (lock !== null) this.#opened.push(lock);
    const output = this.#run(tables);
    this.#opened.push({ close: () => endOf(output) });
    const first: Buffer[] = [];
    while (!this.#reader.isPastHead) {
      const { value, done } = await output.next();
      if (done === true) break;
      this.#judged(() => this.#reader.push(value));
      first.push(value);
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
      this.#judged(() => this.#reader.push(chunk));
      yield chunk;
    }
  }

  /** The tool takes no names for all tables. */
  #nothingFits(): HoldfastError {
    const { choices, database } = this.#plan;
    return new HoldfastError(
      'dump-failed',
      `Cannot dump ${this.#what}: no table of the database ${quoted(database)} fits ${choices.filters.given.join(', ')}, expected one at ` +
        'least. Look at the names; nothing was dumped.',
    );
  }

  #run(tables: readonly Table[]): AsyncGenerator<Buffer, void, undefined> {
    const { host, choices, tool, database, context } = this.#plan;
    const { filters } = choices;
    const withoutRows = tables.filter((table) => !filters.hasRows(table));
    const args = [
      ...DUMP_ARGS[tool.product],
      ...(filters.isPositive ? [] : ['--routines', '--events']),
      ...withoutRows.map(({ name }) => `--ignore-table-data=${database}.${toUtf8(name)}`),
      '--',
      database,
    ].map(fromText);
    // Named one by one where some are left out: a name may hold anything.
    const names = filters.given.length === 0 ? [] : tables.map(({ name }) => name);
    const { script, input } = toolCall(choices.access, tool, [...args, ...names]);
    const signal = AbortSignal.any([context.signal, this.#closing.signal]);
    return dumpOutput({ host, script, input, messages: this.#messages, signal, what: this.#what });
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

  /** Every table that was counted must be in the stream, with as many rows. The counters are the stream's own. */
  #requireAll({ tables, filled }: Pinned): void {
    const fingerprint = this.#fingerprint;
    if (fingerprint === null) return;
    for (const table of tables) {
      const counted = fingerprint.tables[table.shown];
      if (table.kind === 'table') this.#requireRows(table, counted?.rows ?? null, filled);
    }
    this.#requireObjects(fingerprint, tables);
    const { counters, sequences } = this.#contents;
    this.#fingerprint = {
      ...fingerprint,
      values: {
        ...Object.fromEntries([...counters].map(([name, value]) => [counterKey(name), value])),
        ...Object.fromEntries([...sequences].map(([name, value]) => [sequenceKey(name), value])),
      },
    };
  }

  #requireRows({ name, shown }: Table, counted: number | null, filled: ReadonlySet<ByteString>): void {
    const { tables, rows } = this.#contents;
    if (!tables.has(name)) throw this.#failed(`it lacks table ${shown}, which the server has`);
    if (counted === 0 && filled.has(name)) {
      throw this.#failed(`table ${shown} was emptied (TRUNCATE) after the dump's moment: dump again`);
    }
    const dumped = rows.get(name) ?? 0;
    if (counted === null || dumped === counted) return;
    const expected = `expected ${counted} rows as the server counts in the same moment`;
    throw this.#failed(`it has ${dumped} rows of table ${shown}, ${expected}`);
  }

  #requireObjects({ schema }: Fingerprint, tables: readonly Table[]): void {
    const views = tables.filter(({ kind }) => kind === 'view').length;
    const isWhole = this.#plan.choices.filters.given.length === 0;
    for (const kind of ['views', 'routines', 'triggers', 'events'] as const) {
      const expected = kind === 'views' ? views : Number((schema[kind] ?? '0').split(' ', 1)[0]);
      const dumped = this.#contents.objects[kind];
      if (dumped === expected || (kind !== 'views' && !isWhole)) continue;
      throw this.#failed(`it has ${dumped} ${kind}, expected ${expected} as the server has`);
    }
  }

  #requireNoLoss(): void {
    const loss = lossIn(this.#messages.lines);
    if (loss !== null) throw this.#failed(`the dump tool left something out: "${loss}"`);
    for (const line of this.#messages.lines) this.#plan.context.onWarning(`${this.name}: ${line}`);
  }

  /** What a dump of these doesn't hold, or what it asks of others. */
  #tellOfTables({ tables, lock }: Pinned): void {
    const { context } = this.#plan;
    const tell = (some: readonly Table[], problem: string) => {
      if (some.length === 0) return;
      const named = some.slice(0, MAX_NAMED).map(({ shown }) => shown);
      const more = some.length > MAX_NAMED ? ` and ${some.length - MAX_NAMED} more` : '';
      const line = `${named.join(', ')}${more}: ${problem}`;
      this.#warnings.push(line);
      context.onWarning(`${this.name}: ${line}`);
    };
    const hasFloat = tables.filter(({ columns }) => columns.some(({ dataType }) => dataType === 'float'));
    tell(hasFloat, 'the dump tool writes six digits of FLOAT columns; DOUBLE ones it writes whole');
    tell(
      tables.filter(({ isVersioned }) => isVersioned),
      'rows as they are now are dumped, not their history',
    );
    if (lock !== null) {
      context.onInfo(
        `${displayText(this.#plan.database)}: tables that aren't InnoDB's are locked till the dump has ended: who writes to them waits`,
      );
    }
  }

  #judged(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof BrokenDump)) throw error;
      throw this.#failed(`the dump is broken: ${error.message}${this.#messages.shown}`);
    }
  }

  get #what(): string {
    return `dump the database ${quoted(this.#plan.database)}`;
  }

  #failed(problem: string): HoldfastError {
    return dumpFailed(this.#what, this.#plan.host, problem);
  }

  #explained(error: unknown): unknown {
    if (!(error instanceof HoldfastError) || error.code !== 'command-failed') return error;
    return new HoldfastError(
      'dump-failed',
      `Cannot take the fingerprint of the database ${quoted(this.#plan.database)}: ${error.message} ` +
        'Nothing of it was kept as a dump.',
      { cause: error },
    );
  }
}

async function* chunksOf({ first, output }: Pinned): AsyncGenerator<Buffer, void, undefined> {
  yield* first;
  yield* output;
}

async function endOf(output: AsyncGenerator<Buffer, void, undefined>): Promise<void> {
  await output.return().catch(() => {});
}

/** As text that the shell's words are made of. */
function toUtf8(name: ByteString): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}

const MAX_NAMED = 5;

const COMMON_ARGS = [
  '--single-transaction',
  '--quick',
  '--triggers',
  '--hex-blob',
  '--no-tablespaces',
  // A date would be another in each dump, and nothing else.
  '--skip-dump-date',
  '--default-character-set=utf8mb4',
  '--max-allowed-packet=1G',
] as const;

/** Of MySQL's: positions of its replication would keep a restore from working elsewhere. */
const DUMP_ARGS: Readonly<Record<Product, readonly string[]>> = {
  mariadb: COMMON_ARGS,
  mysql: [...COMMON_ARGS, '--set-gtid-purged=OFF'],
};
