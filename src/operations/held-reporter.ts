import type { Progress, Reporter } from './progress.ts';

/** Tells nothing before `release`: of what is thrown away nobody should hear. How far it comes isn't told later. */
export class HeldReporter implements Reporter {
  readonly #to: Reporter;
  /** Null: released. */
  #held: (() => void)[] | null = [];

  constructor(to: Reporter) {
    this.#to = to;
  }

  onProgress(progress: Progress): void {
    if (this.#held === null) this.#to.onProgress(progress);
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
  }

  #tell(tell: () => void): void {
    if (this.#held === null) tell();
    else this.#held.push(tell);
  }
}
