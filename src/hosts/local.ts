import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket } from 'node:net';
import { userInfo } from 'node:os';
import { HoldfastError } from '../errors.ts';
import { systemErrorText } from '../system-error.ts';
import { connectSocket } from './connect-socket.ts';
import type { ExitStatus, Host } from './host.ts';
import { READ_AND_EVALUATE } from './shell.ts';
import { createShellHost, type ShellHostOptions } from './shell-host.ts';
import type { Channel, Transport } from './transport.ts';

/** Its name as a Host. */
export const THIS_MACHINE = 'this machine';

/** This machine. Commands run as the user that we run as, or as root with `become`. */
export function localHost(options: ShellHostOptions = {}): Host {
  return createShellHost(localTransport(), options);
}

function localTransport(): Transport {
  const name = THIS_MACHINE;
  return {
    name,
    knowsExitStatus: true,
    isThisMachine: true,
    open: openChannel,
    connectTo: async (to) => ({ stream: await connectSocket(name, to, CONNECT_LIMIT_MS) }),
    close: async () => undefined,
  };
}

const CONNECT_LIMIT_MS = 20_000;

async function openChannel(): Promise<Channel> {
  const child = spawn('/bin/sh', ['-c', READ_AND_EVALUATE], { detached: true, env: shellEnvironment() });
  const exit = exitOf(child);
  exit.catch(() => undefined); // asked for later, or not at all
  try {
    await once(child, 'spawn');
  } catch (error) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot start "/bin/sh" on this machine: ${systemErrorText(error)}. Make it possible to start processes.`,
      { cause: error },
    );
  }
  const { stdin, stdout, stderr } = child;
  return { stdin, stdout, stderr, exit, close: () => letGo(child), unref: () => unref(child) };
}

/** Ours may hold secrets, which `/proc/<pid>/environ` would show until the shell has cleaned its own. */
function shellEnvironment(): NodeJS.ProcessEnv {
  const { PATH, HOME, USER = ourName() } = process.env;
  return { PATH, HOME, USER };
}

/** Else each command asks `id`, as containers often have no USER. Undefined: nobody knows us by name. */
function ourName(): string | undefined {
  try {
    return userInfo().username;
  } catch {
    return undefined;
  }
}

function exitOf(child: ChildProcessWithoutNullStreams): Promise<ExitStatus> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      resolve(code === null ? { signal: String(signal).replace(/^SIG/, '') } : { code });
    });
  });
}

function letGo(child: ChildProcessWithoutNullStreams): void {
  unref(child);
  for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
}

function unref(child: ChildProcessWithoutNullStreams): void {
  child.unref();
  for (const stream of [child.stdin, child.stdout, child.stderr]) {
    if (stream instanceof Socket) stream.unref();
  }
}
