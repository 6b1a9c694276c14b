import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { HoldfastError } from '../errors.ts';
import { formatSshAddress, parseSshAddress, type SshAddress } from './address.ts';
import { type ConnectOptions, timingsOf } from './connect-options.ts';
import { connectSocket } from './connect-socket.ts';
import { type Destination, formatDestination } from './destination.ts';
import { heldOpen } from './held-open.ts';
import type { ExitStatus, Host } from './host.ts';
import { writeOpenSshFiles } from './openssh-config.ts';
import { Master, POLL_MS } from './openssh-master.ts';
import { retryConnect } from './retry-connect.ts';
import type { SecretFolder } from './secret-folder.ts';
import { openShellHost } from './shell-host.ts';
import type { Channel, Transport } from './transport.ts';
import { noWay } from './tunnel-errors.ts';

/**
 * Connects to a host by the system's `ssh` with the user's own configuration: ProxyCommand, certificates and hardware
 * keys work. One connection is made and shared by all commands through a control socket. It asks nobody anything.
 *
 * @throws HoldfastError as connectSsh; bad-input for a passphrase or password; host-unsupported without ssh.
 */
export async function connectOpenSsh(
  address: string | SshAddress,
  options: ConnectOptions = {},
): Promise<Host> {
  const destination = typeof address === 'string' ? parseSshAddress(address) : address;
  const jumps = (options.jump ?? []).map((jump) => formatSshAddress(parseSshAddress(jump)));
  const name = formatSshAddress(destination);
  const files = await writeOpenSshFiles(destination, options);
  const { retryDelaysMs: delaysMs, connectTimeoutMs: attemptMs, ...timings } = timingsOf(options);
  const { silentAfterMs, startTimeoutMs } = timings;
  try {
    const master = await retryConnect({ name, delaysMs, attemptMs, signal: options.signal }, () =>
      Master.start({ name, destination, jumps, files, options }),
    );
    const shell = { become: options.become, silentAfterMs, startTimeoutMs };
    return await openShellHost(openSshTransport(master, files.secrets, attemptMs), shell, options.signal);
  } catch (error) {
    await files.secrets.remove();
    throw error;
  }
}

function openSshTransport(master: Master, secrets: SecretFolder, limitMs: number): Transport {
  const sockets = new Map<string, Promise<string>>();
  return {
    name: master.name,
    knowsExitStatus: false, // ssh says 255 for any signal
    open: async () => {
      if (master.hasEnded) throw await master.lost();
      return openChannel(master);
    },
    connectTo: async (to) => {
      if (master.hasEnded) throw await master.lost();
      const key = formatDestination(to);
      const forwarding = sockets.get(key) ?? master.forward(to);
      sockets.set(key, forwarding);
      forwarding.catch(() => sockets.delete(key));
      const socketPath = await forwarding;
      const before = master.printedBytes;
      const stream = await connectSocket(master.name, { socketPath }, limitMs);
      return { stream, whyEmpty: () => whyEmpty(master, to, before) };
    },
    close: async () => {
      await master.stop();
      await secrets.remove();
    },
  };
}

/** ssh takes a connection first and asks the host then; what the host says comes on stderr, and may come late. */
async function whyEmpty(
  master: Master,
  to: Destination,
  printedBytes: number,
): Promise<HoldfastError | null> {
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const said = master.refusalSince(printedBytes);
    if (said !== null) return noWay(master.name, to, said);
    await sleep(POLL_MS);
  }
  return master.hasEnded ? master.lost() : null;
}

const MAX_LOOKS = 10;

function openChannel(master: Master): Channel {
  const child = master.spawnCommand();
  const exit = exitOf(child, master);
  const onClose = (source: Readable) => void source.destroy();
  const stdout = heldOpen(child.stdout, exit, { onClose });
  const stderr = heldOpen(child.stderr, exit, { onClose });
  exit.catch((error) => {
    for (const stream of [child.stdin, stdout, stderr]) stream.destroy(error);
  });
  const close = () => {
    child.kill('SIGTERM');
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy();
  };
  return { stdin: child.stdin, stdout, stderr, exit, close };
}

const SSH_FAILED = 255;

/** 255 is a lost connection, the command's own code (then its report says so), or a signal. */
async function exitOf(child: ChildProcess, master: Master): Promise<ExitStatus> {
  const [code]: (number | null)[] = await once(child, 'exit');
  if (typeof code === 'number' && code !== SSH_FAILED) return { code };
  const lost = await master.lost();
  if (lost !== null) throw lost;
  return { signal: 'KILL' };
}
