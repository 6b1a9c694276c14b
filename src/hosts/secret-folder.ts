import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A folder (0700) for secrets, which doesn't outlive us: a process that watches us removes it when we are gone, however
 * suddenly. It is there before anything can be written into the folder.
 *
 * Only if all processes are killed at once (the machine stops, a container ends) does the folder stay.
 */
export class SecretFolder {
  readonly path: string;
  readonly #guard: ChildProcess;

  private constructor(path: string, guard: ChildProcess) {
    this.path = path;
    this.#guard = guard;
  }

  /** Makes one in `parent`, whose name begins with `prefix`. */
  static async make(parent: string, prefix: string): Promise<SecretFolder> {
    const path = await mkdtemp(join(parent, prefix));
    // A session of its own: a Ctrl-C at the terminal is meant for us, who may yet need the folder.
    const guard = spawn('sh', ['-c', REMOVE_WHEN_ALONE, path], {
      stdio: ['pipe', 'ignore', 'ignore'],
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin' },
      detached: true,
    });
    guard.stdin?.on('error', () => undefined); // it has ended: then there is nothing to end
    try {
      await once(guard, 'spawn');
    } catch (error) {
      await rm(path, { recursive: true, force: true });
      throw error;
    }
    guard.unref(); // it waits for our end: we must not wait for its own
    if (guard.stdin instanceof Socket) guard.stdin.unref();
    return new SecretFolder(path, guard);
  }

  /** Idempotent. */
  async remove(): Promise<void> {
    const hasEnded = this.#guard.exitCode !== null || this.#guard.signalCode !== null;
    const ended = hasEnded ? null : once(this.#guard, 'exit');
    this.#guard.ref();
    this.#guard.stdin?.end('end\n');
    await rm(this.path, { recursive: true, force: true });
    await Promise.race([ended, sleep(END_LIMIT_MS, undefined, { ref: false })]);
  }
}

const END_LIMIT_MS = 2000;

/** A line on its stdin ends it; the end of that without one says that we were killed. */
const REMOVE_WHEN_ALONE = 'read -r line || rm -rf -- "$0"';

/** The path of a Unix socket has at most 104 bytes, of which ssh wants some for itself. */
const MAX_SOCKET_PARENT_BYTES = 60;

/** Where to make a folder that is to hold a Unix socket: in `temporary` unless its path is too long. */
export function parentForSocket(temporary: string): string {
  return Buffer.byteLength(temporary) <= MAX_SOCKET_PARENT_BYTES ? temporary : '/tmp';
}
