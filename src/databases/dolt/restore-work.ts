import type { DatabaseContext, RestoreTerms, StoredDump } from '../database.ts';
import type { DoltChoices } from './choices.ts';
import type { DoltClient } from './client.ts';

/** What a restore works with. */
export interface DoltRestoreWork {
  readonly client: DoltClient;
  readonly choices: DoltChoices;
  readonly dump: StoredDump;
  readonly terms: RestoreTerms;
  readonly context: DatabaseContext;
}
