import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import { connectContainer } from '../../src/hosts/container.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { hostContract, hostCore } from '../contract/host.ts';
import { dumpOf, restoreTo } from '../databases/dumping.ts';
import { BackupFixture } from '../operations/backup/fixture.ts';
import { DEBIAN_PROGRAMS, startDocker, startPodman, type TestEngine } from '../services/container-engine.ts';
import { POSTGRES_BIN } from '../services/postgres.ts';
import { descendantsOf, isRunning } from '../services/processes.ts';
import { restic } from '../services/restic.ts';
import { startSshd } from '../services/sshd.ts';

let docker: TestEngine;

beforeAll(async () => {
  docker = await startDocker();
  await docker.makeImage('debian', { programs: DEBIAN_PROGRAMS });
  await docker.startContainer('debian', 'db');
  await docker.makeImage('busybox', { programs: [], hasBusybox: true });
  await docker.startContainer('busybox', 'small');
});

afterAll(() => docker?.stop());

/** A new connection to a container of the test's engine. */
function connect(container: string, outer: Host = localHost()): Promise<Host> {
  return connectContainer(outer, container, { environment: docker.environment });
}

async function inContainer<T>(container: string, use: (host: Host) => Promise<T>): Promise<T> {
  const host = await connect(container);
  try {
    return await use(host);
  } finally {
    await host.close();
  }
}

const noTearDown = async () => undefined;

hostContract(
  'a Docker container on this machine',
  async () => ({
    connect: () => connect('docker:db'),
    tearDown: noTearDown,
    pidHere: (pid) => docker.pidHere('db', pid),
  }),
  { isSlow: true },
);

hostCore('a container that has nothing but busybox', async () => ({
  connect: () => connect('docker:small'),
  tearDown: noTearDown,
  pidHere: (pid) => docker.pidHere('small', pid),
}));

describe('a container on a host over SSH', () => {
  it.each([
    ['ssh2', connectSsh],
    ['openssh', connectOpenSsh],
  ] as const)('runs commands by %s, tells how they end, and ends them', async (_, connectTo) => {
    const sshd = await startSshd();
    const outer = await connectTo(sshd.address, {
      identity: sshd.identityFile,
      knownHosts: sshd.hostKeyLine,
    });
    const host = await connect('docker:db', outer);
    try {
      expect(host.name).toBe(`docker:db on ${sshd.address}`);
      const output = await runToEnd(host, 'cat; echo err >&2; exit 137', { stdin: Buffer.from([0, 255]) });
      expect(output).toEqual({
        stdout: Buffer.from([0, 255]),
        stderr: Buffer.from('err\n'),
        exit: { code: 137 },
      });
      const abort = new AbortController();
      const command = await host.start('echo $$; exec sleep 1000', { signal: abort.signal });
      const pid = await docker.pidHere('db', Number(await firstPiece(command.stdout)));
      abort.abort();
      await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
      expect(await isRunning(pid)).toBe(false);
    } finally {
      await host.close();
      await sshd.stop();
    }
  });
});

describe('a command in a container', () => {
  it('is ended when our whole process is killed, though the engine would let it run on', async () => {
    const script = `
      import { connectContainer } from './src/hosts/container.ts';
      import { localHost } from './src/hosts/local.ts';
      const host = await connectContainer(localHost(), 'docker:db', { environment: ${JSON.stringify(docker.environment)} });
      const command = await host.start('echo $$; while :; do sleep 1; done');
      command.stdout.pipe(process.stdout);`;
    const child = spawn('node', ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await docker.pidHere('db', Number(await firstPiece(child.stdout)));
    child.kill('SIGKILL');
    while (await isRunning(pid)) await sleep(20);
  });

  it('is ended, and never called well ended, when the engine’s client alone is killed', async () => {
    await inContainer('docker:db', async (host) => {
      const others = await execClients();
      const command = await host.start('echo $$; exec sleep 1000');
      command.stderr.resume();
      const pid = await docker.pidHere('db', Number(await firstPiece(command.stdout)));
      const clients = (await execClients()).filter((client) => !others.includes(client));
      expect(clients).toHaveLength(1);
      process.kill(clients[0] as number, 'SIGKILL');
      await expect(command.exited).rejects.toMatchObject({ code: 'host-unreachable' });
      while (await isRunning(pid)) await sleep(20);
      expect((await runToEnd(host, 'echo on')).stdout.toString()).toBe('on\n');
    });
  });

  it.each([
    ['killed', ['kill'], /the container is exited/],
    ['restarted', ['restart', '--time', '0'], /started anew|is restarting|is exited/],
    ['removed', ['rm', '-f'], /no such container|is removing/i],
  ])('that is %s half-way is a lost command, not one that ended', async (name, action, says) => {
    await docker.startContainer('debian', name);
    await inContainer(`docker:${name}`, async (host) => {
      const command = await host.start('echo begin; exec sleep 1000');
      command.stderr.resume();
      const reading = readAll(command.stdout);
      reading.catch(() => undefined);
      await docker.client(...action, name);
      await expect(command.exited).rejects.toMatchObject({
        code: 'host-unreachable',
        message: expect.stringMatching(says),
      });
      await expect(reading).rejects.toMatchObject({ code: 'host-unreachable' });
      if (name !== 'restarted') return;
      expect((await runToEnd(host, 'exit 3')).exit).toEqual({ code: 3 });
      const killed = await runToEnd(host, 'kill -s KILL 0; sleep 60');
      expect(killed.exit).toEqual({ signal: 'KILL' });
    });
  });

  it('goes on in the container that was found, not in another that took its name', async () => {
    await docker.startContainer('debian', 'taken');
    await inContainer('docker:taken', async (host) => {
      await docker.client('rename', 'taken', 'moved');
      await docker.startContainer('debian', 'taken');
      const { stdout } = await runToEnd(host, 'uname -n');
      const id = await docker.client('inspect', '--format', '{{.Id}}', 'moved');
      expect(id.startsWith(stdout.toString().trim())).toBe(true);
    });
  });

  it('runs as the user that is asked for, without the container’s variables', async () => {
    await docker.startContainer('debian', 'secretive', ['--env', 'DB_PASSWORD=hush', '--workdir', '/gone']);
    await inContainer('docker:app@secretive', async (host) => {
      const { stdout } = await runToEnd(host, 'id -u; id -g; env');
      expect(stdout.toString()).toMatch(/^1000\n1000\n/);
      expect(stdout.toString()).not.toContain('hush');
    });
    await inContainer('docker:4711:4712@secretive', async (host) => {
      expect((await runToEnd(host, 'id -u; id -g')).stdout.toString()).toBe('4711\n4712\n');
    });
  });
});

describe('a compose service', () => {
  const label = (key: string, value: string) => ['--label', `com.docker.compose.${key}=${value}`];
  const replica = (number: number, oneOff = 'False') => [
    ...label('project', 'shop'),
    ...label('service', 'web'),
    ...label('container-number', String(number)),
    ...label('oneoff', oneOff),
  ];

  it('is its one container, or the one of several whose number is given', async () => {
    await docker.startContainer('debian', 'shop-web-1', replica(1));
    await docker.startContainer('debian', 'shop-web-run-1', replica(1, 'True'));
    const named = (container: string) =>
      inContainer(container, async (host) => (await runToEnd(host, 'uname -n')).stdout.toString().trim());
    const idOf = async (name: string) => (await docker.client('inspect', '-f', '{{.Id}}', name)).slice(0, 12);
    expect(await named('compose:shop/web')).toBe(await idOf('shop-web-1'));
    await docker.startContainer('debian', 'shop-web-2', replica(2));
    expect(await named('compose:shop/web/2')).toBe(await idOf('shop-web-2'));
    await expect(connect('compose:shop/web')).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(
        /there are 2, 1 \([0-9a-f]{12}, running\), 2 \(.*"compose:shop\/web\/1"/,
      ),
    });
    await expect(connect('compose:shop/web/3')).rejects.toMatchObject({ code: 'host-unreachable' });
    await expect(connect('compose:shop/mail')).rejects.toMatchObject({ code: 'host-unreachable' });
  });

  it('is never another container that an image’s label names', async () => {
    const other = await docker.client('inspect', '-f', '{{.Id}}', 'db');
    const forged = `1"]\n["${other}","running","x","1",""]`;
    await docker.startContainer('debian', 'forged', [
      ...label('project', 'forged'),
      ...label('service', 'web'),
      ...label('container-number', forged),
    ]);
    await inContainer('compose:forged/web', async (host) => {
      const { stdout } = await runToEnd(host, 'uname -n');
      expect(other.startsWith(stdout.toString().trim())).toBe(false);
    });
  });
});

describe('files in a container', () => {
  let fixture: BackupFixture;
  beforeAll(async () => {
    fixture = await BackupFixture.create();
    await docker.startContainer('debian', 'files', ['--tmpfs', '/data']);
    await docker.startContainer('busybox', 'files-small');
  });
  afterAll(() => fixture?.remove());

  it.each(['files', 'files-small'])('of %s are saved, and put back where they were', async (name) => {
    await fixture.renewRepository();
    const inside = await connect(`docker:${name}`);
    try {
      const sh = async (script: string) => {
        const { stdout, stderr, exit } = await runToEnd(inside, script);
        expect([stderr.toString(), exit]).toEqual(['', { code: 0 }]);
        return stdout.toString('latin1');
      };
      const look =
        'cd /; find data opt/app -exec stat -c "%a %u %g %Y %F %n" {} + | sort; find data opt/app -type f -exec sha256sum {} + | sort';
      await sh(`mkdir -p /data/db; head -c 3000000 /dev/urandom >/data/db/table; printf x >"$(printf '/data/bad\\377')"
        ln -s db/table /data/link; chown -R 1000:1000 /data/db; chmod 2750 /data/db; echo new >/opt/app/added`);
      const before = await sh(look);
      const paths = [fromText('/data'), fromText('/opt/app')];
      const saved = await fixture.backup({ paths, hostname: null }, { host: inside });
      expect(saved).toMatchObject({ complete: true, hostname: `${name}.${hostname()}` });
      await restic(fixture.restic, ['check', '--read-data']);
      await sh(`rm -r /data/db /opt/app/added; echo altered >/opt/app/conf/site; echo other >/data/link2`);
      await fixture.restore(fromText('/'), { overwrite: 'if-changed', delete: true }, inside);
      const left = '| grep -v "[.]holdfast-"';
      expect(await sh(`{ ${look}; } ${left}`)).toBe(before);
    } finally {
      await inside.close();
    }
  });
});

describe('Podman', () => {
  let podman: TestEngine;
  beforeAll(async () => {
    podman = await startPodman();
    await podman.makeImage('debian', { programs: DEBIAN_PROGRAMS });
    const labels = ['--label', 'com.docker.compose.project=shop', '--label', 'com.docker.compose.service=db'];
    await podman.startContainer('debian', 'db', labels);
  });
  afterAll(() => podman?.stop());

  const connectTo = (container: string) =>
    connectContainer(localHost(), container, { environment: podman.environment });

  it('runs commands, tells how they end, and ends them', async () => {
    const host = await connectTo('podman-compose:app@shop/db');
    try {
      const bytes = randomBytes(3_000_000);
      const output = await runToEnd(host, 'cat; id -u >&2; exit 137', { stdin: bytes, limitBytes: 4e6 });
      expect(output.stdout.equals(bytes)).toBe(true);
      expect([output.stderr.toString(), output.exit]).toEqual(['1000\n', { code: 137 }]);
      const abort = new AbortController();
      const command = await host.start('echo $$; exec sleep 1000', { signal: abort.signal });
      const pid = await podman.pidHere('db', Number(await firstPiece(command.stdout)));
      abort.abort();
      await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
      expect(await isRunning(pid)).toBe(false);
    } finally {
      await host.close();
    }
  });

  it('that stops a container half-way leaves a lost command, and mistakes are told', async () => {
    await expect(connectTo('podman:nope')).rejects.toMatchObject({
      code: 'host-unreachable',
      message: expect.stringMatching(/no such container/),
    });
    await expect(connectTo('podman:nobody-here@db')).rejects.toMatchObject({ code: 'bad-input' });
    const host = await connectTo('podman:db');
    try {
      const command = await host.start('exec sleep 1000');
      command.stderr.resume();
      command.stdout.resume();
      await podman.client('kill', 'db');
      await expect(command.exited).rejects.toMatchObject({
        code: 'host-unreachable',
        message: expect.stringMatching(/container is (exited|stopped)/),
      });
    } finally {
      await host.close();
    }
    await expect(connectTo('podman:db')).rejects.toMatchObject({ code: 'host-unreachable' });
  });
});

describe('a mistake', () => {
  const refused = async (container: string, code: string, says: RegExp) =>
    expect(connect(container)).rejects.toMatchObject({ code, message: expect.stringMatching(says) });

  it('in the name is told', () =>
    refused('docker:nope', 'host-unreachable', /Cannot find the container "docker:nope".*No such container/));

  it('in the user is told', () => refused('docker:nobody-here@db', 'bad-input', /unable to find user/));

  it('is told of a container that was stopped or paused', async () => {
    await docker.client('create', '--name', 'never', '--network', 'none', 'debian', '/bin/sleep', '1');
    await refused('docker:never', 'host-unreachable', /the container is created, expected it to run/);
    await docker.startContainer('debian', 'still');
    await docker.client('pause', 'still');
    await refused('docker:still', 'host-unreachable', /is paused, expected it to run. Start it again/);
    await docker.client('unpause', 'still');
  });

  it('is told of an image without a shell', async () => {
    await docker.makeImage('distroless', { programs: ['sleep'] });
    await docker.startContainer('distroless', 'bare');
    await refused('docker:bare', 'host-unsupported', /executable file not found.*\("distroless"\)/s);
  });

  it('is told of a socket that the user may not reach, and sudo is the way', async () => {
    const sshd = await startSshd({ shell: '/bin/sh' });
    try {
      const access = { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine };
      await chmod(docker.folder, 0o755);
      await expect(connect('docker:db', await connectSsh(sshd.address, access))).rejects.toMatchObject({
        code: 'no-permission',
        message: expect.stringMatching(/permission denied.*Use become \(sudo\)/s),
      });
    } finally {
      await sshd.stop();
    }
  });

  it('is told of a daemon that doesn’t run, and of an engine that isn’t there', async () => {
    const environment = { DOCKER_HOST: 'unix:///nowhere/docker.sock' };
    await expect(connectContainer(localHost(), 'docker:db', { environment })).rejects.toMatchObject({
      code: 'host-unreachable',
      message: expect.stringMatching(/Is the docker daemon running/i),
    });
    const small = await connect('docker:small');
    await expect(connectContainer(small, 'docker:db')).rejects.toMatchObject({
      code: 'host-unsupported',
      message: expect.stringMatching(/there is no "docker"/),
    });
  });
});

/** The engine's clients that run a command in a container for this process. */
async function execClients(): Promise<number[]> {
  const mine = await descendantsOf(process.pid);
  const lines = await Promise.all(
    mine.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return mine.filter((_, index) => lines[index]?.startsWith('docker\0exec\0'));
}

async function firstPiece(stream: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    stream.once('data', (piece) => resolve(String(piece)));
    stream.once('error', reject).once('end', () => reject(new Error('the stream ended')));
  });
}

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _piece of stream);
}

describe('PostgreSQL in a compose service', () => {
  const FOLDERS = ['/usr/lib/postgresql', '/usr/share/postgresql'];

  async function isDumpedAndPutBack(engine: TestEngine, service: string): Promise<void> {
    const tools = ['postgres', 'initdb', 'pg_ctl', 'psql', 'pg_dump', 'pg_restore'];
    const programs = [...DEBIAN_PROGRAMS, ...tools.map((tool) => `${POSTGRES_BIN}/${tool}`)];
    await engine.makeImage('postgres', { programs });
    const mounts = FOLDERS.flatMap((folder) => ['-v', `${folder}:${folder}:ro`]);
    const words = ['project=wiki', 'service=db', 'container-number=1', 'oneoff=False'];
    const labels = words.flatMap((label) => ['--label', `com.docker.compose.${label}`]);
    await engine.startContainer('postgres', 'wiki', [...mounts, ...labels]);
    const start = `cd /tmp && ${POSTGRES_BIN}/initdb -D /tmp/data -A trust -N -E UTF8 --locale=C >/dev/null &&
      ${POSTGRES_BIN}/pg_ctl -D /tmp/data -w -l /tmp/log -o "-k /tmp -h '' -F" start >/dev/null`;
    const asApp = (...command: string[]) => engine.client('exec', '--user', 'app', 'wiki', ...command);
    await asApp('sh', '-c', start);
    const psql = [`${POSTGRES_BIN}/psql`, '-X', '-q', '-h', '/tmp', 'postgres', '-c'];
    await asApp(...psql, 'CREATE TABLE t AS SELECT i FROM generate_series(1, 5000) AS i');
    const host = await connectContainer(localHost(), service, { environment: engine.environment });
    try {
      const url = (database: string) => `postgresql://app@/${database}?host=/tmp`;
      const dumped = await dumpOf(host, url('postgres'));
      expect(dumped.record.fingerprint?.tables['public.t']?.rows).toBe(5000);
      expect(await restoreTo(host, dumped, url('copy'))).toEqual({
        database: 'copy',
        movedAside: null,
        verified: { tables: 1, rows: 5000, onlyCounted: 0 },
      });
    } finally {
      await host.close();
    }
  }

  it('is dumped by the tools that are there, and put back', () =>
    isDumpedAndPutBack(docker, 'compose:app@wiki/db'));

  it('is so through Podman, too', async () => {
    const podman = await startPodman();
    try {
      await isDumpedAndPutBack(podman, 'podman-compose:app@wiki/db');
    } finally {
      await podman.stop();
    }
  });
});
