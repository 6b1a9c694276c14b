import { statSync, truncateSync } from 'node:fs';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { systemCode, systemErrorText } from '../system-error.ts';

/** The files, named by environment variables, that the runner reads when a step has ended. */
export type RunnerFile = 'GITHUB_OUTPUT' | 'GITHUB_STATE' | 'GITHUB_STEP_SUMMARY';

/**
 * Runs `append`, which adds to a file of the runner's. If that fails, what was written of it is taken back: the runner
 * fails a step that leaves half a value.
 *
 * @param what For the message: `the outputs`.
 * @throws HoldfastError no-space, no-permission.
 */
export function appendWhole(file: RunnerFile, what: string, append: () => void): void {
  const path = process.env[file] ?? '';
  const sizeBytes = sizeOf(path);
  try {
    append();
  } catch (cause) {
    if (sizeBytes !== null) takeBack(path, sizeBytes);
    throw cannotWrite(path, what, cause);
  }
}

function takeBack(path: string, sizeBytes: number): void {
  try {
    truncateSync(path, sizeBytes);
  } catch {
    // It is no file that can be cut; why it can't be written is what is told.
  }
}

function sizeOf(path: string): number | null {
  return path === '' ? null : (statSync(path, { throwIfNoEntry: false })?.size ?? null);
}

function cannotWrite(path: string, what: string, cause: unknown): HoldfastError {
  const code = systemCode(cause);
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  // The runner's own client looks for it first, and gives no code.
  const why = isFull ? 'the disk is full' : code === '' ? 'it isn’t there' : systemErrorText(cause);
  return new HoldfastError(
    isFull ? 'no-space' : 'no-permission',
    `Cannot give the runner ${what} by "${displayText(path)}": ${why}, expected to add to it. ` +
      `${isFull ? "Make room where the runner's temporary files are." : 'Look at the runner’s temporary folder.'}`,
    { cause },
  );
}
