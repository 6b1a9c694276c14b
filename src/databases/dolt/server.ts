import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isOlder } from '../versions.ts';
import { makeFolder, removeFolder } from '../work-folder.ts';
import type { DoltClient, Row } from './client.ts';

export interface DoltFacts {
  /** Of the server, or of what opens the files: `2.2.0`. */
  readonly version: string;
  /** Of the `dolt` on the host. */
  readonly tool: string;
  /** Without those that every server has. */
  readonly databases: readonly string[];
}

/** They belong to no user. */
const BUILT_IN = new Set(['information_schema', 'mysql', 'performance_schema', 'sys', 'dolt_cluster']);

/**
 * Both versions. The client's is asked for by SQL in an empty folder: `dolt version` would ask GitHub for a newer one.
 * @throws HoldfastError host-unsupported for a client that is older than its server: it may not know what lies there.
 */
export async function readDoltFacts(client: DoltClient, workFolder: string): Promise<DoltFacts> {
  const { version, databases } = (await askServer(client)).facts;
  const tool = client.isOnFolder ? version : await toolVersion(client, workFolder);
  const facts = { version, tool, databases };
  if (!isOlder(facts.tool, facts.version)) return facts;
  throw new HoldfastError(
    'host-unsupported',
    `Cannot use dolt on "${client.host.name}": it is version ${facts.tool}, expected the server’s ${facts.version} or newer. ` +
      'Install the server’s version there, or name its folder: ?bin=/folder.',
  );
}

/** Its version and its databases; and what else is asked in the same session. @throws HoldfastError command-failed. */
export async function askServer(
  client: DoltClient,
  statements: readonly string[] = [],
): Promise<{ facts: Omit<DoltFacts, 'tool'>; others: readonly Row[] }> {
  const rows = await client.query('ask Dolt what it has', [VERSION, 'SHOW DATABASES', ...statements]);
  const others = rows.filter((row) => row['v'] === undefined && row['Database'] === undefined);
  return { facts: { version: versionIn(rows), databases: databasesIn(rows) }, others };
}

const VERSION = `SELECT dolt_version() AS v`;

function versionIn(rows: readonly Row[]): string {
  return displayText(rows.find(({ v }) => v !== undefined)?.['v'] ?? '');
}

function databasesIn(rows: readonly Row[]): string[] {
  const names = rows.flatMap((row) => row['Database'] ?? []);
  // What a session has chosen as `app/branch` is told, too.
  return names.filter((name) => !BUILT_IN.has(name) && !name.includes('/')).sort();
}

/** Of the `dolt` on the host, whatever a server is. @throws HoldfastError command-failed where there is none. */
export async function toolVersion(client: DoltClient, workFolder: string): Promise<string> {
  const folder = await makeFolder(client.host, workFolder, client.signal);
  try {
    return versionIn(await client.ofFolder(folder).query('ask dolt for its version', [VERSION]));
  } finally {
    await removeFolder(client.host, folder, client.signal);
  }
}
