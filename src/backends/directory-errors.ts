import type { ErrorCode } from '../errors.ts';
import { HoldfastError } from '../errors.ts';
import { systemCode, systemErrorText } from '../system-error.ts';
import { MissingFileError, PassingFaultError, ReadFaultError } from './backend.ts';

/** Faults of a disk or a network filesystem that may be gone a moment later. */
const PASSING = new Set([
  'EAGAIN',
  'EBUSY',
  'ECONNABORTED',
  'ECONNRESET',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EINTR',
  'EIO',
  'EMFILE',
  'ENFILE',
  'ENETDOWN',
  'ENETUNREACH',
  'ENOMEM',
  'ENOTCONN',
  'EREMOTEIO',
  'ESTALE',
  'ETIMEDOUT',
  'ETXTBSY',
]);

/** Errors of a call that the filesystem doesn't offer: NFS, SMB and FUSE lack some of fsync, chmod and link. */
const UNOFFERED = new Set(['ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EPERM', 'EMLINK']);

export function isUnoffered(error: unknown): boolean {
  return UNOFFERED.has(systemCode(error));
}

/** `error` of the filesystem as ours: `what` is `Cannot save pack 1f0c… in "/srv/backup"`. */
export function directoryError(what: string, error: unknown): HoldfastError {
  if (error instanceof HoldfastError) return error;
  const [code, actual, advice] = explain(error);
  return new HoldfastError(code, `${what}: ${actual}.${advice === '' ? '' : ` ${advice}`}`, {
    cause: causeOf(error),
  });
}

/**
 * What a disk, or the checksums of a filesystem, say of contents that are lost. EIO may also pass: a network filesystem
 * says it of a connection.
 */
const READ_FAULTS = new Set(['EIO', 'EUCLEAN', 'EBADMSG']);

/** The same for reading a file that is there. */
export function directoryReadError(what: string, error: unknown): HoldfastError {
  const failure = directoryError(what, error);
  if (!READ_FAULTS.has(systemCode(error))) return failure;
  return new HoldfastError(
    failure.code,
    `${failure.message} The disk does not give it: see what the system's log (dmesg) says of that.`,
    { cause: new ReadFaultError(systemCode(error), { cause: failure }) },
  );
}

function causeOf(error: unknown): unknown {
  const code = systemCode(error);
  if (code === 'ENOENT') return new MissingFileError('ENOENT', { cause: error });
  if (PASSING.has(code)) return new PassingFaultError(code, { cause: error });
  return error;
}

function explain(error: unknown): [ErrorCode, string, string] {
  const code = systemCode(error);
  switch (code) {
    case 'ENOSPC':
      return [
        'no-space',
        'no space is left on the filesystem (ENOSPC)',
        'Free some, or move the repository.',
      ];
    case 'EDQUOT':
      return ['no-space', 'the disk quota is used up (EDQUOT)', 'Free some space, or have the quota raised.'];
    case 'EACCES':
    case 'EPERM':
      return [
        'no-permission',
        `permission denied (${code})`,
        `Give the user that runs this (uid ${process.getuid?.() ?? '?'}) the right to it.`,
      ];
    case 'EROFS':
      return ['no-permission', 'the filesystem is mounted read-only (EROFS)', 'Mount it read-write.'];
    case 'ENOENT':
      return ['backend-failed', "it isn't there (ENOENT)", ''];
    default:
      return ['backend-failed', systemErrorText(error), ''];
  }
}
