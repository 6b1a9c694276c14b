import { display, fromBytes, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { findScript } from './access.ts';
import { isOlder, PRODUCT_NAMES, type Product, parseClientVersion, type Version } from './product.ts';

export interface Tool extends Version {
  readonly path: string;
  /** As it names itself, ready to show. */
  readonly said: string;
}

export interface DumpTool extends Tool {
  /** Whether it asks the server itself to wait for who reads it (`--network-timeout`, which is on where it is known). */
  readonly isPatient: boolean;
}

const NAMES = {
  client: { mariadb: ['mariadb', 'mysql'], mysql: ['mysql', 'mariadb'] },
  dump: { mariadb: ['mariadb-dump', 'mysqldump'], mysql: ['mysqldump'] },
} as const;

interface Search {
  readonly folder: string | null;
  readonly signal: AbortSignal;
}

/** A client of whichever product: it carries questions, and dumps. @throws HoldfastError host-unsupported without one. */
export async function findClient(
  host: Host,
  { prefer, ...search }: Search & { prefer: Product },
): Promise<Tool> {
  return find(host, NAMES.client[prefer], search);
}

/**
 * The dump tool of the server's own product: the other's leaves out what it doesn't know.
 * @throws HoldfastError host-unsupported if there is none, if it is the other product's, or older than the server.
 */
export async function findDumpTool(
  host: Host,
  { server, ...search }: Search & { server: Version },
): Promise<DumpTool> {
  const tool = await find(host, NAMES.dump[server.product], search);
  const expected = `${PRODUCT_NAMES[server.product]} ${server.major}.${server.minor}`;
  if (tool.product !== server.product) throw unfit(host, tool, `the server is ${expected}`, expected);
  if (isOlder(tool, server)) throw unfit(host, tool, 'it is older than the server', `${expected} or newer`);
  return { ...tool, isPatient: tool.product === 'mysql' && (await isPatient(host, tool, search.signal)) };
}

async function isPatient(host: Host, { path }: Tool, signal: AbortSignal): Promise<boolean> {
  const { stdout } = await runToEnd(host, `${quote(fromText(path))} --no-defaults --help`, { signal });
  return stdout.includes('--network-timeout');
}

function unfit(host: Host, tool: Tool, problem: string, expected: string): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot use ${JSON.stringify(tool.path)} on "${host.name}": it is "${tool.said}" and ${problem}, expected the dump tool of ` +
      `${expected}. Install the server's own client there, or name its folder: ?bin=/folder.`,
  );
}

async function find(host: Host, names: readonly string[], { folder, signal }: Search): Promise<Tool> {
  const { stdout, exit } = await runToEnd(host, findScript(names, folder), { signal });
  const end = stdout.indexOf(0);
  const path = fromBytes(stdout.subarray(0, Math.max(0, end)));
  const said = stdout
    .subarray(end + 1)
    .toString('utf8')
    .trim();
  const version = end < 0 ? null : parseClientVersion(said);
  if (version === null) {
    const where = folder === null ? 'on PATH' : `in ${JSON.stringify(folder)}`;
    const status = 'code' in exit ? exit.code : exit.signal;
    throw new HoldfastError(
      'host-unsupported',
      `Cannot find ${names.join(' or ')} on "${host.name}": none that works is ${where} (${status}). Install the server's ` +
        'client package there, or name its folder: ?bin=/folder.',
    );
  }
  return {
    ...version,
    path: Buffer.from(path, 'latin1').toString('utf8'),
    said: display(fromText(said.slice(0, 200))),
  };
}
