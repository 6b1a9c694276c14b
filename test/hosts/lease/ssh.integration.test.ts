import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, test as base, beforeAll, describe, vi } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { HoldfastError } from '../../../src/errors.ts';
import type { ConnectOptions } from '../../../src/hosts/connect-options.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { Lease } from '../../../src/hosts/lease/lease.ts';
import { connectOpenSsh } from '../../../src/hosts/openssh.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { quiesce } from '../../../src/operations/backup/quiesce.ts';
import { descendantsOf, endProcesses, processStatus } from '../../services/processes.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { startTcpProxy, type TcpProxy } from '../../services/tcp-proxy.ts';
import { Application } from './application.ts';

// They wait for clocks, side by side.
vi.setConfig({ maxConcurrency: 30 });

const run = promisify(execFile);
const NEVER = new AbortController().signal;
const RUN = fileURLToPath(new URL('./ssh-run.ts', import.meta.url));
/** Short, but the stop command over SSH fits also on a busy machine. */
const LEASE_SECONDS = 15;
/** For those that mustn't lapse. */
const LONG_SECONDS = 100;

const CLIENTS = { ssh2: connectSsh, openssh: connectOpenSsh };

/** An application and a way to its host that can be disturbed. */
class Scene {
  readonly client: keyof typeof CLIENTS;
  readonly app: Application;
  readonly sshd: Sshd;
  readonly proxy: TcpProxy;
  readonly #hosts: Host[] = [];

  private constructor(client: keyof typeof CLIENTS, app: Application, sshd: Sshd, proxy: TcpProxy) {
    this.client = client;
    this.app = app;
    this.sshd = sshd;
    this.proxy = proxy;
  }

  static async set(client: keyof typeof CLIENTS, sshd: Sshd): Promise<Scene> {
    return new Scene(client, await Application.create(), sshd, await startTcpProxy(sshd.port));
  }

  get address(): string {
    return `ssh://${this.sshd.user}@127.0.0.1:${this.proxy.port}`;
  }

  get options(): ConnectOptions {
    return {
      identity: this.sshd.identityFile,
      knownHosts: this.sshd.hostKeyLine.replace(String(this.sshd.port), String(this.proxy.port)),
      timings: { silentAfterMs: 8000 },
    };
  }

  readonly connect = async (): Promise<Host> => {
    const host = await CLIENTS[this.client](this.address, this.options);
    this.#hosts.push(host);
    return host;
  };

  readonly stop = (): string => `${this.app.folder}/app stop`;

  terms(changes: object = {}) {
    return this.app.terms({ leaseSeconds: LEASE_SECONDS, ...changes });
  }

  /** Lays and arms a lease, and stops the application. */
  async stopped(changes: object = {}): Promise<{ readonly lease: Lease; readonly host: Host }> {
    const { connect } = this;
    const host = await connect();
    const lease = await Lease.lay(host, this.terms(changes), {
      connect,
      onEarlier: () => {},
      signal: NEVER,
    });
    await lease.arm(NEVER);
    await lease.stop(this.stop(), NEVER);
    return { lease, host };
  }

  /** A process that stops the application and holds its lease. It leads its group. */
  async process() {
    const { client, address, options } = this;
    const words = { client, address, options, terms: this.terms(), stop: this.stop() };
    const child = spawn(process.execPath, [RUN, JSON.stringify(words)], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    });
    await once(child.stdout, 'data');
    while (await this.app.runs()) await sleep(20);
    return child;
  }

  /** Kills the server's end of a connection, with every process that it started and that didn't go out of its session. */
  async endSessionOf(host: Host): Promise<void> {
    const command = await host.start('echo $$; sleep 100');
    const [line] = await once(command.stdout, 'data');
    command.exited.catch(() => {});
    let status = await processStatus(Number(String(line)));
    while (status !== null && status.name !== 'sshd') status = await processStatus(status.parent);
    const session = status?.pid ?? 0;
    await endProcesses([...(await descendantsOf(session)), session]);
  }

  async clear(): Promise<void> {
    await Promise.all(this.#hosts.map((host) => host.close()));
    await this.proxy.stop();
    await this.app.remove();
  }
}

async function untilLost(lease: Lease): Promise<void> {
  if (!lease.lost.aborted) await once(lease.lost, 'abort');
}

type Test = ReturnType<typeof testsOn>;

/** Tests with a scene each, on a server that is made for all of them, and a disk that is soon full. */
function testsOn(client: keyof typeof CLIENTS, sh: string) {
  let sshd: Sshd;
  let disk: string;
  beforeAll(async () => {
    disk = await mkdtemp(join(tmpdir(), 'holdfast-disk-'));
    await run('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]);
    sshd = await startSshd({ sh }); // whose mounts are its own from here on
  });
  afterAll(async () => {
    await sshd.stop();
    await run('umount', [disk]);
    await rm(disk, { recursive: true });
  });
  return base.extend<{ scene: Scene; disk: string }>({
    // biome-ignore lint/correctness/noEmptyPattern: what a fixture depends on is read from its first argument
    scene: async ({}, use) => {
      const scene = await Scene.set(client, sshd);
      await use(scene);
      await scene.clear();
    },
    // biome-ignore lint/correctness/noEmptyPattern: the same
    disk: async ({}, use) => use(disk),
  }).concurrent;
}

function killedRun(test: Test) {
  test('a run that is killed: the application is started, once, and the next run is told', async ({
    scene,
    expect,
  }) => {
    const child = await scene.process();
    process.kill(-(child.pid ?? 0), 'SIGKILL');
    await scene.app.untilStarted();
    expect(await scene.app.runs()).toBe(true);
    const earlier: string[] = [];
    const onEarlier = (log: readonly string[]) => earlier.push(...log);
    const terms = scene.terms({ token: 'two' });
    const { connect } = scene;
    const lease = await Lease.lay(await connect(), terms, { connect, onEarlier, signal: NEVER });
    await lease.release(NEVER);
    expect(earlier.join('\n')).toMatch(/not renewed for \d+ s/);
    expect(await scene.app.starts()).toBe(1);
  });
}

function stalledRun(test: Test) {
  test('a run that stalls past its lease and wakes: it knows that the lease is lost', async ({
    scene,
    expect,
  }) => {
    const child = await scene.process();
    process.kill(child.pid ?? 0, 'SIGSTOP');
    await scene.app.untilStarted();
    process.kill(child.pid ?? 0, 'SIGCONT');
    const [said] = await once(child.stdout, 'data');
    expect(String(said)).toBe('lost\n');
    expect([await scene.app.runs(), await scene.app.starts()]).toEqual([true, 1]);
  });
}

function brokenWay(test: Test) {
  test.for([
    ['a connection that falls silent', (scene: Scene) => scene.proxy.fallSilent()],
    ['a session that is killed on the host', (scene: Scene, host: Host) => scene.endSessionOf(host)],
  ] as const)(
    '%s: the application is started, once, and what was read doesn’t count',
    async ([_, breakIt], { scene, expect }) => {
      const { lease, host } = await scene.stopped();
      await breakIt(scene, host);
      await scene.app.untilStarted();
      await untilLost(lease);
      await expect(lease.fence(NEVER)).rejects.toMatchObject({ code: 'lease-lost' });
      expect([await scene.app.runs(), await scene.app.starts()]).toEqual([true, 1]);
    },
  );
}

function fullDisk(test: Test) {
  test('a disk that is full, so that nothing can be written down: the application is started all the same', async ({
    scene,
    disk,
    expect,
  }) => {
    const { lease } = await scene.stopped({ folder: fromText(disk) });
    await run('dd', ['if=/dev/zero', `of=${disk}/full`, 'bs=4k']).catch(() => {});
    await untilLost(lease);
    await expect(lease.fence(NEVER)).rejects.toMatchObject({ code: 'lease-lost' });
    while (!existsSync(join(disk, 'wiki.lease', 'started'))) await sleep(50);
    expect([await scene.app.runs(), await scene.app.starts()]).toEqual([true, 1]);
  });
}

function cancelledRun(test: Test) {
  test('a run that is cancelled: the application is started, once', async ({ scene, expect }) => {
    const controller = new AbortController();
    const { app, connect } = scene;
    const options = {
      stop: [scene.stop()],
      start: [`${app.folder}/app start`],
      status: `${app.folder}/app status`,
      leaseMs: 20_000,
      longestMs: 60_000,
      holder: 'a test',
      folder: fromText(app.leases),
      connect,
    };
    const reporter = { onProgress: () => {}, onInfo: () => {}, onWarning: () => {} };
    const { signal } = controller;
    const host = await connect();
    const cancelled = quiesce({ host, options, target: 'wiki', reporter, signal }, async () => {
      expect(await app.runs()).toBe(false);
      controller.abort(new HoldfastError('cancelled', 'The run was cancelled.'));
      controller.signal.throwIfAborted();
    });
    const error = await cancelled.catch((thrown: unknown) => thrown);
    // On a busy machine it may not see the start through in the time that a cancelled run has.
    const first = error instanceof Error && error.cause !== undefined ? error.cause : error;
    expect(first).toMatchObject({ code: 'cancelled' });
    await app.untilItRuns();
    expect(await app.starts()).toBe(1);
  });
}

function failingStop(test: Test) {
  test('a stop command that fails half-way: the application is looked at, and not started twice', async ({
    scene,
    expect,
  }) => {
    const { lease } = await scene.stopped({ leaseSeconds: LONG_SECONDS });
    await expect(lease.stop('exit 4', NEVER)).rejects.toMatchObject({ code: 'command-failed' });
    expect(await lease.resume(NEVER)).toMatchObject({ state: 'started' });
    expect([await scene.app.runs(), await scene.app.starts()]).toEqual([true, 1]);
  });
}

function failingStart(test: Test) {
  test('a start command that fails is tried again, and told when it fails always', async ({
    scene,
    expect,
  }) => {
    const { lease } = await scene.stopped({ leaseSeconds: LONG_SECONDS, maxTries: 2 });
    await scene.app.sh('echo 2 > fails');
    const { state, log } = await lease.resume(NEVER);
    expect([state, log.join('\n')]).toEqual([
      'failed',
      expect.stringContaining('still stopped after 2 tries'),
    ]);
    expect(await scene.app.starts()).toBe(2);
  });
}

const SCENARIOS = [
  ...[killedRun, stalledRun, brokenWay, fullDisk],
  ...[cancelledRun, failingStop, failingStart],
];

describe.concurrent.each([
  ['dash', 'ssh2', '/bin/dash'],
  ['bash', 'openssh', '/bin/bash'],
  ['busybox', 'ssh2', '/bin/busybox'],
] as const)('over SSH, where sh is %s, by %s,', (_, client, sh) => {
  const test = testsOn(client, sh);
  for (const scenario of SCENARIOS) scenario(test);
});
