import { HoldfastError } from '../../errors.ts';
import type { BackupResult } from './result.ts';

/** The after commands failed, although the backup itself is done: `result` says what was saved. */
export class AfterFailure extends HoldfastError {
  readonly result: BackupResult;

  constructor(failure: HoldfastError, result: BackupResult) {
    super(failure.code, `${failure.message} ${savedBy(result)}`, { cause: failure });
    this.result = result;
  }
}

function savedBy({ snapshotId, complete, unchanged, parentId }: BackupResult): string {
  if (unchanged) return `Nothing had changed since snapshot ${parentId?.slice(0, 8)}.`;
  if (snapshotId === null) return 'Nothing was saved: it was a dry run.';
  return `Snapshot ${snapshotId.slice(0, 8)} is saved${complete ? '' : ' (incomplete)'}.`;
}
