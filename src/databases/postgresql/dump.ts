import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { adviceBy, LOCKS_ADVICE } from '../connection-advice.ts';
import { CountedDump } from '../counted-dump.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import { dumpNameOf } from '../dump-name.ts';
import type { Fingerprint, TableFingerprint } from '../fingerprint.ts';
import type { DumpRecord } from '../record.ts';
import { dumpOutput } from '../tool-output.ts';
import { toolCall } from './access.ts';
import type { PostgresqlChoices } from './choices.ts';
import { DumpContents } from './contents.ts';
import { readByCopy } from './copied-rows.ts';
import { type FingerprintChoices, isHashed, readFingerprint } from './fingerprint.ts';
import { type FormatReader, formatReader } from './format-reader.ts';
import { GLOBALS_NAME } from './globals.ts';
import { GuardedTables } from './guarded-tables.ts';
import type { Pin, ServerFacts, Table } from './pin.ts';
import type { DatabaseProperties } from './properties.ts';
import type { PsqlSession } from './session.ts';
import type { Tool } from './tools.ts';
import { lossIn } from './warnings.ts';

export const EXTENSIONS = { custom: 'dump', tar: 'tar', plain: 'sql' } as const;

/**
 * pg_dump waits no longer for its locks than this. We have the same ones already: it only ever waits behind somebody who wants a table
 * alone (TRUNCATE, ALTER TABLE) and waits for ours. The server sees no deadlock in that, and everybody else waits behind them.
 */
const LOCK_WAIT_MS = 15_000;

const LOCKED_OUT = /\bLOCK TABLE\b/;

const MAX_TOLD = 5;

/** Of a failure to begin: whether pg_dump waited in vain for a table that we had locked. */
export function isLockedOut(error: unknown): boolean {
  return error instanceof HoldfastError && LOCKED_OUT.test(error.message);
}

const ADVICE = adviceBy([
  LOCKS_ADVICE,
  [
    LOCKED_OUT,
    'Somebody wants that table alone (TRUNCATE, ALTER TABLE …) each time that a dump begins: choose a quieter hour.',
  ],
  [
    /permission denied for/,
    'Let the user read everything: GRANT pg_read_all_data TO it (PostgreSQL 14 and newer), or dump as the owner (?as=postgres).',
  ],
]);

export interface DumpPlan {
  readonly host: Host;
  readonly choices: PostgresqlChoices;
  readonly database: string;
  readonly session: PsqlSession;
  /** Another one of the same database. */
  readonly open: () => Promise<PsqlSession>;
  readonly facts: ServerFacts;
  readonly pin: Pin;
  /** As `readDumpedNames` gives them. */
  readonly names: ReadonlyMap<string, string>;
  readonly properties: DatabaseProperties;
  readonly tool: Tool;
  readonly context: DatabaseContext;
}

/**
 * One database's dump: pg_dump in the pinned snapshot, and beside it the fingerprint in the session that pinned it. Both see
 * the same moment, whatever is written meanwhile.
 */
export class PostgresqlDump implements PreparedDump {
  readonly name: string;
  readonly isPinned = true;
  readonly #plan: DumpPlan;
  readonly #contents = new DumpContents();
  readonly #counted: CountedDump;
  readonly #closing = new AbortController();
  readonly #output: AsyncGenerator<Buffer, void, undefined>;
  #first: Buffer | null = null;
  #fingerprint: Fingerprint | null = null;
  readonly #copied: string[] = [];
  #sizeBytes = 0;

  constructor(plan: DumpPlan) {
    const { choices, database } = plan;
    this.#plan = plan;
    const taken = choices.globals === 'with' ? GLOBALS_NAME : null;
    this.name = choices.name ?? dumpNameOf(database, EXTENSIONS[choices.format], taken);
    this.#counted = new CountedDump(plan.host, database, { password: choices.access.password, lossIn });
    this.#output = this.#run();
    for (const { shown } of plan.pin.unread) {
      plan.context.onWarning(
        `${this.name}: ${shown}: it is unlogged, and a replica has none of its rows: they are not in the dump. Dump the primary, if they matter.`,
      );
    }
  }

  /**
   * Resolves when pg_dump has printed something: by then it has a lock on each table. Later one who waits for a stronger lock
   * would be between ours and its, each waiting for the other. What isn't read yet, the pipe holds back.
   * @throws HoldfastError dump-failed, and what the host throws.
   */
  async begin(): Promise<void> {
    const { value } = await this.#output.next();
    this.#first = value ?? null;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const { choices, context } = this.#plan;
    const reader = formatReader(choices.format, this.#contents);
    this.#fingerprint = yield* this.#counted.beside(this.#readAlong(reader), this.#takeFingerprint(), () => {
      this.#counted.judged(() => reader.finish());
      this.#counted.requireNoLoss({ name: this.name, context });
    });
    this.#requireAllRows();
    await this.#plan.session.close();
  }

  record(): DumpRecord {
    const { choices, facts, properties, tool, database } = this.#plan;
    return {
      name: this.name,
      engine: 'postgresql',
      database,
      format: choices.format,
      tool: tool.version,
      size_bytes: this.#sizeBytes,
      pinned: true,
      // An archive's contents and rows are counted, too; that pg_restore can use them, only it can say.
      proof: choices.format === 'plain' && this.#fingerprint !== null ? 'counted' : 'deferred',
      options: choices.given,
      warnings: this.#counted.messages.lines,
      fingerprint: this.#fingerprint,
      restore: {
        encoding: facts.encoding,
        collate: facts.collate,
        ctype: facts.ctype,
        provider: facts.provider,
        provider_locale: facts.providerLocale,
        owner: facts.owner,
        server_major: String(facts.major),
        properties: JSON.stringify(properties),
      },
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#output.return().catch(() => {});
    await this.#plan.session.close();
  }

  async *#readAlong(reader: FormatReader): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of this.#chunks()) {
      this.#sizeBytes += chunk.length;
      this.#counted.judged(() => reader.push(chunk));
      yield chunk;
    }
  }

  async *#chunks(): AsyncGenerator<Buffer, void, undefined> {
    if (this.#first !== null) yield this.#first;
    yield* this.#output;
  }

  #run(): AsyncGenerator<Buffer, void, undefined> {
    const { host, choices, pin, tool, database, context } = this.#plan;
    const args = [
      `--format=${choices.format}`,
      // Compressed, two days' dumps would have nothing in common.
      ...(choices.format === 'custom' ? ['--compress=0'] : []),
      `--snapshot=${pin.snapshot}`,
      `--lock-wait-timeout=${LOCK_WAIT_MS}`,
      '--no-password',
      ...choices.filterArgs,
    ];
    const { script, input } = toolCall(choices.access, tool.path, args, { database });
    const signal = AbortSignal.any([context.signal, this.#closing.signal]);
    const { messages, what } = this.#counted;
    return dumpOutput({ host, script, input, messages, signal, what, advice: ADVICE });
  }

  async #takeFingerprint(): Promise<Fingerprint | null> {
    const { session, facts, choices, pin } = this.#plan;
    if (choices.fingerprint === null) return null;
    const wanted = choices.isFiltered ? new Set([...(await this.#contents.tables)].map(this.#shown)) : null;
    const tables = pin.tables.filter(({ shown }) => wanted?.has(shown) ?? true);
    const { hasLargeObjects: largeObjects } = choices;
    const what = { tables, largeObjects, sequences: new Map(), choices: choices.fingerprint };
    if (!facts.isSuperuser) return readFingerprint(session, facts, what);
    const guarded = new GuardedTables(session, this.#plan.open, this.#copy(choices.fingerprint));
    const fingerprint = await readFingerprint(session, facts, { ...what, guarded });
    this.#tellOfCopied();
    return fingerprint;
  }

  #copy(fingerprint: FingerprintChoices): (table: Table, isPlain: boolean) => Promise<TableFingerprint> {
    const { session } = this.#plan;
    return (table, isPlain) => {
      this.#copied.push(table.shown);
      return readByCopy(session, table, { isHashed: isPlain && isHashed(table, fingerprint) });
    };
  }

  #tellOfCopied(): void {
    if (this.#copied.length === 0) return;
    const more = this.#copied.length > MAX_TOLD ? ` and ${this.#copied.length - MAX_TOLD} more` : '';
    this.#plan.context.onInfo(
      `${displayText(this.#plan.database)}: tables that are compared by COPY, since a SELECT would run code of others with our rights, or ` +
        `somebody works on them: ${this.#copied.slice(0, MAX_TOLD).join(', ')}${more}`,
    );
  }

  /** As the session calls what the dump calls so. */
  readonly #shown = (dumped: string): string => this.#plan.names.get(dumped) ?? dumped;

  /** Every table that was counted must be in the stream, with as many rows. The sequences are the stream's own. */
  #requireAllRows(): void {
    const fingerprint = this.#fingerprint;
    if (fingerprint === null) return;
    const all = new Map([...this.#contents.rows].map(([name, rows]) => [this.#shown(name), rows]));
    for (const [name, { rows }] of Object.entries(fingerprint.tables)) {
      const dumped = all.get(name);
      if (dumped === rows) continue;
      const actual =
        dumped === undefined ? `it lacks table ${name}` : `it has ${dumped} rows of table ${name}`;
      throw this.#counted.failed(
        `${actual}, expected ${rows} rows as the server counts in the same snapshot`,
      );
    }
    const sequences = [...this.#contents.sequences].map(([name, value]) => [
      `sequence ${this.#shown(name)}`,
      value,
    ]);
    this.#fingerprint = {
      ...fingerprint,
      values: { ...Object.fromEntries(sequences), ...fingerprint.values },
    };
  }
}
