import type { Readable, Writable } from 'node:stream';
import type { Destination } from './destination.ts';
import type { PortTunnel, Tunnel, TunnelOptions } from './tunnel.ts';

/**
 * Where commands run: this machine, a machine over SSH, a container on either.
 *
 * A command stream (stdin, stdout, stderr, exit status) is all that a host offers; listings, tar, dumps and quiesce
 * steps are built on it. Every implementation passes test/contract/host.ts.
 */
export interface Host {
  /** For messages: `this machine`, `ssh://deploy@db.example:22`. */
  readonly name: string;

  /** What snapshots are to call it where its own name (`uname -n`) isn't a lasting one: a container's may be its ID. */
  readonly recordedName?: string | undefined;

  /** Whether this process finds at a path what the host's commands find there, and may do with it what they may. */
  readonly sharesFiles?: boolean | undefined;

  /**
   * Starts `script` (POSIX sh; every word that isn't ours goes through `quote`) in a clean environment
   * (`PATH` of the system with the sbin folders, `LC_ALL=C`, `TZ=UTC0`, umask 077) and a process group of its own.
   *
   * Resolves once the script runs: what login shells and rc files print before is gone from `stdout`.
   * When `signal` aborts, the whole process group on the host is ended (TERM, then KILL), also under sudo, and
   * `exited` rejects with code `cancelled` after it is gone.
   *
   * @throws HoldfastError host-unreachable, host-silent, host-unsupported, cancelled.
   */
  start(script: string, options?: StartOptions): Promise<RunningCommand>;

  /**
   * Begins to start shells for commands to come, so many that wait at once, where each start takes long: a command takes one
   * that is there. Those that none has taken end with the host. Absent where there is nothing to gain.
   */
  startAhead?(count: number): void;

  /**
   * Makes a way from this machine to a server that the host can reach, over the connection that is there. It ends with
   * the host, at the latest.
   * @throws HoldfastError as openTunnel.
   */
  forward?(to: Destination, options?: TunnelOptions): Promise<Tunnel>;

  /** As `forward`, to a port of this machine. @throws HoldfastError as openPortTunnel. */
  forwardPort?(to: Destination): Promise<PortTunnel>;

  /** Ends the connection and every command still running on the host. Idempotent. */
  close(): Promise<void>;
}

export interface StartOptions {
  signal?: AbortSignal | undefined;
  /** Whether gigabytes may go to its stdin: a host that has a shorter way for them takes it. Default: no. */
  hasLargeInput?: boolean | undefined;
}

/**
 * A command that runs on a host. The streams have back-pressure: what isn't read from `stdout` stops the command.
 * `stdout` and `stderr` must both be read to the end (or destroyed), else `exited` may never settle.
 */
export interface RunningCommand {
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /**
   * Settles after both outputs have ended. Rejects only when the exit status can't be known (connection lost,
   * silent host, cancelled), with a HoldfastError; a failing command is an ExitStatus.
   */
  readonly exited: Promise<ExitStatus>;
}

/**
 * How a command ended: its exit code (0–255), or the name of the signal that ended it (`KILL`). Where a login shell
 * stays between (dash, fish, tcsh …), it tells a signal as exit code 128 + its number.
 */
export type ExitStatus = { readonly code: number } | { readonly signal: string };
