import type { Readable, Writable } from 'node:stream';

/** Where the command line runs; tests bring their own. */
export interface Terminal {
  readonly stdin: Readable & { isTTY?: boolean; setRawMode?(mode: boolean): unknown };
  readonly stdout: Writable & { isTTY?: boolean };
  readonly stderr: Writable & { isTTY?: boolean; columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
}

export const processTerminal: Terminal = process;
