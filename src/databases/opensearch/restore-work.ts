import type { DatabaseContext, RestoreTerms, StoredDump } from '../database.ts';
import type { OpensearchChoices } from './choices.ts';
import type { OpensearchClient } from './http.ts';

/** What a restore works with. */
export interface OpensearchRestore {
  readonly client: OpensearchClient;
  readonly choices: OpensearchChoices;
  readonly dump: StoredDump;
  readonly terms: RestoreTerms;
  readonly context: DatabaseContext;
}
