import { asHoldfastError, type ErrorCode } from '../errors.ts';

/** Exit statuses of the command line: restic's, where restic has one. */
export const ExitStatus = {
  ok: 0,
  /** Failed; nothing half-done counts. */
  fatal: 1,
  /**
   * A snapshot was made, but something could not be read, or a path isn't there: it is tagged `incomplete`. Or a
   * snapshot could not be removed, or was not because its target is frozen. Or a plan has targets that can't be run, or an
   * audit found something.
   */
  incomplete: 3,
  repositoryMissing: 10,
  locked: 11,
  wrongPassword: 12,
  interrupted: 130,
} as const;

export type ExitStatus = (typeof ExitStatus)[keyof typeof ExitStatus];

/** For `--help` and the documentation. */
export const EXIT_STATUS_MEANINGS: Readonly<Record<ExitStatus, string>> = {
  0: 'done',
  1: 'failed: the message says what and what to do',
  3: 'the backup is incomplete: some files could not be read, or a path is not there (the snapshot is kept, tagged `incomplete`); or not all was forgotten: a snapshot could not be removed, or a target is frozen; or a plan has targets that can’t be backed up; or an audit found that backups are not as they were promised',
  10: 'the repository does not exist',
  11: 'the repository is locked by somebody else',
  12: 'wrong password',
  130: 'interrupted (SIGINT, SIGTERM)',
};

const STATUS_OF_CODE: Partial<Record<ErrorCode, ExitStatus>> = {
  'repository-missing': ExitStatus.repositoryMissing,
  locked: ExitStatus.locked,
  'wrong-password': ExitStatus.wrongPassword,
  cancelled: ExitStatus.interrupted,
};

/** The exit status that says what `error` was. */
export function exitStatusOf(error: unknown): ExitStatus {
  const known = asHoldfastError(error);
  return (known === null ? undefined : STATUS_OF_CODE[known.code]) ?? ExitStatus.fatal;
}
