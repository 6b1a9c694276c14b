/** What an operation is doing, in the order it happens. Each is a phase that the bench times. */
export type Phase =
  | 'connecting'
  | 'unlocking'
  | 'locking'
  | 'loading-index'
  | 'before-commands'
  | 'listing' // and comparing with the parent, reading, storing: they run together
  | 'dumping' // a database, streamed into the snapshot
  | 'after-commands'
  | 'finishing' // last packs, index, snapshot
  | 'preflight'
  | 'restoring'
  | 'verifying'
  | 'swapping'
  | 'removing-snapshots'
  | 'removing-archives'
  | 'checking'
  | 'reading-packs'
  | 'walking-trees'
  | 'planning'
  | 'repacking'
  | 'rewriting-indexes'
  | 'removing'
  | 'copying';

/**
 * A report of how far an operation is; the same object says where it stands each time. Operations call `onProgress`
 * as often as they like: who shows it (a bar at a terminal, a line every 10 s in a log) decides how often.
 */
export interface Progress {
  readonly phase: Phase;
  readonly filesDone: number;
  readonly bytesDone: number;
  /** Known only from an earlier run or once a listing is complete: null before. */
  readonly filesTotal: number | null;
  readonly bytesTotal: number | null;
  /** What is being worked on, ready to show (escaped), or empty. */
  readonly current: string;
}

/** How an operation speaks while it runs. It never prints: only src/cli and src/actions do. */
export interface Reporter {
  onProgress(progress: Progress): void;
  /** Something that a person should know, although the work goes on. One line, already escaped. */
  onWarning(message: string): void;
  /** One line about what happens now (`before command: …`), already escaped. */
  onInfo(message: string): void;
}

/** Before anything is counted. */
export const IDLE = { filesDone: 0, bytesDone: 0, filesTotal: null, bytesTotal: null, current: '' } as const;
