import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { failureText } from '../../failure-text.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { DatabaseContext, RestoredDatabase } from '../database.ts';
import { compareFingerprints, FINGERPRINT_VERSION, type Fingerprint } from '../fingerprint.ts';
import { unpackTar } from '../folder-tar.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import type { DoltClient } from './client.ts';
import type { DoltRestoreWork } from './restore-work.ts';
import { identifier, literal } from './sql.ts';
import { backupFolder, MIRROR_DATABASE, openable } from './staging.ts';
import {
  type DoltOutline,
  fingerprintOf,
  type Remote,
  stateIn,
  stateStatements,
  tooMuchIn,
} from './state.ts';

/** What a manifest says of a database's backup. */
export interface StoredBackup {
  readonly outline: DoltOutline;
}

/** @throws HoldfastError repository-damaged. */
export function storedBackup(record: DumpRecord): StoredBackup {
  const { outline = '', default_branch: defaultBranch = '' } = record.restore;
  try {
    const { branches, tables } = JSON.parse(outline) as { branches: unknown; tables: unknown };
    if (isTexts(branches) && isTexts(tables))
      return {
        outline: {
          database: record.database ?? '',
          defaultBranch,
          branches,
          tables,
          remotes: [],
          backups: {},
        },
      };
  } catch {
    // Told below.
  }
  throw new HoldfastError(
    'repository-damaged',
    `Cannot restore the dump ${record.name}: what its manifest says of its branches and tables can't be read. Restore it as a file (--target): ` +
      'it is a tar of a folder that `dolt backup restore file://…` takes.',
  );
}

/**
 * Unpacks the backup in `folder`, checks it by Dolt's own `fsck`, and opens it there to compare it with the manifest: all that can be
 * known of it before a server has it.
 * @returns its URL.
 * @throws HoldfastError restore-mismatch, command-failed.
 */
export async function unpackBackup(
  { client, dump, context }: DoltRestoreWork,
  folder: string,
  { outline }: StoredBackup,
): Promise<string> {
  const { record } = dump;
  const what = `unpack the dump ${record.name}`;
  const unpacked = backupFolder(folder);
  await unpackTar(client.host, { folder: unpacked, content: dump.content(), what, signal: client.signal });
  const script = `cd ${quote(fromText(folder))} || exit 1\n${openable(outline.defaultBranch)}`;
  await runSuccessfully(client.host, what, script, { signal: client.signal });
  const copy = client.ofFolder(folder);
  const said = await copy.run(`check the dump ${record.name}`, `${folder}/${MIRROR_DATABASE}`, [
    'fsck',
    '--quiet',
  ]);
  if (!said.includes('No problems found')) {
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot restore the dump ${record.name}: dolt fsck says ${JSON.stringify(displayText(said.slice(-200)))}, expected no problems.`,
    );
  }
  const rows = await copy.query(`open the dump ${record.name}`, stateStatements(outline, MIRROR_DATABASE));
  const { fingerprint } = record;
  if (fingerprint !== null && fingerprint.fingerprint_version === FINGERPRINT_VERSION)
    requireSameState(fingerprint, stateIn(rows), `the dump ${record.name}`);
  context.onInfo(`${record.name}: unpacked, and dolt fsck finds no problem`);
  return `file://${unpacked}`;
}

/** @throws HoldfastError restore-mismatch unless `is` has every branch, tag, stash, uncommitted work and table as `was`, and no other. */
export function requireSameState(
  was: Pick<Fingerprint, 'tables' | 'values'>,
  is: Pick<Fingerprint, 'tables' | 'values'>,
  what: string,
): RestoredDatabase['verified'] {
  const { differences, differenceCount, onlyCounted, tables, rows } = compareFingerprints(
    fingerprintOf(was, {}),
    fingerprintOf(is, {}),
  );
  const told = differences.map(displayText);
  told.push(...tooMuchIn(was, is));
  if (told.length === 0) return { tables, rows, onlyCounted: onlyCounted.length };
  const left = differenceCount - differences.length;
  throw new HoldfastError(
    'restore-mismatch',
    `Cannot count ${what} as restored: ${told.join('; ')}${left > 0 ? ` and ${left} more` : ''}, expected what was dumped.`,
  );
}

/** Where it was pushed to. A backup of Dolt's doesn't hold that. One that can't be made again is told. */
export async function addRemotes(
  client: DoltClient,
  database: string,
  remotes: readonly Pick<Remote, 'name' | 'url'>[],
  context: DatabaseContext,
): Promise<void> {
  for (const { name, url } of remotes) {
    const statements = [
      `USE ${identifier(database)}`,
      `CALL dolt_remote('add', ${literal(name)}, ${literal(url)})`,
    ];
    await client.query(`add the remote ${quoted(name)}`, statements).catch((error: unknown) => {
      if (client.signal.aborted) throw error;
      context.onWarning(
        `${displayText(database)} has no remote ${quoted(name)} (${displayText(url)}) yet: ${failureText(error)} Its own repo_state.json brings it, where that is put back; else add it by hand.`,
      );
    });
  }
}

/** Those of the manifest. */
export function remotesIn({ restore }: DumpRecord): Pick<Remote, 'name' | 'url'>[] {
  try {
    const remotes = JSON.parse(restore['remotes'] ?? '[]') as Partial<Remote>[];
    return remotes.flatMap(({ name, url }) =>
      typeof name === 'string' && name !== '' && typeof url === 'string' ? [{ name, url }] : [],
    );
  } catch {
    return [];
  }
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string' && !text.includes('\0'));
}
