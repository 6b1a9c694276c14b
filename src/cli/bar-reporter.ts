import type { Progress, Reporter } from '../operations/progress.ts';
import { describeProgress, fractionDone } from '../progress/describe.ts';
import { Estimate } from '../progress/estimate.ts';
import type { Output } from './output.ts';
import type { Terminal } from './terminal.ts';

const REDRAW_MS = 100;
const BAR_CELLS = 20;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const DEFAULT_COLUMNS = 80;
const CLEAR_LINE = '\r\x1b[2K';

/** Shows progress at a terminal: one line of stderr, drawn again and again. `close` takes it away; idempotent. */
export class BarReporter implements Reporter {
  readonly #terminal: Terminal;
  readonly #output: Output;
  readonly #estimate = new Estimate();
  readonly #timer: NodeJS.Timeout;
  #latest: Progress | null = null;
  #drawn = false;

  constructor(terminal: Terminal, output: Output) {
    this.#terminal = terminal;
    this.#output = output;
    output.onBeforeOutput(() => this.#clear());
    this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
    this.#timer.unref();
  }

  onProgress(progress: Progress): void {
    this.#latest = progress;
  }

  onWarning(message: string): void {
    this.#output.warning(message);
  }

  onInfo(message: string): void {
    this.#output.note(message);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#clear();
    this.#output.onBeforeOutput(null);
  }

  #draw(): void {
    if (this.#latest === null) return;
    this.#estimate.observe(this.#latest, performance.now());
    // 0 is what a terminal says that was never told its size: one of a container's, a serial line.
    const columns = this.#terminal.stderr.columns || DEFAULT_COLUMNS;
    const line = barLine(this.#latest, this.#estimate.remainingMs(this.#latest), columns);
    this.#terminal.stderr.write(CLEAR_LINE + line);
    this.#drawn = true;
  }

  #clear(): void {
    if (this.#drawn) this.#terminal.stderr.write(CLEAR_LINE);
    this.#drawn = false;
  }
}

/** Bar, numbers and, where there is room, what is worked on; never wider than `columns`. */
export function barLine(progress: Progress, remainingMs: number | null, columns: number): string {
  const fraction = fractionDone(progress);
  const bar = fraction === null ? '' : `${drawBar(fraction)} `;
  const line = `${bar}${describeProgress(progress, remainingMs)}${progress.current === '' ? '' : `  ${progress.current}`}`;
  // One column is left free: a terminal that is filled to its last column may wrap.
  const cells = Array.from(line);
  return cells.length < columns ? line : `${cells.slice(0, Math.max(0, columns - 2)).join('')}…`;
}

function drawBar(fraction: number): string {
  const eighths = Math.floor(fraction * BAR_CELLS * 8);
  const full = '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
  return `▕${full.padEnd(BAR_CELLS)}▏`;
}
