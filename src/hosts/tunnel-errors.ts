import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { type Destination, formatDestination } from './destination.ts';

const LET_IT =
  'Let it: AllowTcpForwarding in its sshd_config, and "port-forwarding" behind "restrict" in authorized_keys.';

/** OpenSSH's server gives one answer for all of it. */
const AS_A_SOCKET =
  ' Over SSH also at whether the user may write to the socket, and at AllowStreamLocalForwarding in sshd_config.';

/** Why `host` made no connection to `to`: `said` is what it, or its SSH server, says. */
export function noWay(host: string, to: Destination, said: string, cause?: unknown): HoldfastError {
  const subject = `Cannot reach "${formatDestination(to)}" from "${host}"`;
  if (/prohibited|not permitted|disabled|unknown channel/i.test(said)) {
    return new HoldfastError(
      'no-permission',
      `${subject}: the SSH server says "${displayText(said)}", expected it to forward the connection. ${LET_IT}`,
      { cause },
    );
  }
  return new HoldfastError(
    'host-unreachable',
    `${subject}: "${displayText(said)}", expected a server there. Look at the address, as seen from that host, and at ` +
      `whether the server runs.${'socketPath' in to ? AS_A_SOCKET : ''}`,
    { cause },
  );
}

export function noAnswerFrom(host: string, to: Destination, limitMs: number): HoldfastError {
  return noWay(host, to, `no answer within ${limitMs / 1000} s`);
}
