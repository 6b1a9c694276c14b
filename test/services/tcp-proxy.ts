import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** How many connections have come. */
  readonly connections: number;
  /** From now on no byte goes through in either direction, and no end of a connection does. */
  fallSilent(): void;
  /** Resets every connection that stands. */
  resetAll(): void;
  /** Ends every connection that stands. */
  endAll(): void;
  /** Resets so many of the next connections at once. */
  refuseNext(count: number): void;
  stop(): Promise<void>;
}

/** A proxy on loopback in front of `targetPort`, to play the faults of a network. */
export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let [silent, toRefuse, connections] = [false, 0, 0];
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
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk) => {
        if (!silent && !to.destroyed && !to.write(chunk)) from.pause();
      });
      to.on('drain', () => from.resume());
      from.on('end', () => silent || to.end());
      from.on('close', () => {
        sockets.delete(from);
        if (!silent) to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const each = (action: (socket: Socket) => void) => [...sockets].forEach(action);
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    get connections() {
      return connections;
    },
    fallSilent: () => {
      silent = true;
    },
    resetAll: () => each((socket) => socket.resetAndDestroy()),
    endAll: () => each((socket) => socket.end()),
    refuseNext: (count) => {
      toRefuse = count;
    },
    stop: async () => {
      each((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
