import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, StoredDump } from '../database.ts';
import type { PostgresqlChoices } from './choices.ts';

/** What a restore works with. */
export interface RestoreWork {
  readonly host: Host;
  readonly choices: PostgresqlChoices;
  readonly dump: StoredDump;
  readonly context: DatabaseContext;
  /** Of the server that it is restored into. */
  readonly serverMajor: number;
}
