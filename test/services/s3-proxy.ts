import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What becomes of one request. */
export type S3Fault =
  /** An answer of S3's own, in its place. */
  | { readonly kind: 'answer'; readonly status: number; readonly code: string; readonly date?: Date }
  /** A page of somebody else's, in its place: all is well, it says. */
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** The connection is reset before anything is answered. */
  | { readonly kind: 'reset' }
  /** It is done; the connection is reset in the place of its answer. */
  | { readonly kind: 'lose-answer' }
  /** It goes through, but not before that. */
  | { readonly kind: 'wait'; readonly until: Promise<unknown> }
  /** Nothing is ever answered. */
  | { readonly kind: 'stall' }
  /** Half of the answer's body comes, and then nothing more. */
  | { readonly kind: 'stall-halfway' }
  /** Half of the answer's body comes, then the connection is reset. */
  | { readonly kind: 'truncate' }
  /** One bit of what is uploaded, or of what is answered, is another. */
  | { readonly kind: 'alter-upload' }
  | { readonly kind: 'alter-answer' };

export interface S3Request {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** What stands behind the `?`, or empty. */
  readonly query: string;
  /** Whether it asks for a name that is free. */
  readonly conditional: boolean;
  /** How often this very method and path has come, this time included. */
  readonly times: number;
}

export interface S3Proxy {
  readonly port: number;
  /** What becomes of each request from now on; null: it goes through. */
  fault: (request: S3Request) => S3Fault | null;
  /** How many requests were dealt a fault. */
  readonly faults: number;
  stop(): Promise<void>;
}

/** A proxy on loopback in front of an S3 server. Signatures hold: they cover the name that the client uses. */
export async function startS3Proxy(targetPort: number): Promise<S3Proxy> {
  const times = new Map<string, number>();
  let faults = 0;
  const server = createServer(async (incoming, outgoing) => {
    const [path = '', query = ''] = (incoming.url ?? '').split('?');
    const key = `${incoming.method} ${incoming.url}`;
    times.set(key, (times.get(key) ?? 0) + 1);
    const conditional = incoming.headers['if-none-match'] !== undefined;
    const fault = proxy.fault({
      method: incoming.method ?? '',
      path,
      query,
      conditional,
      times: times.get(key) ?? 0,
    });
    if (fault !== null) faults++;
    // A client that has given up meanwhile is none of ours.
    await serve(incoming, outgoing, targetPort, fault).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const proxy: S3Proxy = {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    fault: () => null,
    get faults() {
      return faults;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return proxy;
}

async function serve(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  targetPort: number,
  fault: S3Fault | null,
): Promise<void> {
  if (fault?.kind === 'stall') return;
  if (fault?.kind === 'reset') return reset(incoming);
  const sent = await bytesOf(incoming);
  if (fault?.kind === 'wait') await fault.until;
  if (fault?.kind === 'answer') return answer(outgoing, fault);
  if (fault?.kind === 'page') {
    const own = { 'content-type': 'text/html', 'content-length': Buffer.byteLength(fault.body) };
    outgoing.writeHead(fault.status, { ...own, ...fault.headers });
    outgoing.end(fault.body);
    return;
  }
  if (fault?.kind === 'alter-upload') alter(sent);
  const { status, headers, body } = await forward(incoming, sent, targetPort);
  if (fault?.kind === 'lose-answer') return reset(incoming);
  if (fault?.kind === 'alter-answer') alter(body);
  outgoing.writeHead(status, headers);
  if (fault?.kind !== 'truncate' && fault?.kind !== 'stall-halfway') {
    outgoing.end(body);
    return;
  }
  await new Promise((resolve) => outgoing.write(body.subarray(0, body.length >> 1), resolve));
  if (fault.kind === 'truncate') reset(incoming);
}

function reset(incoming: IncomingMessage): void {
  incoming.socket.resetAndDestroy();
}

function answer(outgoing: ServerResponse, fault: Extract<S3Fault, { kind: 'answer' }>): void {
  const body = `<?xml version="1.0"?><Error><Code>${fault.code}</Code><Message>A test says so.</Message></Error>`;
  const date = (fault.date ?? new Date()).toUTCString();
  outgoing.writeHead(fault.status, { 'content-type': 'application/xml', date });
  outgoing.end(body);
}

function alter(bytes: Buffer): void {
  const middle = bytes.length >> 1;
  if (bytes.length > 0) bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

function forward({ method, url, headers }: IncomingMessage, sent: Buffer, port: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    // To a forward proxy clients give the whole address.
    const path = url?.replace(/^http:\/\/[^/]*/, '');
    const options = { host: '127.0.0.1', port, method, path, headers, agent: false };
    request(options, async (response) => {
      const body = await bytesOf(response);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    })
      .on('error', reject)
      .end(sent);
  });
}
