import { HoldfastError } from '../../errors.ts';
import type { RestoreResult } from './options.ts';

/** The after commands failed, although the restore itself is done: `result` says what it did. */
export class RestoreAfterFailure extends HoldfastError {
  readonly result: RestoreResult;

  constructor(failure: HoldfastError, result: RestoreResult) {
    super(failure.code, `${failure.message} ${doneBy(result)}`, { cause: failure });
    this.result = result;
  }
}

function doneBy({ dryRun, undoFolders }: RestoreResult): string {
  if (dryRun) return 'Nothing was restored: it was a dry run.';
  if (undoFolders.length === 0) return 'The restore itself is done; nothing was in its way.';
  const where = undoFolders.map((folder) => `"${folder}"`).join(', ');
  return `The restore itself is done; what was in its way lies in ${where}.`;
}
