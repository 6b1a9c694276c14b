import type { Readable, Writable } from 'node:stream';
import type { Destination } from './destination.ts';
import type { ExitStatus } from './host.ts';
import type { FarEnd } from './tunnel.ts';

/** What brings the fixed command line of src/hosts/shell.ts to a host and carries its streams. */
export interface Transport {
  /** For messages: `this machine`, `ssh://deploy@db.example:22`. */
  readonly name: string;
  /** False: `Channel.exit` gives no more than the transport's own status, and the shell must report the script's. */
  readonly knowsExitStatus: boolean;
  /** What it starts is a child of this process, as the same user. */
  readonly isThisMachine?: true;

  /**
   * Starts SHELL_COMMAND. Aborting `signal` gives up waiting; it doesn't end what has started.
   * @throws HoldfastError host-unreachable, host-silent, cancelled.
   */
  open(signal?: AbortSignal): Promise<Channel>;

  /**
   * A connection from the host to a server there. Absent where there is no way.
   * @throws HoldfastError host-unreachable, no-permission (the SSH server forbids it), host-silent.
   */
  connectTo?(to: Destination): Promise<FarEnd>;

  /** Ends the connection. Idempotent. Channels that are still open are lost. */
  close(): Promise<void>;
}

/** One SHELL_COMMAND that runs, and its streams, all with back-pressure. */
export interface Channel {
  /** Errors with EPIPE, or takes and drops what is written, once nothing reads it any more. */
  readonly stdin: Writable;
  /** Destroying it before its end lets go of what is still to come; the host may go on. */
  readonly stdout: Readable;
  readonly stderr: Readable;
  /**
   * How the command ended. Rejects with a HoldfastError when the connection is lost: then the streams are destroyed
   * with the same error, never ended, for an end would look like the whole output.
   */
  readonly exit: Promise<ExitStatus>;
  /** Lets go of the command, which goes on without us. Idempotent. */
  close(): void;
  /** Doesn't keep our process alive for it alone. */
  unref?(): void;
}
