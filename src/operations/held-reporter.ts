import type { Progress, Reporter } from './progress.ts';

/** Tells nothing before `release`: of what is thrown away nobody should hear. How far it came is told once, as it is then. */
export class HeldReporter implements Reporter {
  readonly #to: Reporter;
  /** Null: released. */
  #held: (() => void)[] | null = [];
  #progress: Progress | null = null;

  constructor(to: Reporter) {
    this.#to = to;
  }

  onProgress(progress: Progress): void {
    if (this.#held === null) this.#to.onProgress(progress);
    else this.#progress = progress;
  }

  onWarning(message: string): void {
    this.#tell(() => this.#to.onWarning(message));
  }

  onInfo(message: string): void {
    this.#tell(() => this.#to.onInfo(message));
  }

  /** Idempotent. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const tell of held) tell();
    if (this.#progress !== null) this.#to.onProgress(this.#progress);
    this.#progress = null;
  }

  #tell(tell: () => void): void {
    if (this.#held === null) tell();
    else this.#held.push(tell);
  }
}
