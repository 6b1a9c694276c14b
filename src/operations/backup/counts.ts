import type { Phase, Progress } from '../progress.ts';

/** What a backup has done so far. */
export class Counts {
  filesNew = 0;
  filesChanged = 0;
  filesUnmodified = 0;
  /** Regular files, a hard link as often as it has names; no symbolic links and the like: as restic counts them. */
  totalFilesProcessed = 0;
  totalBytesProcessed = 0;
  /** Of file contents that the host sent. */
  bytesRead = 0;
  /** Of holes, which the host didn't send. */
  holeBytes = 0;
  /** Files whose content the host sent and that are saved for good. */
  filesRead = 0;
  /** What is being worked on, ready to show. */
  current = '';
  #keptBytes = 0;
  #listedFiles = 0;
  #listedBytes = 0;
  #isListed = false;
  readonly #expectedFiles: number | null;
  readonly #expectedBytes: number | null;

  /** @param expected What the parent snapshot held: the best guess at what this one will. */
  constructor(expected: { totalFilesProcessed: number; totalBytesProcessed: number } | null) {
    this.#expectedFiles = expected?.totalFilesProcessed ?? null;
    this.#expectedBytes = expected?.totalBytesProcessed ?? null;
  }

  /** A file that was read. */
  addFile(outcome: 'new' | 'changed', sizeBytes: bigint): void {
    this.#add(outcome, sizeBytes);
    if (sizeBytes > 0n) this.filesRead++;
  }

  /** A file that needn't be read. */
  addKept(outcome: 'new' | 'changed' | 'unmodified', sizeBytes: bigint): void {
    this.#add(outcome, sizeBytes);
    this.#keptBytes += Number(sizeBytes);
  }

  /** Files of a folder that is as it was. */
  addUnmodified(files: number, sizeBytes: bigint): void {
    this.filesUnmodified += files;
    this.totalFilesProcessed += files;
    this.totalBytesProcessed += Number(sizeBytes);
    this.#keptBytes += Number(sizeBytes);
  }

  #add(outcome: 'new' | 'changed' | 'unmodified', sizeBytes: bigint): void {
    if (outcome === 'new') this.filesNew++;
    else if (outcome === 'changed') this.filesChanged++;
    else this.filesUnmodified++;
    this.totalFilesProcessed++;
    this.totalBytesProcessed += Number(sizeBytes);
  }

  /** @param sizeBytes Null for a further name of a file that is read by another. */
  addListed(sizeBytes: bigint | null): void {
    this.#listedFiles++;
    this.#listedBytes += Number(sizeBytes ?? 0n);
  }

  /** From now on it is known how much there is to do: what was listed, whatever the parent held. */
  endListing(): void {
    this.#isListed = true;
  }

  progress(phase: Phase): Progress {
    // A file counts when its batch is settled, which for a large one is long after it began: its bytes count as they come.
    const bytesDone = this.#keptBytes + this.bytesRead + this.holeBytes;
    return {
      phase,
      filesDone: this.totalFilesProcessed,
      bytesDone,
      filesTotal: atLeast(this.#isListed ? this.#listedFiles : this.#expectedFiles, this.totalFilesProcessed),
      bytesTotal: atLeast(this.#isListed ? this.#listedBytes : this.#expectedBytes, bytesDone),
      current: this.current,
    };
  }
}

function atLeast(expected: number | null, done: number): number | null {
  return expected === null ? null : Math.max(expected, done);
}
