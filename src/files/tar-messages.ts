import type { ByteString } from '../bytestring.ts';

/** What tar said of one file. `warning`: its content is right, but something about it is missing. */
export interface TarProblem {
  readonly kind: 'changed' | 'vanished' | 'unreadable' | 'warning';
  readonly message: ByteString;
}

/** Makes sense of what a tar prints on stderr while it reads entries named `./…` from the root. */
export interface TarMessages {
  add(line: ByteString): void;
  /** @param isSent Whether all of the entry came. */
  about(path: ByteString, isSent: boolean): TarProblem | undefined;
  /** Whether tar's exit status is accounted for. @param isAllSent Whether all entries came that were asked for. */
  explains(status: number, isAllSent: boolean): boolean;
  /** The lines that name no entry, once. */
  takeOthers(): ByteString[];
}
