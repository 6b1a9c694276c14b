import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import { dumpNameOf } from '../dump-name.ts';
import type { Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import { dumpFailed, dumpOutput, ToolMessages } from '../tool-output.ts';
import { toolCall } from './access.ts';
import type { PostgresqlChoices } from './choices.ts';
import { BrokenDump, DumpContents } from './contents.ts';
import { readFingerprint } from './fingerprint.ts';
import { formatReader } from './format-reader.ts';
import type { Pin, ServerFacts } from './pin.ts';
import type { DatabaseProperties } from './properties.ts';
import type { PsqlSession } from './session.ts';
import type { Tool } from './tools.ts';
import { lossIn } from './warnings.ts';

export const EXTENSIONS = { custom: 'dump', tar: 'tar', plain: 'sql' } as const;

/** pg_dump waits no longer for a lock than this: an application that holds one is told. */
const LOCK_WAIT_MS = 600_000;

export interface DumpPlan {
  readonly host: Host;
  readonly choices: PostgresqlChoices;
  readonly database: string;
  readonly session: PsqlSession;
  readonly facts: ServerFacts;
  readonly pin: Pin;
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
  readonly #messages: ToolMessages;
  readonly #closing = new AbortController();
  readonly #output: AsyncGenerator<Buffer, void, undefined>;
  #first: Buffer | null = null;
  #fingerprint: Fingerprint | null = null;
  #sizeBytes = 0;

  constructor(plan: DumpPlan) {
    const { choices, database } = plan;
    this.#plan = plan;
    this.name = choices.name ?? dumpNameOf(database, EXTENSIONS[choices.format]);
    this.#messages = new ToolMessages([choices.access.password ?? '']);
    this.#output = this.#run();
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
    const fingerprint = this.#takeFingerprint();
    let failure: unknown = null;
    fingerprint.catch((error: unknown) => {
      failure = error;
    });
    const reader = formatReader(this.#plan.choices.format, this.#contents);
    try {
      for await (const chunk of this.#chunks()) {
        if (failure !== null) break;
        this.#sizeBytes += chunk.length;
        this.#judged(() => reader.push(chunk));
        yield chunk;
      }
    } catch (error) {
      // Without our transaction pg_dump can't read either: that it began there.
      throw failure === null ? error : this.#explained(failure);
    }
    if (failure !== null) throw this.#explained(failure);
    this.#judged(() => reader.finish());
    this.#requireNoLoss();
    try {
      this.#fingerprint = await fingerprint;
    } catch (error) {
      throw this.#explained(error);
    }
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
      warnings: this.#messages.lines,
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
    return dumpOutput({ host, script, input, messages: this.#messages, signal, what: this.#what });
  }

  async #takeFingerprint(): Promise<Fingerprint | null> {
    const { session, facts, choices, pin } = this.#plan;
    if (choices.fingerprint === null) return null;
    const wanted = choices.isFiltered ? await this.#contents.tables : null;
    const tables = pin.tables.filter(({ shown }) => wanted?.has(shown) ?? true);
    const { hasLargeObjects: largeObjects } = choices;
    const what = { tables, largeObjects, sequences: new Map(), choices: choices.fingerprint };
    return readFingerprint(session, facts, what);
  }

  /** Every table that was counted must be in the stream, with as many rows. The sequences are the stream's own. */
  #requireAllRows(): void {
    const fingerprint = this.#fingerprint;
    if (fingerprint === null) return;
    for (const [name, { rows }] of Object.entries(fingerprint.tables)) {
      const dumped = this.#contents.rows.get(name);
      if (dumped === rows) continue;
      const actual =
        dumped === undefined ? `it lacks table ${name}` : `it has ${dumped} rows of table ${name}`;
      throw this.#failed(`${actual}, expected ${rows} rows as the server counts in the same snapshot`);
    }
    const sequences = [...this.#contents.sequences].map(([name, value]) => [`sequence ${name}`, value]);
    this.#fingerprint = {
      ...fingerprint,
      values: { ...Object.fromEntries(sequences), ...fingerprint.values },
    };
  }

  #requireNoLoss(): void {
    const loss = lossIn(this.#messages.lines);
    if (loss !== null) throw this.#failed(`pg_dump left something out: "${loss}"`);
    for (const line of this.#messages.lines) this.#plan.context.onWarning(`${this.name}: ${line}`);
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
