import { fromText } from '../../bytestring.ts';
import type { Database, DatabaseContext, StoredDump } from '../../databases/database.ts';
import type { DrilledServer } from '../../drills/postgresql-service.ts';
import { POSTGRES_USER } from '../../drills/postgresql-service.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quoteAll } from '../../hosts/quote.ts';

/**
 * Restores a dump into a server that a drill has made. Images seldom have the locales of the servers that are backed up: where
 * the database can't be made as it was, it is made without one. The same data has the same fingerprint in another locale.
 * @returns what is otherwise than it was, ready to show; empty: nothing.
 * @throws HoldfastError what Database.restore throws.
 */
export async function restoreDump(
  { host, toolFolder, socketFolder }: Pick<DrilledServer, 'toolFolder' | 'socketFolder'> & { host: Host },
  dump: StoredDump,
  database: Database,
  context: DatabaseContext,
): Promise<string> {
  const { record } = dump;
  const terms = { overwrite: false };
  try {
    await database.restore(host, dump, terms, context);
    return '';
  } catch (error) {
    const isMade = error instanceof HoldfastError && error.code === 'restore-blocked';
    if (!isMade || record.database === null || context.signal.aborted) throw error;
    const words = [
      '-T',
      'template0',
      '-E',
      record.restore['encoding'] ?? 'UTF8',
      '--locale=C',
      '--',
      record.database,
    ];
    const command = [`${toolFolder}/createdb`, '-h', socketFolder, '-U', POSTGRES_USER, '-w', ...words];
    const { signal } = context;
    await runSuccessfully(host, 'make a database for the drill', quoteAll(command.map(fromText)), { signal });
    await database.restore(host, dump, terms, context);
    return `, in the locale C: the image lacks ${record.restore['collate'] ?? 'the database’s'}`;
  }
}
