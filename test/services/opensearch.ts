import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CACHE } from './s3-server.ts';
import { ENDED_WITH_US, freePort } from './sshd.ts';

/** As scripts/setup-test-tools.sh fetches it. */
export const OPENSEARCH_JARS = join(CACHE, 'opensearch-2.19.1');
/** For the JVM. */
export const OPENSEARCH_MEMORY = [
  '-Xms256m',
  '-Xmx256m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-Xshare:auto',
];

/** What hangs says so: on a machine that is busy it takes a minute. */
const START_LIMIT_MS = 100_000;

/** A node of OpenSearch of the test's own, which knows no other. It takes seconds to start: one a file. */
export class OpensearchServer {
  readonly folder: string;
  readonly port: number;
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(folder: string, port: number) {
    this.folder = folder;
    this.port = port;
    const log = join(folder, 'log');
    const command = `exec >>${log} 2>&1\n${ENDED_WITH_US}`;
    const java = [
      'java',
      ...OPENSEARCH_MEMORY,
      '-cp',
      `${OPENSEARCH_JARS}/*:${OPENSEARCH_JARS}`,
      'Run',
      join(folder, 'data'),
      this.repositories,
      String(port),
    ];
    this.#process = spawn('sh', ['-c', command, 'sh', ...java], {
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: folder,
    });
    this.#ended = new Promise((resolve) => this.#process.once('exit', resolve));
  }

  static async start(): Promise<OpensearchServer> {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-opensearch-'));
    await mkdir(join(folder, 'repositories'));
    const server = new OpensearchServer(folder, await freePort());
    const untilMs = performance.now() + START_LIMIT_MS;
    for (;;) {
      const isUp = await fetch(`${server.origin}/_cluster/health`).then(
        (response) => response.ok,
        () => false,
      );
      if (isUp) return server;
      if (server.#process.exitCode !== null || performance.now() > untilMs) {
        const log = await readFile(join(folder, 'log'), 'utf8');
        await server.remove();
        throw new Error(`OpenSearch does not start: ${log}`);
      }
      await sleep(100);
    }
  }

  async remove(): Promise<void> {
    this.#process.stdin?.end();
    await this.#ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Where it lets repositories lie. */
  get repositories(): string {
    return join(this.folder, 'repositories');
  }

  /** What it answers; throws for any status that is no success. */
  async ask(method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const type = typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
    const response = await fetch(this.origin + path, {
      method,
      headers: { 'content-type': type },
      ...(body === undefined ? {} : { body: text }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  }

  /** An `opensearch:` URL of it. */
  url(repository: string, options: Readonly<Record<string, string>> = {}): string {
    const query = Object.entries({ tls: 'false', ...options }).map(
      ([key, value]) => `${key}=${encodeURIComponent(value)}`,
    );
    return `opensearch://127.0.0.1:${this.port}/${repository}?${query.join('&')}`;
  }
}
