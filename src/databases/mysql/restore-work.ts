import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, RestoreTerms, StoredDump } from '../database.ts';
import type { MysqlChoices } from './choices.ts';
import type { Server } from './connect.ts';

/** What a restore works with. */
export interface RestoreWork {
  readonly host: Host;
  readonly choices: MysqlChoices;
  readonly server: Server;
  readonly dump: StoredDump;
  readonly terms: RestoreTerms;
  readonly context: DatabaseContext;
}
