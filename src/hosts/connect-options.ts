import { DEFAULT_SILENT_AFTER_MS } from './shell-host.ts';

export interface ConnectOptions {
  /** `ssh2` (default): built in. `openssh`: the system's `ssh` with the user's own configuration. */
  client?: 'ssh2' | 'openssh' | undefined;
  /** The private key: its path, or its text (PEM). Default: the agent's keys, then ~/.ssh/id_*, as ssh does it. */
  identity?: string | undefined;
  /** Of the private key. */
  passphrase?: string | undefined;
  password?: string | undefined;
  /** Path of an agent's socket. */
  agent?: string | undefined;
  /**
   * Pinned host keys, for every hop: a path, or the text of known_hosts lines and `SHA256:` fingerprints (see
   * KnownHosts). Default: the user's known_hosts and the system's.
   */
  knownHosts?: string | undefined;
  /** Hosts to connect through, outermost first, each `ssh://user@host:port`; they take the same login. */
  jump?: readonly string[] | undefined;
  /** Everything on the host runs as root, by `sudo -n`. */
  become?: 'sudo' | undefined;
  /** Commands run in this container on the host: see parseContainerAddress. `become` is for the engine's client then. */
  container?: string | undefined;
  /** Where files for the system's ssh go, a key given as text among them. Default: the system's temporary folder. */
  temporaryFolder?: string | undefined;
  /** Told of such a folder before a secret is in it; the host's `close` removes it. What it throws ends connecting. */
  onSecretFolder?: ((path: string) => void) | undefined;
  /** Aborts connecting; what runs later has signals of its own. */
  signal?: AbortSignal | undefined;
  timings?: Partial<ConnectTimings> | undefined;
}

export interface ConnectTimings {
  /** For one attempt: TCP, key exchange, login. */
  readonly connectTimeoutMs: number;
  /** Waits between attempts, for faults that may pass: one attempt more than waits. */
  readonly retryDelaysMs: readonly number[];
  /** A connection on which nothing came for this long is lost; found out at most a quarter later. */
  readonly silentAfterMs: number;
  /** From a command's start to its shell's first word. */
  readonly startTimeoutMs: number;
}

const DEFAULT_TIMINGS: ConnectTimings = {
  connectTimeoutMs: 20_000,
  retryDelaysMs: [1000, 2000, 4000],
  silentAfterMs: DEFAULT_SILENT_AFTER_MS,
  startTimeoutMs: 60_000,
};

export function timingsOf({ timings }: ConnectOptions): ConnectTimings {
  return { ...DEFAULT_TIMINGS, ...timings };
}
