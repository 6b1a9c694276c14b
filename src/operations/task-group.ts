/**
 * Promises that run beside the main line of work. The first failure is kept: `check` throws it at the next chance,
 * and `settle` throws it after all have ended. None can become an unhandled rejection.
 */
export class TaskGroup {
  readonly #running = new Set<Promise<void>>();
  #failure: { error: unknown } | null = null;

  add(task: Promise<unknown>): void {
    const settled: Promise<void> = task.then(
      () => void this.#running.delete(settled),
      (error: unknown) => {
        this.#failure ??= { error };
        this.#running.delete(settled);
      },
    );
    this.#running.add(settled);
  }

  /** @throws The first failure so far. */
  check(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }

  /** Resolves when all tasks, also those that they add, have ended. @throws The first failure. */
  async settle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
    this.check();
  }
}
