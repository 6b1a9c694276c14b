import { type ByteString, displayText } from '../bytestring.ts';
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
import { MAINTENANCE_DATABASE, type PostgresqlChoices, readChoices } from './postgresql/choices.ts';
import { isLockedOut, PostgresqlDump } from './postgresql/dump.ts';
import { readDumpedNames } from './postgresql/dumped-names.ts';
import { GlobalsDump } from './postgresql/globals.ts';
import { OLDEST_MAJOR, pinSnapshot, readServerFacts, type ServerFacts } from './postgresql/pin.ts';
import { readProperties } from './postgresql/properties.ts';
import { openSession, type PsqlSession } from './postgresql/session.ts';
import { sql } from './postgresql/sql.ts';
import { findTool } from './postgresql/tools.ts';
import { quoted } from './quoted.ts';
import type { DumpRecord } from './record.ts';

export const POSTGRESQL_SCHEMES: readonly string[] = ['postgresql', 'postgres'];

/** `postgresql://user@host:port/database?option=value`. @throws HoldfastError bad-input. */
export function postgresqlDatabase(url: DatabaseUrl, env: NodeJS.ProcessEnv): Database & DrilledDatabase {
  return new Postgresql(url, readChoices(url, env));
}

/** How often others may lock tables just before pg_dump does. */
const MAX_TRIES = 3;

class Postgresql extends Engine<PostgresqlChoices> implements Database, DrilledDatabase {
  async prepareDumps(login: Host, context: DatabaseContext): Promise<PreparedDump[]> {
    const host = this.hostOf(login);
    const { database, globals } = this.choices;
    return preparedOrNone(async (prepared) => {
      if (globals !== 'without') prepared.push(await this.#prepareGlobals(host, context));
      if (globals === 'only') return;
      const names = database === null ? await this.#listDatabases(host, context) : [database];
      for (const name of names) prepared.push(await this.#prepare(host, name, context));
    });
  }

  async *select(login: Host, statement: string, signal: AbortSignal): AsyncGenerator<ByteString[]> {
    const { selectPostgresql } = await import('./postgresql/select.ts');
    yield* selectPostgresql(this.hostOf(login), this.choices, statement, signal);
  }

  async lookBeforeRestore(
    login: Host,
    dump: StoredDump,
    context: DatabaseContext,
    earlier: readonly DumpRecord[],
  ): Promise<void> {
    const { lookBeforeRestore } = await import('./postgresql/look-before-restore.ts');
    await lookBeforeRestore({ host: this.hostOf(login), choices: this.choices, dump, context }, earlier);
  }

  async restore(
    login: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const { restorePostgresql } = await import('./postgresql/restore.ts');
    return restorePostgresql(this.hostOf(login), this.choices, dump, terms, context);
  }

  async compare(
    login: Host,
    record: DumpRecord,
    tampering: Tampering,
    { signal }: DatabaseContext,
  ): Promise<DatabaseFindings | null> {
    const { compareNow } = await import('./postgresql/compare-now.ts');
    const work = { host: this.hostOf(login), choices: this.choices, record, signal };
    return compareNow(work, this.#nameOf(record), tampering);
  }

  async ask(
    login: Host,
    record: DumpRecord,
    statement: string,
    { signal }: DatabaseContext,
  ): Promise<string> {
    const { ask } = await import('./postgresql/ask.ts');
    const work = { host: this.hostOf(login), choices: this.choices, signal };
    return ask(work, this.#nameOf(record), statement);
  }

  #nameOf({ database }: DumpRecord): string {
    return this.choices.database ?? database ?? MAINTENANCE_DATABASE;
  }

  async #prepare(host: Host, database: string, context: DatabaseContext): Promise<PreparedDump> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.#begin(host, database, context);
      } catch (error) {
        if (tries === MAX_TRIES || !isLockedOut(error)) throw error;
        context.onInfo(
          `${displayText(database)}: somebody who wants a table alone came before pg_dump, and goes first: pinned anew`,
        );
      }
    }
  }

  async #begin(host: Host, database: string, context: DatabaseContext): Promise<PreparedDump> {
    const { session, facts } = await this.#open(host, database, context);
    try {
      const { access } = this.choices;
      const { signal } = context;
      const options = { serverMajor: facts.major, folder: access.toolFolder, signal };
      const tool = await findTool(host, 'pg_dump', options);
      const pin = await pinSnapshot(session);
      if (pin === null) {
        throw cannotDump(
          database,
          host,
          'its tables keep being rewritten (TRUNCATE, ALTER TABLE): wait till that ends',
        );
      }
      context.onInfo(
        `${displayText(database)}: pinned snapshot ${pin.snapshot} of PostgreSQL ${displayText(facts.version)}`,
      );
      const properties = await readProperties(session, facts.database);
      const names = await readDumpedNames(session, facts);
      const open = async () => (await this.#open(host, database, context)).session;
      const found = { session, open, facts, pin, names, properties, tool };
      return await begun(new PostgresqlDump({ host, choices: this.choices, database, context, ...found }));
    } catch (error) {
      await session.close();
      throw asDumpFailure(error, `the database ${quoted(database)} on "${host.name}"`);
    }
  }

  async #prepareGlobals(host: Host, context: DatabaseContext): Promise<PreparedDump> {
    const database = this.choices.database ?? MAINTENANCE_DATABASE;
    const { session, facts } = await this.#open(host, database, context);
    await session.close();
    const folder = this.choices.access.toolFolder;
    const tool = await findTool(host, 'pg_dumpall', {
      serverMajor: facts.major,
      folder,
      signal: context.signal,
    });
    return new GlobalsDump(host, this.choices, database, tool, context);
  }

  /**
   * Those that pg_dumpall dumps: all but templates and those that let nobody connect, of which it says nothing and we warn. A limit of
   * -2 is what a DROP DATABASE leaves that was cut off.
   */
  async #listDatabases(host: Host, context: DatabaseContext): Promise<string[]> {
    const { session } = await this.#open(host, MAINTENANCE_DATABASE, context);
    try {
      const rows = await session.query(
        sql`SELECT datname, (datallowconn AND datconnlimit <> -2)::text FROM pg_database WHERE NOT datistemplate ORDER BY datname`,
        2,
      );
      const all = rows.map(([name = '', isOpen]) => ({
        name: Buffer.from(name, 'latin1').toString('utf8'),
        isOpen: isOpen === 'true',
      }));
      for (const { name, isOpen } of all) {
        if (!isOpen)
          context.onWarning(
            `${displayText(name)}: it lets nobody connect: it is not dumped. Open it (ALTER DATABASE … ALLOW_CONNECTIONS true), if it is to be saved.`,
          );
      }
      return all.flatMap(({ name, isOpen }) => (isOpen ? [name] : []));
    } finally {
      await session.close();
    }
  }

  async #open(
    host: Host,
    database: string,
    { signal }: DatabaseContext,
  ): Promise<{ session: PsqlSession; facts: ServerFacts }> {
    const session = await openSession(host, this.choices.access, database, signal);
    try {
      const facts = await readServerFacts(session);
      if (facts.major < OLDEST_MAJOR) {
        const problem = `the server is PostgreSQL ${displayText(facts.version)}, expected ${OLDEST_MAJOR} or newer`;
        throw cannotDump(database, host, problem);
      }
      return { session, facts };
    } catch (error) {
      await session.close();
      throw asDumpFailure(error, `the database ${quoted(database)} on "${host.name}"`);
    }
  }
}

async function begun(dump: PostgresqlDump): Promise<PreparedDump> {
  try {
    await dump.begin();
    return dump;
  } catch (error) {
    await dump.close();
    throw error;
  }
}

function cannotDump(database: string, host: Host, problem: string): HoldfastError {
  return new HoldfastError(
    'dump-failed',
    `Cannot dump the database ${quoted(database)} on "${host.name}": ${problem}.`,
  );
}
