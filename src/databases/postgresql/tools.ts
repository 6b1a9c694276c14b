import { display, fromBytes, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';

/** Where packages keep the tools of one major version. */
const VERSION_FOLDERS = [
  '/usr/lib/postgresql/MAJOR/bin',
  '/usr/pgsql-MAJOR/bin',
  '/usr/local/pgsql-MAJOR/bin',
  '/usr/lib/postgresqlMAJOR/bin',
  '/opt/homebrew/opt/postgresql@MAJOR/bin',
];

export type ToolName = 'pg_dump' | 'pg_dumpall' | 'pg_restore';

export interface Tool {
  readonly path: string;
  /** As it names itself, ready to show: `pg_dump (PostgreSQL) 15.18`. */
  readonly version: string;
  readonly major: number;
}

/**
 * The tool of the server's own version, else the one on PATH: what it writes, that version's server reads back.
 *
 * @param folder The only place to look, where the user names one.
 * @throws HoldfastError host-unsupported if there is none, or if it is older than the server: such a one would leave out
 *   what it doesn't know, or refuse half-way.
 */
export async function findTool(
  host: Host,
  name: ToolName,
  options: { serverMajor: number; folder: string | null; signal: AbortSignal },
): Promise<Tool> {
  const { serverMajor, folder, signal } = options;
  const folders =
    folder === null ? VERSION_FOLDERS.map((f) => f.replace('MAJOR', String(serverMajor))) : [folder];
  const candidates = folders.map((f) => quote(fromText(`${f}/${name}`)));
  const script =
    `for t in ${candidates.join(' ')}${folder === null ? ` "$(command -v ${name})"` : ''}; do ` +
    '[ -x "$t" ] && printf \'%s\\0\' "$t" && exec "$t" --version; done; exit 127';
  const { stdout, exit } = await runToEnd(host, script, { signal });
  const end = stdout.indexOf(0);
  const path = fromBytes(stdout.subarray(0, Math.max(0, end)));
  const said = stdout
    .subarray(end + 1)
    .toString('latin1')
    .trim();
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1] ?? Number.NaN);
  if (end < 0 || Number.isNaN(major)) {
    const where = folder === null ? 'in the usual places or on PATH' : `in ${JSON.stringify(folder)}`;
    const status = 'code' in exit ? exit.code : exit.signal;
    throw new HoldfastError(
      'host-unsupported',
      `Cannot find ${name} on "${host.name}": none that works is ${where} (${status}), expected that of PostgreSQL ` +
        `${serverMajor}. Install the server's client package there, or name its folder: ?bin=/folder.`,
    );
  }
  const version = display(fromText(said));
  if (major < serverMajor) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot use "${display(path)}" on "${host.name}": it is ${version}, expected version ${serverMajor} or newer as the ` +
        'server’s. Install the client of the server’s version there, or name its folder: ?bin=/folder.',
    );
  }
  return { path: Buffer.from(path, 'latin1').toString('utf8'), version, major };
}
