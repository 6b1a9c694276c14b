import { isIPv6 } from 'node:net';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/** Where a server listens, as seen from a host. */
export type Destination =
  | { readonly host: string; readonly port: number }
  /** Absolute. */
  | { readonly socketPath: string };

/** `127.0.0.1:5432`, `[::1]:5432`, `/run/mysqld/mysqld.sock`. */
export function formatDestination(to: Destination): string {
  if ('socketPath' in to) return displayText(to.socketPath);
  return `${to.host.includes(':') ? `[${to.host}]` : displayText(to.host)}:${to.port}`;
}

const MAX_PORT = 65_535;

/**
 * The system's ssh takes it as one word, in which it looks for colons, variables and `%` tokens: nothing that has one
 * is let through, to neither client.
 * @throws HoldfastError bad-input.
 */
export function checkDestination(to: Destination): void {
  const actual = faultIn(to);
  if (actual === null) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot make a tunnel to "${formatDestination(to)}": ${actual}, expected a host and a port, or the absolute path of a ` +
      'Unix socket. Correct it.',
  );
}

function faultIn(to: Destination): string | null {
  if ('socketPath' in to) {
    if (!to.socketPath.startsWith('/')) return 'the path is not absolute';
    return /^[\x21-\x7e]+$/.test(to.socketPath) && !/[:\\%$[\]"'`]/.test(to.socketPath)
      ? null
      : 'the path holds a character that ssh would take for something else';
  }
  if (!/^[A-Za-z0-9_.-]+$/.test(to.host) && !isIPv6(to.host)) return 'that is no host';
  if (to.host.startsWith('-')) return 'that is no host';
  return Number.isInteger(to.port) && to.port >= 1 && to.port <= MAX_PORT
    ? null
    : `the port isn't a number from 1 to ${MAX_PORT}`;
}
