import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, RestoreTerms, StoredDump } from '../database.ts';
import type { PostgresqlChoices } from './choices.ts';
import type { Tool } from './tools.ts';

/** What a restore works with. */
export interface RestoreWork {
  readonly host: Host;
  readonly choices: PostgresqlChoices;
  readonly dump: StoredDump;
  readonly terms: RestoreTerms;
  readonly context: DatabaseContext;
  /** Of the server that it is restored into. */
  readonly serverMajor: number;
  /** What pg_restore is there, asked ahead: it takes as long as a command does. Default: asked when it is needed. */
  readonly tool?: Promise<Tool> | undefined;
  /** Whether the dump's statements mustn't be shown: passwords' hashes stand in them. Default: they may be. */
  readonly hasSecrets?: boolean;
}
