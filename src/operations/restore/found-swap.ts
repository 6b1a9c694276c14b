import type { SwapPlan } from './commit.ts';
import type { JournalHead } from './journal.ts';
import type { Workspace } from './workspace.ts';

/** A restore's journal, and the folder that it was found in. */
export interface FoundSwap extends SwapPlan {
  readonly workspace: Workspace;
  readonly head: JournalHead;
  readonly isDone: boolean;
}
