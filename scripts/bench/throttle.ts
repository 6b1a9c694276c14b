import { connect, createServer, type Socket } from 'node:net';

/** A piece is sent when its turn has come: small ones keep the pace even. */
const PIECE_BYTES = 16 * 1024;

/** A proxy on loopback before `targetPort` through which so many bytes go in a second, both ways and all connections together. */
export async function startThrottle(
  targetPort: number,
  bytesPerSecond: number,
): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let freeAtMs = performance.now();
  const turn = (bytes: number) => {
    freeAtMs = Math.max(freeAtMs, performance.now()) + (bytes / bytesPerSecond) * 1000;
    return new Promise((resolve) => setTimeout(resolve, Math.max(0, freeAtMs - performance.now())));
  };
  const carry = async (from: Socket, to: Socket) => {
    for await (const chunk of from) {
      for (let at = 0; at < chunk.length; at += PIECE_BYTES) {
        const piece = chunk.subarray(at, at + PIECE_BYTES);
        await turn(piece.length);
        if (!to.write(piece))
          await new Promise((resolve) => to.once('drain', resolve).once('close', resolve));
      }
    }
    to.end();
  };
  const server = createServer({ allowHalfOpen: true }, (client) => {
    const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true });
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      sockets.add(from);
      from.on('close', () => sockets.delete(from));
      void carry(from, to).catch(() => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
