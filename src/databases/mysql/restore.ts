import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, RestoredDatabase, RestoreTerms, StoredDump } from '../database.ts';
import type { MysqlChoices } from './choices.ts';

export async function restoreMysql(
  _host: Host,
  _choices: MysqlChoices,
  _dump: StoredDump,
  _terms: RestoreTerms,
  _context: DatabaseContext,
): Promise<RestoredDatabase> {
  throw new Error('TODO');
}
