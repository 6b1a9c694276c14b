/**
 * Every failure that a user can meet, by its typed code. A code decides the exit status (see src/cli/exit-status.ts)
 * and whether trying again can help; the message is for a person.
 */
export type ErrorCode =
  | 'bad-input' // a flag, an input, a path or a pattern that can't be right
  | 'repository-missing'
  | 'repository-exists'
  | 'repository-damaged' // an object that is truncated, altered, or not what its name says
  | 'repository-unsupported' // a version or an algorithm that we don't know
  | 'wrong-password'
  | 'locked'
  | 'lock-lost'
  | 'lease-lost' // an application that we stopped may have been started by its watchdog
  | 'retained' // the storage's Object Lock forbids removing it yet
  | 'snapshot-missing'
  | 'archive-missing'
  | 'archive-damaged' // truncated, altered, without its manifest, or not what that says
  | 'backend-failed' // the storage answered with an error, or not at all
  | 'no-space'
  | 'no-permission'
  | 'retained' // the storage's Object Lock forbids removing it yet
  | 'host-unreachable'
  | 'host-key-unknown'
  | 'host-key-mismatch'
  | 'host-login-refused'
  | 'host-silent'
  | 'host-unsupported' // lacks a tool that the work needs
  | 'application-unfit' // an application that is in no state to be saved or put back
  | 'command-failed' // a command on a host ended with a status that isn't success
  | 'dump-failed' // a database's dump that isn't whole, or can't be taken
  | 'source-missing' // a path to back up that isn't there
  | 'source-unreadable'
  | 'source-changed' // a file changed while it was read
  | 'copy-failed' // the snapshot is safe, its copy in the second repository isn't made
  | 'restore-unsafe' // a tree or a destination that would make us write outside the root
  | 'restore-blocked' // something is in the way, or the preflight failed
  | 'restore-mismatch' // what was restored is not what was saved
  | 'cancelled'
  | 'internal'; // a broken invariant of our own

/**
 * The base of every error that Holdfast throws on purpose.
 *
 * Message: "Cannot <do> <quoted subject>: <actual>, expected <limit>. <What to do.>" Never holds a secret.
 * Text that came from a host or a repository is quoted with `display` (src/bytestring.ts) before it goes in.
 */
export class HoldfastError extends Error {
  override readonly name = 'HoldfastError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** The HoldfastError in `error` or in its chain of causes, or null. */
export function asHoldfastError(error: unknown): HoldfastError | null {
  for (let e = error; e instanceof Error; e = e.cause) {
    if (e instanceof HoldfastError) return e;
  }
  return null;
}
