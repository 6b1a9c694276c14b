import { parseHostAddress } from './address.ts';
import type { ConnectOptions } from './connect-options.ts';
import type { Host } from './host.ts';
import { localHost } from './local.ts';
import { connectOpenSsh } from './openssh.ts';
import { connectSsh } from './ssh.ts';

/**
 * The host at `on`: `local`, or `ssh://user@host:port`. For this machine only `become` and the timings count.
 * @throws HoldfastError bad-input for another `on`; what connectSsh and connectOpenSsh throw.
 */
export async function connectHost(on: string, options: ConnectOptions = {}): Promise<Host> {
  const address = parseHostAddress(on);
  if (address === 'local') return localHost({ become: options.become, ...options.timings });
  return options.client === 'openssh' ? connectOpenSsh(address, options) : connectSsh(address, options);
}
