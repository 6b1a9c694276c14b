import type { Database } from '../databases/database.ts';
import { isPlaceOfOurs, parseDatabaseAt } from '../databases/tunnelled.ts';
import { parseContainerAddress } from '../hosts/container-address.ts';
import type { Host } from '../hosts/host.ts';
import { localHost } from '../hosts/local.ts';
import type { DumpRequest } from '../operations/backup/options.ts';
import type { BackupFlags } from './backup-flags.ts';
import { connect } from './connect.ts';
import type { HostFlags } from './flags.ts';
import type { Task } from './task.ts';
import type { Terminal } from './terminal.ts';

/** The databases that --database names. @throws HoldfastError bad-input. */
export function databasesOf(
  { database, databaseOn }: Pick<BackupFlags, 'database' | 'databaseOn'>,
  env: Terminal['env'],
): DumpRequest[] {
  const parse = parserOf(databaseOn);
  return database.map((url) => ({ database: parse(url, 'the database', env) }));
}

/** `parseDatabase` for what --database-on says. @throws HoldfastError bad-input for a place that is none. */
export function parserOf(databaseOn: string): (text: string, name: string, env: Terminal['env']) => Database {
  if (!isPlaceOfOurs(databaseOn)) parseContainerAddress(databaseOn);
  return (text, name, env) => parseDatabaseAt(databaseOn, text, name, env);
}

/** How what --database-on says is reached; undefined: it is the host that --on names. */
export function databaseHost<Flags extends HostFlags & { readonly databaseOn: string }>(
  task: Task<Flags>,
): (() => Promise<Host>) | undefined {
  const { databaseOn } = task.flags;
  if (databaseOn === 'host' || databaseOn === 'tunnel') return undefined;
  if (databaseOn === 'here') return async () => localHost();
  return () => connect({ ...task, flags: { ...task.flags, container: databaseOn } });
}
