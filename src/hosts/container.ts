import { constants } from 'node:os';
import { type Readable, Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ByteString, display, displayText, fromBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { type ContainerAddress, formatContainerAddress, parseContainerAddress } from './container-address.ts';
import { EngineClient, type EngineEnvironment } from './container-engine.ts';
import { isSuccess } from './exit-status.ts';
import { type FoundContainer, findContainer, lookAgain } from './find-container.ts';
import { heldOpen } from './held-open.ts';
import type { ExitStatus, Host, RunningCommand } from './host.ts';
import { runSuccessfully } from './output.ts';
import { READ_AND_EVALUATE } from './shell.ts';
import { openShellHost, type ShellHostOptions } from './shell-host.ts';
import type { Channel, Transport } from './transport.ts';

export interface ContainerOptions extends Omit<ShellHostOptions, 'become' | 'recordedName'> {
  /** Variables for the engine's client: see engineEnvironment. Default: none. */
  environment?: EngineEnvironment | undefined;
  /** Aborts connecting. */
  signal?: AbortSignal | undefined;
}

/**
 * A Host whose commands run in a container on `outer`, as `docker exec` or `podman exec` runs them. The container is
 * found once and then known by its ID: another that takes its name is never entered.
 *
 * It has a guard in the container, for the engine ends nothing: a command there outlives its client. Takes `outer`
 * over, and closes it with itself, and when it throws.
 *
 * @throws HoldfastError bad-input, host-unreachable (no such container, not running, no daemon), no-permission (to the
 * engine's socket), host-unsupported (no engine, no shell in the container), host-silent, cancelled.
 */
export async function connectContainer(
  outer: Host,
  container: string | ContainerAddress,
  options: ContainerOptions = {},
): Promise<Host> {
  const { signal } = options;
  let transport: Transport;
  let recordedName: string;
  try {
    const address = typeof container === 'string' ? parseContainerAddress(container) : container;
    const client = new EngineClient(address.engine, outer, options.environment ?? {});
    const found = await findContainer(client, address, signal);
    recordedName = `${lastingName(address)}.${await nameOf(outer, signal)}`;
    transport = new ContainerTransport(client, address, found);
  } catch (error) {
    await outer.close();
    throw error;
  }
  return openShellHost(transport, { ...options, recordedName }, signal);
}

/** A container that is made anew gets another ID, and a host name after that. */
function lastingName({ which }: ContainerAddress): string {
  if ('name' in which) return which.name;
  return [which.project, which.service, which.number].filter((part) => part !== null).join('-');
}

async function nameOf(outer: Host, signal: AbortSignal | undefined): Promise<string> {
  const { stdout } = await runSuccessfully(outer, 'ask for the name of the machine', 'uname -n', { signal });
  return display(fromBytes(stdout).trim() as ByteString);
}

class ContainerTransport implements Transport {
  readonly name: string;
  /** 137 may be an exit status, a KILL, or the container's end. */
  readonly knowsExitStatus = false;
  readonly #client: EngineClient;
  readonly #user: readonly string[];
  readonly #id: string;
  /** When the container last started, as far as we know. */
  #startedAt: string;
  /** It was seen when it didn't run: whoever starts it, or has started it, does so anew. */
  #wasDown = false;

  constructor(client: EngineClient, address: ContainerAddress, found: FoundContainer) {
    this.name = `${formatContainerAddress(address)} on ${client.host.name}`;
    this.#client = client;
    this.#user = address.user === null ? [] : ['--user', address.user];
    this.#id = found.id;
    this.#startedAt = found.startedAt;
    if (found.status !== 'running') throw this.#notRunning('start a command on', found);
  }

  async open(signal?: AbortSignal): Promise<Channel> {
    if (this.#wasDown) await this.#seeRunning();
    const startedAt = this.#startedAt;
    const words = ['exec', '--interactive', '--workdir', '/', ...this.#user, '--', this.#id];
    const script = this.#client.script([...words, 'sh', '-c', READ_AND_EVALUATE]);
    const letGo = new AbortController();
    const giveUp = () => letGo.abort();
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      if (signal?.aborted) giveUp();
      const command = await this.#client.host.start(script, { signal: letGo.signal });
      const said = new Said();
      const exit = command.exited.then((status) => this.#exitOf(status, said.bytes, startedAt));
      return channelOf(command, { exit, said, close: giveUp });
    } finally {
      signal?.removeEventListener('abort', giveUp); // from now on it is the guard that ends the command
    }
  }

  close(): Promise<void> {
    return this.#client.host.close();
  }

  /**
   * How a command ended, of which the engine's client ended with `status`. Whatever its shell could report (see
   * ExitReport) the client ends with 0, so that any other status needs a reason: without one, nobody knows.
   */
  async #exitOf(status: ExitStatus, said: Buffer, startedAt: string): Promise<ExitStatus> {
    if (isSuccess(status)) return status;
    let now = await this.#lookAgain();
    if (signalOf(status) === 'KILL' && now.status === 'running') {
      await sleep(SETTLE_MS); // with its container: that ends its processes first, and is told a moment later
      now = await this.#lookAgain();
    }
    const wasRestarted = now.startedAt !== startedAt;
    this.#startedAt = now.startedAt;
    this.#wasDown = now.status !== 'running';
    if (this.#wasDown) throw this.#notRunning('go on with', now);
    if (wasRestarted) throw this.#restarted();
    const signal = signalOf(status);
    if (signal !== null) return { signal };
    throw this.#client.explain(`run a command in "${this.name.replace(/ on .*$/, '')}"`, {
      exit: status,
      stderr: said,
    });
  }

  async #seeRunning(): Promise<void> {
    const now = await this.#lookAgain();
    if (now.status !== 'running') throw this.#notRunning('start a command on', now);
    this.#startedAt = now.startedAt;
    this.#wasDown = false;
  }

  #lookAgain(): Promise<FoundContainer> {
    return lookAgain(this.#client, `go on with "${this.name}"`, this.#id);
  }

  #notRunning(doing: string, { status }: FoundContainer): HoldfastError {
    return new HoldfastError(
      'host-unreachable',
      `Cannot ${doing} "${this.name}": the container is ${displayText(status)}, expected it to run. Start it` +
        `${status === 'paused' ? ' again (unpause)' : ', and look at why it stopped'}.`,
    );
  }

  #restarted(): HoldfastError {
    return new HoldfastError(
      'host-unreachable',
      `Cannot go on with "${this.name}": the container was started anew, expected it to run on. Look at why, and run again.`,
    );
  }
}

const SETTLE_MS = 100;

/** Processes that a signal ended are told as 128 and its number. */
function signalOf(status: ExitStatus): string | null {
  const number = 'code' in status ? status.code - 128 : 0;
  const [name] = Object.entries(constants.signals).find(([, value]) => value === number) ?? [];
  return name === undefined ? null : name.replace(/^SIG/, '');
}

/**
 * What the engine's client may have said of itself: the end of stderr; or, while that is empty, the beginning of stdout,
 * where Docker's daemon says that it could start nothing. A shell that has started speaks on stderr first, so that this
 * never is what a command printed there.
 */
class Said {
  #stdout: Buffer = Buffer.alloc(0);
  #stderr: Buffer = Buffer.alloc(0);

  get bytes(): Buffer {
    return this.#stderr.length > 0 ? this.#stderr : this.#stdout;
  }

  readonly onStdout = (chunk: Buffer): void => {
    if (this.#stdout.length < SAID_BYTES)
      this.#stdout = Buffer.concat([this.#stdout, chunk.subarray(0, SAID_BYTES)]);
  };

  readonly onStderr = (chunk: Buffer): void => {
    this.#stderr = Buffer.concat([this.#stderr, chunk.subarray(-SAID_BYTES)]).subarray(-SAID_BYTES);
  };
}

const SAID_BYTES = 1000;

/** `command` as a channel into the container. */
function channelOf(
  command: RunningCommand,
  { exit, said, close }: { exit: Promise<ExitStatus>; said: Said; close: () => void },
): Channel {
  // Without a reader what still comes is dropped: were the client to die of it, nobody would know how the command ended.
  const onClose = (source: Readable) => void source.resume();
  const stdin = writableOf(command.stdin);
  const stdout = heldOpen(command.stdout, exit, { onClose, onData: said.onStdout });
  const stderr = heldOpen(command.stderr, exit, { onClose, onData: said.onStderr });
  const fail = (error: Error) => {
    for (const stream of [stdin, stdout, stderr]) stream.destroy(error);
  };
  exit.then(() => stdin.destroy(brokenPipe()), fail);
  return { stdin, stdout, stderr, exit, close };
}

/**
 * Destroying it doesn't end the client's stdin: a command that is about to be ended would take that for the end of its
 * data, and might finish with a part of it.
 */
function writableOf(stdin: Writable): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      stdin.write(chunk, done);
    },
    final: (done) => {
      stdin.end();
      done();
    },
  });
}

function brokenPipe(): NodeJS.ErrnoException {
  return Object.assign(new Error('the command reads no more'), { code: 'EPIPE' });
}
