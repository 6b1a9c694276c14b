import type { Duplex } from 'node:stream';
import type { ClientChannel } from 'ssh2';
import { asHoldfastError, type HoldfastError } from '../errors.ts';
import type { Destination } from './destination.ts';
import type { SshConnection } from './ssh-connection.ts';
import { noAnswerFrom, noWay } from './tunnel-errors.ts';

/**
 * A connection from the host to `to`, over `connection`. It is destroyed with the reason when that is lost: ssh2 would
 * end it as if all had come.
 *
 * @throws HoldfastError host-unreachable, no-permission, host-silent.
 */
export function forwardOut(
  host: string,
  connection: SshConnection,
  to: Destination,
  limitMs: number,
): Promise<Duplex> {
  const { client, lost } = connection;
  return new Promise((resolve, reject) => {
    let isGivenUp = false;
    const fail = (error: HoldfastError) => {
      isGivenUp = true;
      settle();
      reject(error);
    };
    const settle = () => {
      clearTimeout(timer);
      lost.removeEventListener('abort', onLost);
    };
    const onLost = () => fail(lost.reason);
    const timer = setTimeout(() => fail(noAnswerFrom(host, to, limitMs)), limitMs);
    lost.addEventListener('abort', onLost, { once: true });
    if (lost.aborted) return onLost();
    const onOpened = (error: Error | undefined, channel: ClientChannel) => {
      if (isGivenUp) return void channel?.destroy();
      if (error !== undefined) return fail(asHoldfastError(error) ?? noWay(host, to, saidBy(error), error));
      settle();
      destroyWith(channel, lost);
      resolve(channel);
    };
    if ('socketPath' in to) client.openssh_forwardOutStreamLocal(to.socketPath, onOpened);
    else client.forwardOut('127.0.0.1', 0, to.host, to.port, onOpened);
  });
}

function destroyWith(channel: Duplex, lost: AbortSignal): void {
  const onLost = () => void channel.destroy(lost.reason);
  lost.addEventListener('abort', onLost, { once: true });
  channel.once('close', () => lost.removeEventListener('abort', onLost));
}

/** RFC 4254, 5.1. */
const ADMINISTRATIVELY_PROHIBITED = 1;

/** As OpenSSH's own client tells it. */
function saidBy(error: Error & { readonly reason?: unknown }): string {
  const said = error.message.replace(/^\(SSH\) Channel open failure: /, '');
  return error.reason === ADMINISTRATIVELY_PROHIBITED ? `administratively prohibited: ${said}` : said;
}
