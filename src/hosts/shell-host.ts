import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { HoldfastError } from '../errors.ts';
import type { Destination } from './destination.ts';
import { Guard, guardScript } from './guard.ts';
import type { Host, RunningCommand, StartOptions } from './host.ts';
import { explainNoShell } from './no-shell.ts';
import { readPreamble } from './preamble.ts';
import { type CommandIdentity, openingLines, parseIdentity, scriptLine } from './shell.ts';
import { ShellCommand } from './shell-command.ts';
import type { Channel, Transport } from './transport.ts';
import { openPortTunnel, openTunnel, type PortTunnel, type Tunnel, type TunnelOptions } from './tunnel.ts';

export interface ShellHostOptions {
  /** Everything runs as root, by `sudo -n`. */
  become?: 'sudo' | undefined;
  /** See Host. */
  recordedName?: string | undefined;
  /** A login that hasn't come as far as our script after this long has failed. Default 60 s. */
  startTimeoutMs?: number | undefined;
  /** Default 45 s: see ConnectTimings. The host ends our commands when it hears nothing for three times as long. */
  silentAfterMs?: number | undefined;
}

const DEFAULT_START_TIMEOUT_MS = 60_000;
export const DEFAULT_SILENT_AFTER_MS = 45_000;
/** How often each side says that it is there, so that three beats may be late. */
export const BEATS_BEFORE_SILENT = 4;

/** A Host whose commands run by the shell protocol (src/hosts/shell.ts) over `transport`, watched by a guard. */
export function createShellHost(transport: Transport, options: ShellHostOptions): Host {
  return new ShellHost(transport, options);
}

/**
 * As `createShellHost`, once a shell is known to run there. Else `transport` is closed.
 * @throws HoldfastError host-unsupported (no shell), no-permission (no sudo), host-silent, host-unreachable, cancelled.
 */
export async function openShellHost(
  transport: Transport,
  options: ShellHostOptions,
  signal: AbortSignal | undefined,
): Promise<Host> {
  const host = new ShellHost(transport, options);
  try {
    await host.prepare(signal);
    return host;
  } catch (error) {
    await host.close();
    throw error;
  }
}

/** It has said its preamble and waits for a line. */
interface Shell {
  readonly channel: Channel;
  readonly marker: string;
  readonly identity: CommandIdentity;
  /** Without us: whatever it would be told, nobody would hear it. */
  hasEnded: boolean;
}

class ShellHost implements Host {
  readonly name: string;
  readonly recordedName: string | undefined;
  readonly sharesFiles: boolean;
  readonly #transport: Transport;
  readonly #options: ShellHostOptions;
  readonly #running = new Set<ShellCommand>();
  readonly #closed = new AbortController();
  readonly #tunnels = new Set<Tunnel | PortTunnel>();
  /** Of commands that aren't there yet; null: it couldn't be started. */
  readonly #ahead: Promise<Shell | null>[] = [];
  #guard: Promise<Guard> | undefined;
  #closing: Promise<void> | undefined;

  constructor(transport: Transport, options: ShellHostOptions) {
    this.name = transport.name;
    this.recordedName = options.recordedName;
    this.sharesFiles = transport.isThisMachine === true && options.become === undefined;
    this.#transport = transport;
    this.#options = options;
  }

  /** Starts the guard: a command without one would outlive a lost connection. */
  async prepare(signal: AbortSignal | undefined): Promise<void> {
    this.#throwIfAborted(this.#orClosed(signal));
    await this.#guarding(this.#orClosed(signal));
  }

  async #guarding(ended: AbortSignal): Promise<Guard> {
    this.#throwIfAborted(ended);
    try {
      return await orAborted(this.#theGuard(), ended);
    } catch (error) {
      this.#throwIfAborted(ended);
      throw error;
    }
  }

  async start(script: string, { signal }: StartOptions = {}): Promise<RunningCommand> {
    const line = scriptLine(script, { reportExit: this.#reportsExit });
    await this.prepare(signal);
    const ended = this.#orClosed(signal);
    const { channel, identity, marker } = await this.#takeGuardedShell(ended);
    const command = new ShellCommand(channel, {
      host: this.name,
      identity,
      reportMarker: this.#reportsExit ? marker : null,
      end: () => this.#end(identity),
    });
    this.#watch(command);
    channel.stdin.write(line);
    command.cancelOn(ended);
    return command;
  }

  /**
   * A shell that waits for its script. The guard knows it: only such a command may be told what to do, for a connection
   * that is lost in between would leave it running for ever.
   */
  async #takeGuardedShell(ended: AbortSignal): Promise<Shell> {
    const opened = { signal: ended, reportExit: this.#reportsExit };
    const shell = (await this.#takeShellAhead(ended)) ?? (await this.#openShell(opened));
    try {
      for (;;) {
        const guard = await this.#guarding(ended); // another one if the last was lost
        if (await orAborted(guard.add(shell.identity), ended)) return shell;
      }
    } catch (error) {
      shell.channel.close(); // the shell finds no script, and ends
      this.#throwIfAborted(ended);
      throw error;
    }
  }

  startAhead(count: number): void {
    const opened = { signal: this.#closed.signal, reportExit: this.#reportsExit };
    while (this.#ahead.length < count) this.#ahead.push(this.#openShell(opened).catch(() => null));
  }

  /** One that still waits; null: there is none. */
  async #takeShellAhead(ended: AbortSignal): Promise<Shell | null> {
    for (;;) {
      const [first] = this.#ahead;
      if (first === undefined) return null;
      const shell = await orAborted(first, ended); // cancelled, it stays, for another command or to be closed
      if (this.#ahead[0] !== first) continue; // another command has it
      this.#ahead.shift();
      if (shell !== null && !shell.hasEnded) return shell;
    }
  }

  forward(to: Destination, options?: TunnelOptions): Promise<Tunnel> {
    return this.#tunnel(() => openTunnel(this.#transport, to, options));
  }

  forwardPort(to: Destination): Promise<PortTunnel> {
    return this.#tunnel(() => openPortTunnel(this.#transport, to));
  }

  async #tunnel<T extends Tunnel | PortTunnel>(open: () => Promise<T>): Promise<T> {
    this.#throwIfAborted(this.#closed.signal);
    const tunnel = await open();
    this.#tunnels.add(tunnel);
    if (this.#closed.signal.aborted) await tunnel.close();
    this.#throwIfAborted(this.#closed.signal);
    return tunnel;
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    this.#closed.abort();
    for (const ahead of this.#ahead.splice(0)) void ahead.then((shell) => shell?.channel.close());
    await Promise.all([...this.#tunnels].map((tunnel) => tunnel.close()));
    await Promise.all([...this.#running].map((command) => command.settled));
    const guard = await this.#guard?.catch(() => null);
    await guard?.stop();
    await this.#transport.close();
  }

  #watch(command: ShellCommand): void {
    this.#running.add(command);
    void command.isOver.then(async (isOver) => {
      this.#running.delete(command);
      const guard = await this.#guard?.catch(() => null);
      // The way to it broke, and it may run on. What can't be ended now, the guard ends when it ends itself.
      if (isOver || (await guard?.end(command.identity))) guard?.remove(command.identity);
    });
  }

  /** A shell that has said its preamble and waits for its script. */
  async #openShell({ signal, reportExit }: { signal: AbortSignal; reportExit: boolean }): Promise<Shell> {
    this.#throwIfAborted(signal);
    const marker = randomBytes(16).toString('hex');
    const channel = await this.#transport.open(signal);
    for (const stream of [channel.stdin, channel.stdout, channel.stderr]) {
      stream.on('error', () => undefined); // whoever uses the stream listens; if nobody does, `exited` tells it
    }
    channel.exit.catch(() => undefined); // the same
    channel.stdin.write(openingLines({ marker, become: this.#options.become, reportExit }));
    try {
      const identity = await orAborted(this.#readPreambles(channel, marker), signal);
      const shell = { channel, marker, identity, hasEnded: false };
      const end = () => {
        shell.hasEnded = true;
      };
      channel.exit.then(end, end);
      return shell;
    } catch (error) {
      channel.close(); // the shell finds no line to read, and ends
      this.#throwIfAborted(signal);
      throw error;
    }
  }

  async #readPreambles(channel: Channel, marker: string): Promise<CommandIdentity> {
    const limitMs = this.#options.startTimeoutMs ?? DEFAULT_START_TIMEOUT_MS;
    const timer = new AbortController();
    const timeout = sleep(limitMs, undefined, { signal: timer.signal }).then(() => {
      throw new HoldfastError(
        'host-silent',
        `Cannot start a command on "${this.name}": no shell after ${limitMs / 1000} s, expected one sooner. ` +
          'Look for rc files that wait for input.',
      );
    });
    timeout.catch(() => undefined);
    try {
      const preambles = [readPreamble(channel.stdout, marker), readPreamble(channel.stderr, marker)] as const;
      const [outcome] = await Promise.race([
        Promise.allSettled(preambles).then((settled) => [settled] as const),
        timeout,
      ]);
      return await this.#identityFrom(outcome, channel);
    } finally {
      timer.abort();
    }
  }

  async #identityFrom(
    [stdout, stderr]: readonly [PromiseSettledResult<string[]>, PromiseSettledResult<string[]>],
    channel: Channel,
  ): Promise<CommandIdentity> {
    const identity =
      stdout.status === 'fulfilled' && stderr.status === 'fulfilled' ? parseIdentity(stdout.value) : null;
    if (identity !== null) return identity;
    channel.close();
    throw await explainNoShell(this.name, this.#options.become, channel, [stdout, stderr]);
  }

  async #end(identity: CommandIdentity): Promise<boolean> {
    try {
      return await (await this.#theGuard()).end(identity);
    } catch {
      return false;
    }
  }

  #theGuard(): Promise<Guard> {
    if (this.#guard === undefined) {
      this.#guard = this.#startGuard();
      this.#guard.catch(() => {
        this.#guard = undefined;
      });
    }
    return this.#guard;
  }

  async #startGuard(): Promise<Guard> {
    const beatPeriodMs = (this.#options.silentAfterMs ?? DEFAULT_SILENT_AFTER_MS) / BEATS_BEFORE_SILENT;
    const { channel } = await this.#openShell({ signal: this.#closed.signal, reportExit: false });
    channel.unref?.();
    channel.stdin.write(scriptLine(guardScript(beatPeriodMs), { reportExit: false }));
    const guard = new Guard(channel, { beatPeriodMs, onLost: () => this.#replaceGuard() });
    for (const command of this.#running) void guard.add(command.identity);
    return guard;
  }

  /** If the connection is lost too, there is nothing to guard any more. */
  #replaceGuard(): void {
    this.#guard = undefined;
    if (this.#running.size > 0 && !this.#closed.signal.aborted) this.#theGuard().catch(() => undefined);
  }

  get #reportsExit(): boolean {
    return !this.#transport.knowsExitStatus;
  }

  #orClosed(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? this.#closed.signal : AbortSignal.any([signal, this.#closed.signal]);
  }

  #throwIfAborted(signal: AbortSignal): void {
    if (!signal.aborted) return;
    if (!this.#closed.signal.aborted && signal.reason instanceof HoldfastError) throw signal.reason;
    const why = this.#closed.signal.aborted ? 'its connection is closed' : 'the run was cancelled';
    throw new HoldfastError('cancelled', `Cannot run a command on "${this.name}": ${why}.`);
  }
}

function orAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) onAbort();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
