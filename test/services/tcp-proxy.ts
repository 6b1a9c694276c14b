import { connect, createServer, type Socket } from 'node:net';

export type Side = 'client' | 'server';

export interface TcpProxy {
  readonly port: number;
  /** How many connections have come. */
  readonly connections: number;
  /** From now on no byte is taken from either side, and no end of a connection goes through. */
  fallSilent(): void;
  /** Resets every connection that stands. */
  resetAll(): void;
  /** Ends every connection that stands. */
  endAll(): void;
  /** Resets so many of the next connections at once. */
  refuseNext(count: number): void;
  /**
   * Calls `happen`, once, when `find` has found its place in what comes from a side: what is before it went through,
   * what is behind it waits for what happens.
   * @param find Gets piece after piece; gives where in it the place is, or -1.
   */
  when(side: Side, find: (piece: Buffer) => number, happen: () => void): void;
  stop(): Promise<void>;
}

/** For `TcpProxy.when`: the place after so many bytes. */
export function afterBytes(count: number): (piece: Buffer) => number {
  let left = count;
  return ({ length }) => {
    const place = left <= length ? left : -1;
    left -= length;
    return place;
  };
}

/**
 * A proxy on loopback in front of `targetPort`, to play the faults of a network.
 * @param onConnection Called for each that comes, before a byte goes through it.
 */
export async function startTcpProxy(
  targetPort: number,
  onConnection: (proxy: TcpProxy) => void = () => {},
): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  const awaited: Record<Side, ((piece: Buffer, to: Socket) => boolean) | null> = {
    client: null,
    server: null,
  };
  let [silent, toRefuse, connections] = [false, 0, 0];

  /** Whether all of the piece was taken care of. */
  const forward = (side: Side, piece: Buffer, to: Socket): boolean =>
    silent || to.destroyed || (awaited[side]?.(piece, to) ?? to.write(piece));

  const server = createServer({ allowHalfOpen: true }, (client) => {
    connections++;
    client.on('error', () => undefined);
    if (toRefuse > 0) {
      toRefuse--;
      client.resetAndDestroy();
      return;
    }
    const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    target.on('error', () => client.destroy());
    for (const [side, from, to] of [
      ['client', client, target],
      ['server', target, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (piece) => {
        if (!forward(side, piece, to)) from.pause();
      });
      to.on('drain', () => {
        if (!silent) from.resume();
      });
      from.on('end', () => silent || to.end());
      from.on('close', () => {
        sockets.delete(from);
        if (!silent) to.destroy();
      });
    }
    onConnection(proxy);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const each = (action: (socket: Socket) => void) => [...sockets].forEach(action);
  const proxy: TcpProxy = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    get connections() {
      return connections;
    },
    fallSilent: () => {
      silent = true;
      each((socket) => socket.pause());
    },
    resetAll: () => each((socket) => socket.resetAndDestroy()),
    endAll: () => each((socket) => socket.end()),
    refuseNext: (count) => {
      toRefuse = count;
    },
    when: (side, find, happen) => {
      awaited[side] = (piece, to) => {
        const place = find(piece);
        if (place < 0) return to.write(piece);
        awaited[side] = null;
        to.write(piece.subarray(0, place));
        happen();
        return forward(side, piece.subarray(place), to);
      };
    },
    stop: async () => {
      each((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}
