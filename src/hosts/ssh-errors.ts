import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { ConnectTimings } from './connect-options.ts';

/** The cause of errors that may pass: trying again can help. */
export class PassingFault extends Error {
  override readonly name = 'PassingFault';
}

/** A server that took none of the ways to log in that it was offered. */
export class LoginRefusedError extends Error {
  override readonly name = 'LoginRefusedError';
  /** The ways that it would take, in SSH's words: `publickey`, `password`, `keyboard-interactive`; empty: unknown. */
  readonly takes: readonly string[];

  constructor(message: string, takes: readonly string[]) {
    super(message);
    this.takes = takes;
  }
}

/** A server that has no host key of the types that were offered to it. */
export class NoSuchHostKeyError extends Error {
  override readonly name = 'NoSuchHostKeyError';
}

export function connectingCancelled(name: string): HoldfastError {
  return new HoldfastError('cancelled', `Cannot connect to "${name}": the run was cancelled.`);
}

export function noAnswer(name: string, { connectTimeoutMs }: ConnectTimings): HoldfastError {
  return unreachable(name, `no answer within ${connectTimeoutMs / 1000} s`, new PassingFault('timed out'));
}

export function unreachable(name: string, actual: string, cause?: Error): HoldfastError {
  return new HoldfastError(
    'host-unreachable',
    `Cannot connect to "${name}": ${actual}, expected an SSH server. Look at the address, the host and its firewall.`,
    { cause },
  );
}

const PASSING_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);

/** Of TCP. */
export function connectFailure(name: string, error: NodeJS.ErrnoException): HoldfastError {
  const code = error.code ?? '';
  const actual = code === 'ENOTFOUND' ? 'there is no host of that name' : displayText(error.message || code);
  return unreachable(
    name,
    actual,
    PASSING_CODES.has(code) ? new PassingFault(code, { cause: error }) : error,
  );
}

/** Of SSH, up to and with the login. @param takes See LoginRefusedError. */
export function handshakeFailure(
  name: string,
  error: Error & { level?: string; code?: unknown },
  takes: readonly string[],
): HoldfastError | NoSuchHostKeyError | LoginRefusedError {
  if (error.level === 'client-authentication') return new LoginRefusedError(error.message, takes);
  if (error.message.includes('no matching host key format')) return new NoSuchHostKeyError(error.message);
  if (error.level === 'handshake' && error.message.includes('no matching')) {
    return unreachable(name, `${displayText(error.message)} in common`, error);
  }
  // A server that has too many unfinished logins drops a connection before or in the middle of a handshake.
  return unreachable(name, displayText(error.message), new PassingFault(error.message, { cause: error }));
}

export function connectionLost(name: string, error: Error | null): HoldfastError {
  const why = error === null ? 'the other side closed it' : displayText(error.message);
  return new HoldfastError(
    'host-unreachable',
    `Cannot go on with "${name}": the connection is lost, ${why}. Look at the host and the network, and run again.`,
    { cause: error ?? undefined },
  );
}

export function silent(name: string, silentAfterMs: number): HoldfastError {
  return new HoldfastError(
    'host-silent',
    `Cannot go on with "${name}": not a byte came for ${silentAfterMs / 1000} s, expected a sign of life. ` +
      'Look at the host and the network, and run again.',
  );
}
