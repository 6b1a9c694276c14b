import { execFile, spawn } from 'node:child_process';
import { chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { descendantsOf, endProcesses } from './processes.ts';
import { freePort } from './sshd.ts';
import { createTestUser } from './user.ts';

const run = promisify(execFile);

export interface Dropbear {
  readonly address: string;
  readonly user: string;
  readonly hostKeyLine: string;
  readonly identityFile: string;
  stop(): Promise<void>;
}

/** Starts dropbear, the SSH server of small devices, on a free loopback port, for an account of its own. */
export async function startDropbear(): Promise<Dropbear> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-dropbear-'));
  const user = await createTestUser();
  const [hostKey, identityFile, port] = [join(folder, 'host'), join(folder, 'identity'), await freePort()];
  const { stdout } = await run('dropbearkey', ['-t', 'ed25519', '-f', hostKey]);
  const publicKey = stdout.split('\n').find((line) => line.startsWith('ssh-')) ?? '';
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', identityFile]);
  await authorize(user, await readFile(`${identityFile}.pub`, 'utf8'));
  const server = spawn(
    '/usr/sbin/dropbear',
    ['-F', '-E', '-p', `127.0.0.1:${port}`, '-r', hostKey, '-P', join(folder, 'pid')],
    {
      stdio: 'ignore',
    },
  );
  while (!(await listens(port))) await sleep(20);
  return {
    address: `ssh://${user.name}@127.0.0.1:${port}`,
    user: user.name,
    hostKeyLine: `[127.0.0.1]:${port} ${publicKey.split(' ').slice(0, 2).join(' ')}`,
    identityFile,
    stop: async () => {
      await endProcesses([...(await descendantsOf(server.pid ?? 0)), server.pid ?? 0]);
      await user.remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function authorize({ home, uid, gid }: { home: string; uid: number; gid: number }, publicKey: string) {
  const folder = join(home, '.ssh');
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, 'authorized_keys'), publicKey, { mode: 0o600 });
  for (const path of [folder, join(folder, 'authorized_keys')]) await chown(path, uid, gid);
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
