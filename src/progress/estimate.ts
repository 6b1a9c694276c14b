import type { Progress } from '../operations/progress.ts';

/** A file costs about as much as this many bytes, whatever its size: opening, listing, a tree's node. */
const FILE_COST_BYTES = 16 * 1024;
/** Weight of the newest pace against the older ones, for samples `SAMPLE_MS` apart. */
const SMOOTHING = 0.2;
const SAMPLE_MS = 1000;
/** Who waits for something (a lock on storage, a host that hangs) can't tell for how long. */
const STALLED_MS = 10_000;

/**
 * How long the work will still take, from its pace so far: a running mean that forgets, so that a slow start doesn't
 * spoil the rest. Knows nothing until totals are known and two seconds of one phase have passed.
 */
export class Estimate {
  #phase: string | null = null;
  #costPerMs: number | null = null;
  #sampledAtMs = 0;
  #sampledCost = 0;
  #cost = 0;
  #movedAtMs = 0;
  #isStalled = false;

  /** Takes note of where the work stands at `nowMs` (any steady clock). */
  observe(progress: Progress, nowMs: number): void {
    const cost = costOf(progress.bytesDone, progress.filesDone);
    this.#lookForMovement(progress.phase, cost, nowMs);
    if (progress.phase !== this.#phase) {
      this.#phase = progress.phase;
      this.#costPerMs = null;
      this.#sampledAtMs = nowMs;
      this.#sampledCost = cost;
      return;
    }
    const elapsedMs = nowMs - this.#sampledAtMs;
    if (elapsedMs < SAMPLE_MS) return;
    const pace = (cost - this.#sampledCost) / elapsedMs;
    const weight = 1 - (1 - SMOOTHING) ** (elapsedMs / SAMPLE_MS);
    this.#costPerMs = this.#costPerMs === null ? pace : this.#costPerMs + weight * (pace - this.#costPerMs);
    this.#sampledAtMs = nowMs;
    this.#sampledCost = cost;
  }

  #lookForMovement(phase: string, cost: number, nowMs: number): void {
    if (phase !== this.#phase || cost !== this.#cost) this.#movedAtMs = nowMs;
    this.#cost = cost;
    this.#isStalled = nowMs - this.#movedAtMs >= STALLED_MS;
  }

  /** Milliseconds left, or null when nobody can tell. */
  remainingMs(progress: Progress): number | null {
    const { filesTotal, bytesTotal } = progress;
    if (this.#isStalled || this.#costPerMs === null || this.#costPerMs <= 0 || bytesTotal === null)
      return null;
    const total = costOf(bytesTotal, filesTotal ?? progress.filesDone);
    const left = total - costOf(progress.bytesDone, progress.filesDone);
    return left <= 0 ? 0 : left / this.#costPerMs;
  }
}

function costOf(bytes: number, files: number): number {
  return bytes + files * FILE_COST_BYTES;
}
