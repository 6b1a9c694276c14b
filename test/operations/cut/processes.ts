import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { BackupOptions } from '../../../src/operations/backup/options.ts';

/**
 * When a backup kills itself, but never before its first pack was stored: after so many of the backend's operations, or
 * so long, since then; or right after a file of this kind was stored.
 */
export type Cut =
  | { readonly kind: 'stored'; readonly file: 'index' | 'snapshot' }
  | { readonly kind: 'operation'; readonly operations: number; readonly phase: 'before' | 'after' }
  | { readonly kind: 'delay'; readonly delayMs: number };

/** Makes one backup; its one argument is a BackupOrder. */
export const BACKUP_PROGRAM = join(import.meta.dirname, 'backup-process.ts');

/** What a backup process is to do. */
export interface BackupOrder {
  readonly repository: string;
  readonly password: string;
  readonly source: string;
  readonly packSizeBytes: number;
  readonly options: Omit<BackupOptions, 'paths' | 'excludeLargerThanBytes' | 'onApplication'>;
  readonly cut: Cut | null;
  /** Of the times that each file takes to be stored, so that they overtake each other; null: no longer than it does. */
  readonly delaySeed: number | null;
  /** Before the nth (from 1) such operation of the backend it reports `holding`, and waits for `release`. */
  readonly holdBefore: { readonly verb: string; readonly kind: string; readonly nth: number } | null;
}

export interface BackupEnd {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What it reported, a line each: `saved pack`, `failed lock-lost`, `snapshot ID`. */
  readonly events: readonly string[];
  readonly stderr: string;
}

/** One backup by a process of its own. */
export class BackupProcess {
  readonly ended: Promise<BackupEnd>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #events: string[] = [];
  readonly #waiting: { readonly beginning: string; readonly resolve: () => void }[] = [];

  /** @param program Made of BACKUP_PROGRAM, for who starts many. */
  constructor(order: BackupOrder, program = BACKUP_PROGRAM) {
    this.#child = spawn(process.execPath, [program, JSON.stringify(order)]);
    this.#child.stdin.on('error', () => {}); // it may have ended
    this.ended = this.#end();
  }

  /** Resolves when the process has reported an event that begins so. Rejects if it ends without. */
  async reported(beginning: string): Promise<void> {
    if (this.#events.some((event) => event.startsWith(beginning))) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting.push({ beginning, resolve });
    const tooLate = this.ended.then(({ events, stderr }) => {
      throw new Error(`The backup ended without "${beginning}": ${events.join(', ')} ${stderr}`);
    });
    await Promise.race([promise, tooLate]);
  }

  /** Lets a process go on that waits by `holdBefore`. */
  release(): void {
    this.#child.stdin.write('\n');
  }

  kill(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async #end(): Promise<BackupEnd> {
    const closed = new Promise<{ status: number | null; signal: NodeJS.Signals | null }>((resolve, reject) =>
      this.#child.on('error', reject).on('close', (status, signal) => resolve({ status, signal })),
    );
    const [, stderr, { status, signal }] = await Promise.all([
      this.#readEvents(),
      text(this.#child.stderr),
      closed,
    ]);
    return { status, signal, events: this.#events, stderr };
  }

  async #readEvents(): Promise<void> {
    let rest = '';
    for await (const chunk of this.#child.stdout.setEncoding('utf8')) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        this.#events.push(line);
        for (const { beginning, resolve } of this.#waiting) if (line.startsWith(beginning)) resolve();
      }
    }
  }
}
