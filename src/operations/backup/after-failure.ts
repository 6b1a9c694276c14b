import { HoldfastError } from '../../errors.ts';
import type { BackupResult } from './result.ts';

/** The after commands failed, although the backup itself is done: `result` says what was saved. */
export class AfterFailure extends HoldfastError {
  readonly result: BackupResult;

  constructor(failure: HoldfastError, result: BackupResult) {
    const saved = `Snapshot ${result.snapshotId?.slice(0, 8)} is saved${result.complete ? '' : ' (incomplete)'}.`;
    super(failure.code, `${failure.message} ${saved}`, { cause: failure });
    this.result = result;
  }
}
