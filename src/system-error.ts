import { getSystemErrorMessage } from 'node:util';
import { displayText } from './bytestring.ts';

/** The system's name of `error` (`ENOENT`), or empty. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/**
 * What the system says, for a message that names the file itself: `no such file or directory (ENOENT)`. Node's own text
 * names it too, and the call. Any other error's message is shown as it is, escaped.
 */
export function systemErrorText(error: unknown): string {
  if (!(error instanceof Error)) return displayText(String(error));
  const code = systemCode(error);
  if (!isSystemError(error)) return displayText(error.message || code);
  return `${getSystemErrorMessage(error.errno) ?? 'the system refuses it'} (${code})`;
}

/** Whether `error` is Node's for a system call that failed. */
export function isSystemError(error: unknown): error is Error & { readonly errno: number } {
  return (
    systemCode(error) !== '' && error instanceof Error && 'errno' in error && typeof error.errno === 'number'
  );
}
