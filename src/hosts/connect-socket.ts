import { connect, type Socket } from 'node:net';
import type { Destination } from './destination.ts';
import { noAnswerFrom, noWay } from './tunnel-errors.ts';

/**
 * A connection from this machine to `to`.
 * @param host For messages.
 * @throws HoldfastError host-unreachable, no-permission.
 */
export function connectSocket(host: string, to: Destination, limitMs: number): Promise<Socket> {
  const place =
    'socketPath' in to ? { path: to.socketPath } : { host: to.host, port: to.port, noDelay: true };
  return new Promise((resolve, reject) => {
    const socket = connect({ ...place, allowHalfOpen: true });
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(noAnswerFrom(host, to, limitMs)), limitMs);
    socket.once('error', (error) => fail(noWay(host, to, error.message, error)));
    socket.once('connect', () => {
      clearTimeout(timer);
      socket.removeAllListeners('error');
      resolve(socket);
    });
  });
}
