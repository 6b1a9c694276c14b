import { createHash } from 'node:crypto';
import { type ByteString, display, displayText, fromText } from '../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import { quote } from '../hosts/quote.ts';
import type {
  Database,
  DatabaseContext,
  PreparedDump,
  RestoredDatabase,
  RestoreTerms,
  StoredDump,
} from './database.ts';
import type { DatabaseUrl } from './database-url.ts';
import type { DatabaseFindings, DrilledDatabase, Tampering } from './drilled.ts';
import { Engine } from './engine.ts';
import type { Fingerprint } from './fingerprint.ts';
import { quoted } from './quoted.ts';
import type { DumpRecord } from './record.ts';
import { readChoices, type SqliteChoices } from './sqlite/choices.ts';
import { Copy } from './sqlite/copy.ts';
import { readFingerprint, requireIntact } from './sqlite/fingerprint.ts';
import { ask, findTool, type StillFile, type Tool } from './sqlite/tool.ts';
import { dumpFailed, dumpOutput, ToolMessages } from './tool-output.ts';

/** `sqlite:/path/to.db?option=value`. @throws HoldfastError bad-input. */
export function sqliteDatabase(url: DatabaseUrl): Database & DrilledDatabase {
  return new Sqlite(url, readChoices(url));
}

class Sqlite extends Engine<SqliteChoices> implements Database, DrilledDatabase {
  async prepareDumps(login: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    const host = this.hostOf(login);
    const { signal } = context;
    const tool = await findTool(host, this.choices.toolFolder, signal);
    const startedMs = performance.now();
    const copy = await Copy.make(host, { choices: this.choices, tool, signal });
    context.onInfo(
      `${displayText(this.choices.path)}: copied at one moment in ${Math.round(performance.now() - startedMs)} ms`,
    );
    return [new SqliteDump(host, { choices: this.choices, tool, copy, context })];
  }

  async restore(
    login: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { restoreSqlite } = await import('./sqlite/restore.ts');
    return restoreSqlite(this.hostOf(login), this.choices, dump, terms, context);
  }

  async compare(
    login: Host,
    record: DumpRecord,
    tampering: Tampering,
    context: DatabaseContext,
  ): Promise<DatabaseFindings | null> {
    const [still, { compareNow }, { withoutARow }] = await Promise.all([
      this.#still(login, context),
      import('./sqlite/compare-now.ts'),
      import('./sqlite/tamper.ts'),
    ]);
    if (tampering === 'row-deleted') {
      return withoutARow(still, async (copy, tampered) => {
        const found = await compareNow(copy, record);
        return found === null ? null : { ...found, tampered };
      });
    }
    await requireIntact(still, this.choices.check);
    const found = await compareNow(still, record);
    return found === null ? null : { ...found, tampered: null };
  }

  async ask(login: Host, _record: DumpRecord, statement: string, context: DatabaseContext): Promise<string> {
    const lines = await ask(await this.#still(login, context), fromText(statement));
    return display(lines.join('\n').trimEnd() as ByteString);
  }

  async #still(login: Host, { signal }: DatabaseContext): Promise<StillFile> {
    const host = this.hostOf(login);
    const tool = await findTool(host, this.choices.toolFolder, signal);
    return { host, tool, path: this.choices.path, signal };
  }
}

interface SqlitePlan {
  readonly choices: SqliteChoices;
  readonly tool: Tool;
  readonly copy: Copy;
  readonly context: DatabaseContext;
}

/** The bytes of a copy that was made of one moment; what it holds is read from the very same file. */
class SqliteDump implements PreparedDump {
  readonly name: string;
  readonly isPinned = true;
  readonly #host: Host;
  readonly #plan: SqlitePlan;
  readonly #messages = new ToolMessages();
  readonly #closing = new AbortController();
  #fingerprint: Fingerprint | null = null;
  #sizeBytes = 0;

  constructor(host: Host, plan: SqlitePlan) {
    this.name = plan.choices.name;
    this.#host = host;
    this.#plan = plan;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    const { copy, choices, tool, context } = this.#plan;
    const signal = AbortSignal.any([context.signal, this.#closing.signal]);
    const still = { host: this.#host, tool, path: copy.path, signal };
    try {
      await requireIntact(still, choices.check);
      const { fingerprint } = choices;
      this.#fingerprint = fingerprint === 'none' ? null : await readFingerprint(still, fingerprint);
    } catch (error) {
      throw this.#explained(error);
    }
    const hash = createHash('sha256');
    const script = `exec cat ${quote(fromText(copy.path))}`;
    for await (const chunk of dumpOutput({
      host: this.#host,
      script,
      messages: this.#messages,
      signal,
      what: this.#what,
    })) {
      this.#sizeBytes += chunk.length;
      hash.update(chunk);
      yield chunk;
    }
    if (this.#sizeBytes !== copy.sizeBytes) {
      const problem = `${this.#sizeBytes} bytes of its copy came, expected ${copy.sizeBytes}`;
      throw dumpFailed(this.#what, this.#host, problem);
    }
    if (this.#fingerprint === null) return;
    const values = { ...this.#fingerprint.values, file: `sha256 ${hash.digest('hex')}` };
    this.#fingerprint = { ...this.#fingerprint, values };
  }

  record(): DumpRecord {
    const { choices, tool, copy } = this.#plan;
    return {
      name: this.name,
      engine: 'sqlite',
      database: choices.path,
      format: 'file',
      tool: tool.version,
      size_bytes: this.#sizeBytes,
      pinned: true,
      proof: this.#fingerprint === null ? 'deferred' : 'counted',
      options: choices.given,
      warnings: this.#messages.lines,
      fingerprint: this.#fingerprint,
      restore: { owner: copy.owner },
    };
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#plan.copy.close();
  }

  get #what(): string {
    return `dump the database ${quoted(this.#plan.choices.path)}`;
  }

  #explained(error: unknown): unknown {
    const known = asHoldfastError(error);
    if (known?.code !== 'command-failed') return error;
    return new HoldfastError(
      'dump-failed',
      `Cannot ${this.#what} on "${this.#host.name}": ${known.message}`,
      {
        cause: error,
      },
    );
  }
}
