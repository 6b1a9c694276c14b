import { fromText } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';

/** How a server is reached from the host that the tools run on. */
export interface PostgresqlAccess {
  /** A name, an address, or the folder of a socket; null: what libpq takes by default. */
  readonly host: string | null;
  /** Where `host` is, when its name is only what its certificate must say. */
  readonly hostAddress: string | null;
  readonly port: string | null;
  readonly user: string | null;
  /** Null: none is given; the host's own ~/.pgpass or a way without one serves. */
  readonly password: string | null;
  readonly sslMode: string | null;
  /** Files of the host that the tools run on; `system` for its own authorities. */
  readonly sslRootCertificate: string | null;
  readonly sslCertificate: string | null;
  readonly sslKey: string | null;
  /** Folder of the tools; null: those of the server's own version, else what PATH has. */
  readonly toolFolder: string | null;
}

/** A tool that is to run, with the input that it must be given first. */
export interface ToolCall {
  /** Runs the tool, and nothing after it: `setup`, then `exec command`. */
  readonly script: string;
  /** What must be done first: the password read, variables set. */
  readonly setup: string;
  /** The tool with its arguments, quoted. */
  readonly command: string;
  readonly input: Buffer;
}

/** A server that doesn't answer is told after this long. */
const CONNECT_TIMEOUT_SECONDS = 30;

/** A psql, of whatever version: it only carries our questions, and plain dumps. */
const PSQL_PLACES = '/usr/lib/postgresql/*/bin/psql /usr/pgsql-*/bin/psql /usr/local/pgsql*/bin/psql';

function findPsql(folder: string | null): string {
  if (folder !== null) {
    const psql = quote(fromText(`${folder}/psql`));
    return `psql=${psql}; [ -x "$psql" ] || { echo "psql is not in the folder that ?bin= names" >&2; exit 127; }`;
  }
  return `psql=$(command -v psql) || for psql in ${PSQL_PLACES}; do [ -x "$psql" ] && break; done
[ -x "$psql" ] || { echo "psql is not there: install PostgreSQL's client, or name its folder: ?bin=/folder" >&2; exit 127; }`;
}

/** Minor releases of August 2025, by their major: from these on psql knows `\restrict`. */
const FIRST_WITH_RESTRICT: Readonly<Record<number, number>> = { 13: 22, 14: 19, 15: 14, 16: 10, 17: 6 };

/** Whether the psql that `psqlCall` runs can be kept from commands of its own. False where it doesn't say of what version it is. */
export async function knowsRestrict(
  host: Host,
  { toolFolder }: PostgresqlAccess,
  signal: AbortSignal,
): Promise<boolean> {
  const { stdout } = await runToEnd(host, `${findPsql(toolFolder)}\nexec "$psql" --version`, { signal });
  const [, major, minor] = /\(PostgreSQL\) (\d+)(?:\.(\d+))?/.exec(stdout.toString('latin1')) ?? [];
  return (
    Number(major) >= 18 || Number(minor) >= (FIRST_WITH_RESTRICT[Number(major)] ?? Number.POSITIVE_INFINITY)
  );
}

/** As `toolCall`, with the psql that the host has. */
export function psqlCall(
  access: PostgresqlAccess,
  args: readonly string[],
  options: { database: string; variables?: Readonly<Record<string, string>> },
): ToolCall {
  const { setup: variables, input } = toolCall(access, 'psql', args, options);
  const setup = `${variables}\n${findPsql(access.toolFolder)}`;
  const command = `"$psql" ${quoteAll(args.map(fromText))}`;
  return { script: `${setup}\nexec ${command}`, setup, command, input };
}

/**
 * A shell script that runs `tool` with `args` against `database`. The password is on no command line and in no file: the
 * script reads it from its stdin into the tool's own variable, which only the same user and root can see.
 */
export function toolCall(
  access: PostgresqlAccess,
  tool: string,
  args: readonly string[],
  options: { database: string; variables?: Readonly<Record<string, string>> },
): ToolCall {
  const { password } = access;
  const variables: Record<string, string | null> = {
    PGHOST: access.host,
    PGHOSTADDR: access.hostAddress,
    PGPORT: access.port,
    PGUSER: access.user,
    PGSSLMODE: access.sslMode,
    PGSSLROOTCERT: access.sslRootCertificate,
    PGSSLCERT: access.sslCertificate,
    PGSSLKEY: access.sslKey,
    PGCONNECT_TIMEOUT: String(CONNECT_TIMEOUT_SECONDS),
    PGAPPNAME: 'holdfast',
    // As an argument a name with `=` would be taken for a connection string.
    PGDATABASE: options.database,
    ...options.variables,
  };
  const settings = Object.entries(variables)
    .filter((entry): entry is [string, string] => entry[1] !== null)
    .map(([name, value]) => `export ${name}; ${name}=${quote(fromText(value))}`);
  const setup = [
    ...(password === null ? [] : ['IFS= read -r PGPASSWORD || exit 1', 'export PGPASSWORD']),
    ...settings,
  ].join('\n');
  const command = quoteAll([tool, ...args].map(fromText));
  return {
    script: `${setup}\nexec ${command}`,
    setup,
    command,
    input: password === null ? Buffer.alloc(0) : Buffer.from(`${password}\n`, 'utf8'),
  };
}
