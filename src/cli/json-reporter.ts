import type { Progress, Reporter } from '../operations/progress.ts';
import { fractionDone } from '../progress/describe.ts';
import { Estimate } from '../progress/estimate.ts';
import type { Output } from './output.ts';

const STATUS_EVERY_MS = 1000;

/** Shows progress to a program: restic's `status` messages, one a second. `close` ends them; idempotent. */
export class JsonReporter implements Reporter {
  readonly #output: Output;
  readonly #estimate = new Estimate();
  readonly #timer: NodeJS.Timeout;
  readonly #startMs = performance.now();
  #latest: Progress | null = null;

  constructor(output: Output) {
    this.#output = output;
    this.#timer = setInterval(() => this.#speak(), STATUS_EVERY_MS);
    this.#timer.unref();
  }

  onProgress(progress: Progress): void {
    this.#latest = progress;
  }

  onWarning(message: string): void {
    this.#output.warning(message);
  }

  onInfo(): void {}

  close(): void {
    clearInterval(this.#timer);
  }

  #speak(): void {
    const progress = this.#latest;
    if (progress === null) return;
    const nowMs = performance.now();
    this.#estimate.observe(progress, nowMs);
    const remainingMs = this.#estimate.remainingMs(progress);
    // restic's status messages name what is done by the command.
    const isRestore = progress.phase === 'restoring';
    const status = {
      message_type: 'status',
      phase: progress.phase,
      seconds_elapsed: Math.round((nowMs - this.#startMs) / 1000),
      ...(remainingMs === null ? {} : { seconds_remaining: Math.round(remainingMs / 1000) }),
      percent_done: fractionDone(progress) ?? 0,
      ...(progress.filesTotal === null ? {} : { total_files: progress.filesTotal }),
      [isRestore ? 'files_restored' : 'files_done']: progress.filesDone,
      ...(progress.bytesTotal === null ? {} : { total_bytes: progress.bytesTotal }),
      [isRestore ? 'bytes_restored' : 'bytes_done']: progress.bytesDone,
      ...(progress.current === '' ? {} : { current_files: [progress.current] }),
    };
    // A reader that has gone away is met where the result is written.
    this.#output.json(status).catch(() => {});
  }
}
