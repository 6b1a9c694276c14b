import { type ByteString, fromBytes } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import { type ClientProtocol, ClientSession, rowsOf } from '../client-session.ts';
import { adviceBy, LOCKS_ADVICE, PASSWORD_ADVICE } from '../connection-advice.ts';
import { ToolMessages } from '../tool-output.ts';
import { type PostgresqlAccess, psqlCall } from './access.ts';
import { inertLine, isClear } from './inert.ts';
import { literal, sql } from './sql.ts';

/**
 * Rows without decoration, in which a NUL ends each field: no value and no name can hold one. The first error ends it.
 */
const PSQL_ARGS = ['-X', '-q', '-A', '-t', '-z', '-0', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];

/** What to do where `psql` can't get in. */
export const SESSION_ADVICE = adviceBy([
  [/psql is not/, ''],
  LOCKS_ADVICE,
  [/password authentication failed|no password supplied/, PASSWORD_ADVICE],
  [
    /(Peer|Ident) authentication failed|FATAL: {2}role "/,
    'Name the right user in the URL; where the server asks which account of the host comes, run the tools as that: ?as=postgres.',
  ],
  [/no pg_hba\.conf entry/, 'Let this user in from there: pg_hba.conf.'],
  [/FATAL: {2}database ".*" does not exist/, 'Look at the name: `psql -l` lists the databases.'],
  [/permission denied for database/, 'Grant the user CONNECT on it.'],
]);

const PROTOCOL: ClientProtocol = {
  server: 'PostgreSQL',
  client: 'psql',
  separator: 0,
  question: (statements, marker) => sql`${textFor(statements)}SELECT ${literal(marker as ByteString)};\n`,
  answerOf: (marker) => marker,
  advice: SESSION_ADVICE,
};

/** Names are a server's own, and so is what psql takes for their end: by the encoding and the settings that the server tells it. */
function textFor(statements: ByteString): ByteString {
  return isClear(statements) ? sql`${statements};\n` : fromBytes(Buffer.concat([...inertLine(statements)]));
}

/** Temporary things come last: else one that is called as a catalog would come first. */
export const OWN_NAMES_ALONE = 'pg_catalog, pg_temp' as ByteString;

/** One connection to a server through `psql` on a host. */
export class PsqlSession {
  readonly #session: ClientSession;

  private constructor(session: ClientSession) {
    this.#session = session;
  }

  /** Starts one; whether it can connect, the first question tells. @throws what `Host.start` throws. */
  static async start(
    host: Host,
    options: { access: PostgresqlAccess; database: string; signal: AbortSignal },
  ): Promise<PsqlSession> {
    const { access, database, signal } = options;
    const call = psqlCall(access, PSQL_ARGS, { database, variables: { PGCLIENTENCODING: 'UTF8' } });
    const messages = new ToolMessages([access.password ?? '']);
    return new PsqlSession(await ClientSession.start(host, PROTOCOL, { ...call, messages, signal }));
  }

  /**
   * Runs `statements` and gives the rows of what they select, each of `columns` fields; NULL is an empty one.
   * @throws HoldfastError command-failed with psql's own words; the session is over then.
   */
  async query(statements: ByteString, columns: number): Promise<ByteString[][]> {
    const rows = rowsOf(await this.#session.ask(statements), columns);
    if (rows === null) throw this.#session.unexpected('an answer has other columns than expected');
    return rows;
  }

  /** The one row, or null when there is none. */
  async row(statements: ByteString, columns: number): Promise<ByteString[] | null> {
    return (await this.query(statements, columns))[0] ?? null;
  }

  /** Runs what selects nothing. */
  async run(statements: ByteString): Promise<void> {
    await this.query(statements, 1);
  }

  /** What a COPY … TO STDOUT prints, as it comes. */
  copy(statement: ByteString, onBytes: (bytes: Buffer) => void): Promise<void> {
    return this.#session.askBytes(statement, onBytes);
  }

  /** As `ClientSession.close`. */
  close(): Promise<void> {
    return this.#session.close();
  }
}

/**
 * As `openSession`, and connected. What it is asked may take its time, and its names are the server's own, whatever the database, the user or
 * the server says of that: the owner of a database chooses where names are looked for in it, and else whoever may make things in `public`.
 */
export async function openPatientSession(
  host: Host,
  access: PostgresqlAccess,
  database: string,
  signal: AbortSignal,
): Promise<PsqlSession> {
  const session = await openSession(host, access, database, signal);
  try {
    await session.run(sql`SET statement_timeout = 0; SET search_path = ${OWN_NAMES_ALONE}`);
    return session;
  } catch (error) {
    await session.close();
    throw error;
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
