import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Host } from '../../src/hosts/host.ts';
import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { commandLines, descendantsOf, isRunning, processesOf } from '../services/processes.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { startTcpProxy, type TcpProxy } from '../services/tcp-proxy.ts';

/** A writer, a reader that would take the end of its input for the end of the data, and one that does neither. */
const SCRIPTS = ['while :; do echo data; sleep 0.01; done', 'cat >/dev/null; sleep 1000', 'sleep 1000'];

/** What runs on the host for us; its sshd is the server's business. */
async function commandsOf(user: string) {
  return (await processesOf(user)).filter(({ name }) => name !== 'sshd');
}

/** The host takes us for lost after three times the 4 s of silence, and then gives 2 s of grace. */
async function untilNoneRuns(user: string) {
  for (let waitedMs = 0; waitedMs < 60_000 && (await commandsOf(user)).length > 0; waitedMs += 50)
    await sleep(50);
  expect(await commandsOf(user)).toEqual([]);
}

describe.each([
  ['ssh2', connectSsh],
  ['openssh', connectOpenSsh],
])('a connection by %s', (_name, connect) => {
  let sshd: Sshd;
  let proxy: TcpProxy;
  let host: Host;

  beforeEach(async () => {
    sshd = await startSshd({ shell: '/bin/sh' });
    proxy = await startTcpProxy(sshd.port);
    host = await connect(`ssh://${sshd.user}@127.0.0.1:${proxy.port}`, {
      identity: sshd.identityFile,
      knownHosts: sshd.hostKeyLine.replace(String(sshd.port), String(proxy.port)),
      timings: { silentAfterMs: 4000 },
    });
  });

  afterEach(async () => {
    await host.close();
    await proxy.stop();
    await sshd.stop();
  });

  it.each([
    ['reset', 'host-unreachable', (fault: TcpProxy) => fault.resetAll()],
    ['closed', 'host-unreachable', (fault: TcpProxy) => fault.endAll()],
    ['silent', 'host-silent', (fault: TcpProxy) => fault.fallSilent()],
  ])(
    'that is %s fails every command with its own error, and leaves nothing on the host',
    async (_how, code, fault) => {
      const commands = await Promise.all(SCRIPTS.map((script) => host.start(script)));
      const outputs = commands.map(({ stdout }) => text(stdout).catch((error) => error));
      for (const { stderr } of commands) stderr.resume();
      expect((await commandsOf(sshd.user)).length).toBeGreaterThan(SCRIPTS.length);
      fault(proxy);
      for (const { exited } of commands) await expect(exited).rejects.toMatchObject({ code });
      for (const output of outputs) expect(await output).toMatchObject({ code });
      await expect(host.start('exit 0')).rejects.toMatchObject({ code });
      await untilNoneRuns(sshd.user);
    },
  );

  it('whose session the server ends fails the command: its output never looks whole', async () => {
    const command = await host.start('echo begin; sleep 1000');
    command.stderr.resume();
    const output = text(command.stdout).catch((error) => error);
    const sessions = (await processesOf(sshd.user)).filter(({ name }) => name === 'sshd');
    for (const { pid } of sessions) process.kill(pid, 'SIGKILL');
    await expect(command.exited).rejects.toMatchObject({ code: 'host-unreachable' });
    expect(await output).toMatchObject({ code: 'host-unreachable' });
  });

  it('is not thought lost while it only has nothing to say', async () => {
    const command = await host.start('sleep 6; exit 3');
    command.stdout.resume();
    command.stderr.resume();
    expect(await command.exited).toEqual({ code: 3 });
  });
});

const SOURCES = fileURLToPath(new URL('../../src/', import.meta.url));

/** A process of its own that connects, starts the scripts, says so, and waits for its death. */
const VICTIM = `
import { connectHost } from '${SOURCES}hosts/connect.ts';
const [on, client, identity, knownHosts, ...scripts] = process.argv.slice(1);
const host = await connectHost(on, { client, identity, knownHosts });
const commands = await Promise.all(scripts.map((script) => host.start(script)));
for (const { stdout } of commands) stdout.resume();
console.log('started');
setInterval(() => undefined, 1000);
`;

describe.each(['ssh2', 'openssh', 'local'])('our own sudden death, connected by %s,', (client) => {
  it('leaves no command running on the host, and no file on this machine', async () => {
    const sshd = await startSshd({ shell: '/bin/sh' });
    onTestFinished(() => sshd.stop());
    const on = client === 'local' ? 'local' : sshd.address;
    const args = [on, client, sshd.identityFile, sshd.hostKeyLine, ...SCRIPTS];
    const victim = spawn(process.execPath, ['--input-type=module', '-e', VICTIM, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(victim.stdout, 'data');
    const ours = (await commandLines()).filter((line) => line.includes(`-p ${sshd.port} `));
    const folders = ours.flatMap((line) => line.match(/\S*\/holdfast-ssh-\w+/g) ?? []);
    const before = [...(await descendantsOf(victim.pid ?? 0)), ...(await pidsOf(sshd.user))];
    expect(before.length).toBeGreaterThan(SCRIPTS.length);
    victim.kill('SIGKILL');
    for (const pid of before) while (await isRunning(pid)) await sleep(50);
    for (const folder of folders) while (existsSync(folder)) await sleep(50);
  });
});

async function pidsOf(user: string): Promise<number[]> {
  return (await processesOf(user)).map(({ pid }) => pid);
}
