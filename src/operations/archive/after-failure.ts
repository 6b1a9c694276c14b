import { HoldfastError } from '../../errors.ts';
import type { ArchiveResult } from './options.ts';

/** The after commands failed, although the archive itself is whole: `result` says what was saved. */
export class ArchiveAfterFailure extends HoldfastError {
  readonly result: ArchiveResult;

  constructor(failure: HoldfastError, result: ArchiveResult) {
    const how = result.complete ? '' : ' (incomplete)';
    super(failure.code, `${failure.message} The archive ${result.id} is saved${how}.`, { cause: failure });
    this.result = result;
  }
}
