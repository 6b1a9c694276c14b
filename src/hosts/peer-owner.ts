import { createReadStream } from 'node:fs';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** A socket's own address, the other end's, its state, two queues, a timer, retransmissions, and its user's number. */
const ROW = /^ *\d+: ([0-9A-F]{8}:[0-9A-F]{4}) ([0-9A-F]{8}:[0-9A-F]{4}) ([0-9A-F]{2}) \S+ \S+ \S+ +(\d+) /;
const ESTABLISHED = '01';

/**
 * The user (number) who holds the other end of an accepted connection of IPv4 on this machine, by Linux's table of
 * connections (proc_net_tcp in the kernel's documentation). Null: there is none, also since it has gone meanwhile.
 */
export async function ownerOfPeer({
  remoteAddress,
  remotePort,
  localAddress,
  localPort,
}: Socket): Promise<number | null> {
  const [peer, own] = [rowAddress(remoteAddress, remotePort), rowAddress(localAddress, localPort)];
  if (peer === null || own === null) return null;
  const lines = createInterface({
    input: createReadStream('/proc/net/tcp'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  try {
    for await (const line of lines) {
      const [, itsOwn, itsPeer, state, user] = ROW.exec(line) ?? [];
      if (itsOwn === peer && itsPeer === own && state === ESTABLISHED) return Number(user);
    }
    return null;
  } finally {
    lines.close();
  }
}

/** As the table writes it: an address's four bytes as a number of this machine (little-endian), the port as one. */
function rowAddress(address: string | undefined, port: number | undefined): string | null {
  const parts = /^(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address ?? '')?.slice(1);
  if (parts === undefined || port === undefined) return null;
  const hex = (value: number, digits: number) => value.toString(16).toUpperCase().padStart(digits, '0');
  return `${parts
    .reverse()
    .map((part) => hex(Number(part), 2))
    .join('')}:${hex(port, 4)}`;
}
