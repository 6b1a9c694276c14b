import { type ByteString, displayText, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
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
import { asDumpFailure, Engine, preparedOrNone } from './engine.ts';
import { type MysqlChoices, readChoices } from './mysql/choices.ts';
import { connectServer, type Server } from './mysql/connect.ts';
import { MysqlDump } from './mysql/dump.ts';
import { holdMoment, type Moment, whileHeld } from './mysql/moment.ts';
import { makePatient } from './mysql/patience.ts';
import { PRODUCT_NAMES } from './mysql/product.ts';
import { listDatabases, readDatabaseFacts } from './mysql/server.ts';
import { findDumpTool, type Tool } from './mysql/tools.ts';
import { requireUsersKnown, UsersDump } from './mysql/users.ts';
import { quoted } from './quoted.ts';
import type { DumpRecord } from './record.ts';

export const MYSQL_SCHEMES: readonly string[] = ['mysql', 'mariadb'];

/** `mysql://user@host:port/database?option=value`, of either product. @throws HoldfastError bad-input. */
export function mysqlDatabase(url: DatabaseUrl, env: NodeJS.ProcessEnv): Database & DrilledDatabase {
  return new Mysql(url, readChoices(url, env));
}

class Mysql extends Engine<MysqlChoices> implements Database, DrilledDatabase {
  /** All databases' dumps are of one moment. */
  async prepareDumps(login: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    const host = this.hostOf(login);
    const { users, name } = this.choices;
    const preparing = preparedOrNone(async (prepared) => {
      const server = await connectServer(host, this.choices.access, context.signal);
      if (users !== 'without') {
        requireUsersKnown(server.facts);
        prepared.push(new UsersDump({ host, ...server, name: users === 'only' ? name : null }));
      }
      if (users === 'only') return;
      const names = this.choices.databases ?? (await asked(server, listDatabases));
      prepared.push(...(await this.#prepareThose(host, server, names, context)));
    });
    return preparing.catch((error: unknown) => {
      throw asDumpFailure(error, `${quoted(this.shown)} on "${host.name}"`);
    });
  }

  async *select(login: Host, statement: string, signal: AbortSignal): AsyncGenerator<ByteString[]> {
    const { selectMysql } = await import('./mysql/select.ts');
    yield* selectMysql(this.hostOf(login), this.choices, statement, signal);
  }

  async lookBeforeRestore(login: Host, _dump: StoredDump, { signal }: DatabaseContext): Promise<void> {
    await connectServer(this.hostOf(login), this.choices.access, signal);
  }

  async restore(
    login: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { restoreMysql } = await import('./mysql/restore.ts');
    return restoreMysql(this.hostOf(login), this.choices, dump, terms, context);
  }

  async compare(
    login: Host,
    record: DumpRecord,
    tampering: Tampering,
    { signal }: DatabaseContext,
  ): Promise<DatabaseFindings | null> {
    const { compareNow } = await import('./mysql/compare-now.ts');
    const host = this.hostOf(login);
    const server = await connectServer(host, this.choices.access, signal);
    return compareNow({ host, server, record }, this.#nameOf(record), tampering);
  }

  async ask(
    login: Host,
    record: DumpRecord,
    statement: string,
    { signal }: DatabaseContext,
  ): Promise<string> {
    const { ask } = await import('./mysql/ask.ts');
    const what = { access: this.choices.access, database: this.#nameOf(record), statement };
    return ask(this.hostOf(login), what, signal);
  }

  #nameOf({ database }: DumpRecord): string {
    return this.choices.databases?.[0] ?? database ?? '';
  }

  async #prepareThose(
    host: Host,
    server: Server,
    names: readonly string[],
    context: DatabaseContext,
  ): Promise<PreparedDump[]> {
    const { facts } = server;
    const { toolFolder: folder } = this.choices.access;
    const tool = await findDumpTool(host, { server: facts, folder, signal: context.signal });
    this.#requireFilters(tool);
    const patience = await makePatient(server, tool.isPatient, context);
    const dumps: MysqlDump[] = [];
    try {
      if (patience === null) context.onInfo(IMPATIENT);
      const plans = { host, server, tool, context, isPinned: patience !== null };
      for (const name of names) dumps.push(await this.#plan(name, plans));
      if (patience !== null) await this.#pin(dumps, this.#holder(server, names, context), context);
      return dumps;
    } catch (error) {
      await Promise.all(dumps.map((dump) => dump.close()));
      throw error;
    } finally {
      await patience?.setBack();
    }
  }

  async #plan(
    database: string,
    plan: { host: Host; server: Server; tool: Tool; context: DatabaseContext; isPinned: boolean },
  ): Promise<MysqlDump> {
    const { server, context } = plan;
    const databaseFacts = await asked(server, (session) => readDatabaseFacts(session, fromText(database)));
    if (databaseFacts === null) {
      throw new HoldfastError(
        'dump-failed',
        `Cannot dump the database ${quoted(database)} on "${plan.host.name}": it is not there, or the account may not see it.`,
      );
    }
    const hold = this.#holder(server, [database], context);
    return new MysqlDump({ ...plan, ...server, choices: this.choices, database, databaseFacts, hold });
  }

  async #pin(
    dumps: readonly MysqlDump[],
    hold: () => Promise<Moment>,
    context: DatabaseContext,
  ): Promise<void> {
    if (dumps.length === 0) return;
    const startedMs = performance.now();
    const names = dumps.map(({ name }) => displayText(name)).join(', ');
    await whileHeld(hold, {
      work: async ({ kind }) => {
        for (const dump of dumps) await dump.pin();
        context.onInfo(`${names}: pinned; ${HELD[kind]} ${Math.round(performance.now() - startedMs)} ms`);
      },
      giveUp: async () => {
        await Promise.all(dumps.map((dump) => dump.close()));
      },
    });
  }

  #holder({ open }: Server, names: readonly string[], context: DatabaseContext): () => Promise<Moment> {
    const { lock, lockWaitSeconds } = this.choices;
    const databases = names.map(fromText);
    const onInfo = (message: string) => context.onInfo(message);
    return () => holdMoment({ open, lock, waitSeconds: lockWaitSeconds, databases, onInfo });
  }

  #requireFilters(tool: Tool): void {
    const option = this.choices.filters.given.find((one) => one.startsWith('exclude-table-data='));
    if (option === undefined || tool.product === 'mariadb') return;
    throw new HoldfastError(
      'bad-input',
      `Cannot use the option ${JSON.stringify(option)} of ${JSON.stringify(this.shown)}: ${PRODUCT_NAMES.mysql}’s dump tool ` +
        'leaves out no data of a table that it dumps. Leave out the table: exclude-table.',
    );
  }
}

const HELD: Readonly<Record<Moment['kind'], string>> = {
  global: 'writers waited',
  tables: 'writers of these tables waited',
  none: 'nobody was locked out',
};

const IMPATIENT =
  "the server's net_write_timeout may not be raised by this account: the dump begins only when it is read, and the application " +
  'is held until it has ended';

async function asked<T>(
  { open }: Server,
  question: (session: Awaited<ReturnType<Server['open']>>) => Promise<T>,
): Promise<T> {
  const session = await open();
  try {
    return await question(session);
  } finally {
    await session.close();
  }
}
