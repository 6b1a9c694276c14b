import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Before a plain HTTP server: TLS with a certificate of its own for 127.0.0.1, and nobody comes in without `credentials`. */
export class TlsDoor {
  readonly port: number;
  /** File of the certificate that is to be trusted. */
  readonly certificate: string;
  readonly #server: Server;
  readonly #folder: string;

  private constructor(server: Server, folder: string, certificate: string) {
    this.port = (server.address() as AddressInfo).port;
    this.certificate = certificate;
    this.#server = server;
    this.#folder = folder;
  }

  /** @param credentials `user:password`. */
  static async before(port: number, credentials: string): Promise<TlsDoor> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-door-'));
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    const options = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '1'];
    const names = ['-subj', '/CN=door', '-addext', 'subjectAltName=IP:127.0.0.1'];
    await run('openssl', ['req', ...options, ...names, '-keyout', key, '-out', certificate]);
    const expected = `Basic ${Buffer.from(credentials).toString('base64')}`;
    const files = { key: await readFile(key), cert: await readFile(certificate) };
    const server = createServer(files, (asked, answer) => {
      if (asked.headers.authorization !== expected) {
        answer.writeHead(401, { 'content-type': 'application/json' }).end('{"error":"Unauthorized"}');
        return;
      }
      const { method, url: path, headers } = asked;
      const on = request({ host: '127.0.0.1', port, method, path, headers }, (got) => {
        answer.writeHead(got.statusCode ?? 500, got.headers);
        got.pipe(answer);
      });
      on.on('error', () => answer.destroy());
      asked.pipe(on);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TlsDoor(server, folder, certificate);
  }

  async remove(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
