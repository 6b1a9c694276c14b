import { type HostAddress, parseHostAddress } from './address.ts';
import type { ConnectOptions } from './connect-options.ts';
import { connectContainer } from './container.ts';
import { parseContainerAddress } from './container-address.ts';
import { engineEnvironment } from './container-engine.ts';
import type { Host } from './host.ts';
import { localHost } from './local.ts';

/**
 * The host at `on`: `local`, or `ssh://user@host:port`; or the container `options.container` there. For this machine only
 * `become`, the container and the timings count.
 *
 * @throws HoldfastError bad-input for another `on`; what connectSsh, connectOpenSsh and connectContainer throw.
 */
export async function connectHost(on: string, options: ConnectOptions = {}): Promise<Host> {
  const address = parseHostAddress(on);
  const container = options.container === undefined ? null : parseContainerAddress(options.container);
  const host = await connectMachine(address, options);
  if (container === null) return host;
  const environment = address === 'local' ? engineEnvironment(process.env) : {};
  return connectContainer(host, container, { environment, signal: options.signal, ...options.timings });
}

/** What speaks SSH is loaded for a host over SSH alone. */
async function connectMachine(address: HostAddress, options: ConnectOptions): Promise<Host> {
  if (address === 'local') return localHost({ become: options.become, ...options.timings });
  if (options.client === 'openssh') {
    const { connectOpenSsh } = await import('./openssh.ts');
    return connectOpenSsh(address, options);
  }
  const { connectSsh } = await import('./ssh.ts');
  return connectSsh(address, options);
}
