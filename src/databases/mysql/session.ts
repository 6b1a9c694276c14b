import { type ByteString, fromText } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import { type ClientProtocol, ClientSession } from '../client-session.ts';
import { adviceBy, PASSWORD_ADVICE } from '../connection-advice.ts';
import { type MysqlAccess, toolCall } from './access.ts';
import { ClientMessages } from './client-messages.ts';
import { PRODUCT_NAMES } from './product.ts';
import { sql } from './sql.ts';
import type { Tool } from './tools.ts';

/** A server that doesn't answer is told after this long. */
const CONNECT_TIMEOUT_SECONDS = 30;

/**
 * A row is a line, a tab stands between fields, and what would be mistaken for either is escaped. In binary mode the client
 * knows none of its own commands but `delimiter`: what a name or a dump holds can't make it run a program.
 */
export const CLIENT_ARGS: readonly string[] = [
  '--batch',
  '--skip-column-names',
  '--unbuffered',
  '--no-auto-rehash',
  '--binary-mode',
  // An option file of the host may have them.
  '--skip-safe-updates', // SELECTs would give 1000 rows at most
  '--skip-raw',
  '--local-infile=0', // a hostile server could ask for any file
  '--default-character-set=utf8mb4',
  `--connect-timeout=${CONNECT_TIMEOUT_SECONDS}`,
];

const NEWLINE = 10;

/** 1698: the server asks which account of the host comes. */
export const SESSION_ADVICE = adviceBy([
  [/ERROR 1698 /, 'Run the tools as the account of the host that is called as the user: ?as=root.'],
  [/ERROR 1045 /, PASSWORD_ADVICE],
  [/ERROR 1130 /, 'Give the user a right to come from there: CREATE USER … @ that host.'],
]);

/** One connection to a server through its client on a host. */
export class MysqlSession {
  readonly #session: ClientSession;

  private constructor(session: ClientSession) {
    this.#session = session;
  }

  /** Starts one; whether it can connect, the first question tells. @throws what `Host.start` throws. */
  static async start(
    host: Host,
    options: { access: MysqlAccess; client: Tool; signal: AbortSignal },
  ): Promise<MysqlSession> {
    const { access, client, signal } = options;
    const protocol: ClientProtocol = {
      server: PRODUCT_NAMES[client.product],
      client: client.product === 'mariadb' ? 'mariadb' : 'mysql',
      separator: NEWLINE,
      question: (statements, marker) => sql`${statements};\nSELECT '${marker as ByteString}';\n`,
      answerOf: (marker) => marker,
      advice: SESSION_ADVICE,
    };
    const call = toolCall(access, client, CLIENT_ARGS.map(fromText));
    const messages = new ClientMessages([access.password ?? '']);
    return new MysqlSession(await ClientSession.start(host, protocol, { ...call, messages, signal }));
  }

  /**
   * Runs `statements` and gives the rows of what they select, each of `columns` fields. NULL is the text `NULL`: questions
   * that may meet one say what they want instead.
   * @throws HoldfastError command-failed with the client's own words; the session is over then.
   */
  async query(statements: ByteString, columns: number): Promise<ByteString[][]> {
    const lines = await this.#session.ask(statements);
    return lines.map((line) => {
      const fields = fieldsOf(line);
      if (fields.length !== columns)
        throw this.#session.unexpected('an answer has other columns than expected');
      return fields;
    });
  }

  /** The one row, or null when there is none. */
  async row(statements: ByteString, columns: number): Promise<ByteString[] | null> {
    return (await this.query(statements, columns))[0] ?? null;
  }

  /** Runs what selects nothing. */
  async run(statements: ByteString): Promise<void> {
    await this.query(statements, 1);
  }

  /** As `ClientSession.close`. */
  close(): Promise<void> {
    return this.#session.close();
  }
}

/** The fields of a line that the client prints in batches. */
export function fieldsOf(line: string): ByteString[] {
  return line.split('\t').map(unescaped);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '\0', '\\': '\\' };

function unescaped(field: string): ByteString {
  return field.replace(/\\(.)/gs, (_, character: string) => ESCAPES[character] ?? character) as ByteString;
}
