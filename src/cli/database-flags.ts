import { parseDatabase } from '../databases/databases.ts';
import { isPlaceOfOurs, tunnelledDatabase } from '../databases/tunnelled.ts';
import { parseContainerAddress } from '../hosts/container-address.ts';
import type { Host } from '../hosts/host.ts';
import { localHost } from '../hosts/local.ts';
import type { DumpRequest } from '../operations/backup/options.ts';
import type { BackupFlags } from './backup-flags.ts';
import { connect } from './connect.ts';
import type { Task } from './task.ts';
import type { Terminal } from './terminal.ts';

/** The databases that --database names. @throws HoldfastError bad-input. */
export function databasesOf(
  { database, databaseOn }: Pick<BackupFlags, 'database' | 'databaseOn'>,
  env: Terminal['env'],
): DumpRequest[] {
  if (!isPlaceOfOurs(databaseOn)) parseContainerAddress(databaseOn);
  const parse = databaseOn === 'tunnel' ? tunnelledDatabase : parseDatabase;
  return database.map((url) => ({ database: parse(url, 'the database', env) }));
}

/** How what --database-on says is reached; undefined: it is the host that is backed up. */
export function databaseHost(task: Task<BackupFlags>): (() => Promise<Host>) | undefined {
  const { databaseOn } = task.flags;
  if (databaseOn === 'host' || databaseOn === 'tunnel') return undefined;
  if (databaseOn === 'here') return async () => localHost();
  return () => connect({ ...task, flags: { ...task.flags, container: databaseOn } });
}
