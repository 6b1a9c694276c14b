import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { HoldfastError } from '../errors.ts';
import type {
  CompleteMessage,
  ToolkitAnswer,
  ToolkitFailure,
  ToolkitRequest,
  ToolkitResults,
} from './toolkit-messages.ts';

/**
 * What of our environment GitHub's clients need. Passwords, keys of storage and inputs are in it, too, and are none of
 * their business.
 */
const KNOWN_VARIABLES = [
  // Not those by which a job asks for tokens of its identity.
  /^ACTIONS_(RUNTIME|RESULTS|CACHE|ARTIFACT)_/,
  /^GITHUB_(SERVER_URL|API_URL|RETENTION_DAYS|RUN_ID)$/,
  /^RUNNER_TEMP$/,
  /^(HTTP|HTTPS|NO|ALL)_PROXY$/i,
  /^NODE_EXTRA_CA_CERTS$/,
  /^(HOME|PATH|TMPDIR)$/,
];

/**
 * The client gives an upload up when its storage took nothing for five minutes, which is also how it looks when a dump has
 * nothing to give, or little: it sends 8 MiB at a time. So its patience is that of a whole job, and who writes to it looks
 * whether it takes what there is (artifact-upload.ts).
 */
const CLIENT_PATIENCE_MS = 6 * 60 * 60_000;

export interface ToolkitOptions {
  readonly signal?: AbortSignal | undefined;
  /** In place of the environment's own variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** Where it runs. Default: where we do. */
  readonly cwd?: string;
  /** After so long it is given up. Default: never. */
  readonly limitMs?: number;
}

/** An error of GitHub's client. */
export class ToolkitError extends Error {
  override readonly name = 'ToolkitError';
  /** What the client calls it, such as `UsageError`. */
  readonly kind: string;
  readonly status: number | null;

  constructor({ name, message, status }: ToolkitFailure) {
    super(message);
    this.kind = name;
    this.status = status;
  }
}

/** One request to GitHub's services, under way in a process of its own. */
export class ToolkitProcess<Kind extends ToolkitRequest['do']> {
  /** @throws ToolkitError; HoldfastError cancelled. */
  readonly result: Promise<ToolkitResults[Kind]>;
  readonly #child: ChildProcess;

  constructor(request: Extract<ToolkitRequest, { do: Kind }>, options: ToolkitOptions = {}) {
    const env = { ...knownEnvironment(), ...options.env };
    this.#child = takeIdle(env) ?? start(env, options.cwd);
    this.result = this.#outcome(options);
    this.result.catch(() => {}); // told to who waits for it
    this.#child.send(request, () => {});
  }

  /** What is uploaded. */
  get input(): Writable {
    return this.#child.stdin as Writable;
  }

  /** Says that `input` was written to its end. */
  complete(message: CompleteMessage): void {
    this.input.end();
    this.#child.send(message, () => {});
  }

  /** Ends it, whatever it does: nothing is finished after that. Resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    this.#child.ref();
    this.#child.kill('SIGKILL');
    await gone;
  }

  /** For one that did its work: it may do the next one's, since to load the clients takes most of the time. */
  keep(): void {
    if (idle !== null) idle.child.kill('SIGKILL');
    this.#child.unref();
    this.#child.channel?.unref();
    idle = { child: this.#child, environment: environments.get(this.#child) ?? '' };
  }

  async #outcome({ signal, limitMs }: ToolkitOptions): Promise<ToolkitResults[Kind]> {
    const { promise, resolve, reject } = Promise.withResolvers<ToolkitResults[Kind]>();
    const hear = (answer: ToolkitAnswer) => {
      if ('failure' in answer) reject(new ToolkitError(answer.failure));
      else resolve(answer.result as ToolkitResults[Kind]);
    };
    const end = (code: number | null, killedBy: string | null) =>
      reject(lost(`the process that speaks to GitHub ended (${killedBy ?? code})`));
    this.#child.once('message', hear).once('error', reject).once('exit', end);
    const cancel = () => reject(new HoldfastError('cancelled', 'Cancelled.', { cause: signal?.reason }));
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    const late = () => reject(lost(`GitHub took longer than ${(limitMs ?? 0) / 1000} s`));
    const timer = limitMs === undefined ? undefined : setTimeout(late, limitMs);
    try {
      return await promise;
    } catch (error) {
      await this.kill();
      throw error;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      this.#child.off('message', hear).off('error', reject).off('exit', end);
    }
  }
}

/** Does one thing, and waits for it. @throws ToolkitError; HoldfastError cancelled. */
export async function askToolkit<Kind extends ToolkitRequest['do']>(
  request: Extract<ToolkitRequest, { do: Kind }>,
  options?: ToolkitOptions,
): Promise<ToolkitResults[Kind]> {
  const asked = new ToolkitProcess<Kind>(request, options);
  const result = await asked.result;
  asked.keep();
  return result;
}

/** A process that waits for the next request. It keeps nobody alive, and ends with us. */
let idle: { readonly child: ChildProcess; readonly environment: string } | null = null;
const environments = new WeakMap<ChildProcess, string>();

function takeIdle(env: NodeJS.ProcessEnv): ChildProcess | null {
  const taken = idle;
  if (taken === null || taken.environment !== JSON.stringify(env) || !taken.child.connected) return null;
  idle = null;
  taken.child.ref();
  taken.child.channel?.ref();
  return taken.child;
}

function start(env: NodeJS.ProcessEnv, cwd?: string): ChildProcess {
  // The end of ours is the end of its own: it has no part in a terminal's signals.
  const child = fork(entryFile(), [], {
    stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    env,
    execArgv: [],
    detached: true,
    ...(cwd === undefined ? {} : { cwd }),
  });
  environments.set(child, JSON.stringify(env));
  // Signed addresses may stand in what it says, which nobody has masked then: it isn't shown, also not to who debugs.
  for (const stream of [child.stdout, child.stderr]) {
    stream?.resume();
    (stream as Socket | null)?.unref();
  }
  (child.stdin as Socket | null)?.unref();
  // One that ended takes no more: its end is told by the result.
  child.stdin?.on('error', () => {});
  child.on('error', () => {});
  return child;
}

function lost(message: string): ToolkitError {
  return new ToolkitError({ name: 'Lost', message, status: null });
}

function knownEnvironment(): NodeJS.ProcessEnv {
  const known = Object.entries(process.env).filter(([name]) => KNOWN_VARIABLES.some((one) => one.test(name)));
  return { ...Object.fromEntries(known), ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: `${CLIENT_PATIENCE_MS}` };
}

/** As for the threads: beside this file, or beside the bundle that it is in. */
function entryFile(): string {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  return join(import.meta.dirname, `toolkit.${extension}`);
}
