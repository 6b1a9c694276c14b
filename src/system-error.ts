import { getSystemErrorMessage } from 'node:util';
import { displayText } from './bytestring.ts';

/** Errors of Linux that Node has no name for: it gives them as `Unknown system error -116`. By their numbers. */
const UNNAMED: ReadonlyMap<number, readonly [code: string, text: string]> = new Map([
  [-74, ['EBADMSG', 'its checksum is wrong']],
  [-116, ['ESTALE', 'stale file handle']],
  [-117, ['EUCLEAN', 'the filesystem is damaged']],
  [-122, ['EDQUOT', 'the disk quota is used up']],
  [-126, ['ENOKEY', 'the key to what is encrypted there is not loaded']],
]);

/** The system's name of `error` (`ENOENT`), or empty. */
export function systemCode(error: unknown): string {
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return '';
  return unnamed(error)?.[0] ?? error.code;
}

function unnamed(error: Error) {
  const isOurs = process.platform === 'linux' && 'errno' in error && typeof error.errno === 'number';
  return isOurs ? UNNAMED.get(error.errno as number) : undefined;
}

/**
 * What the system says, for a message that names the file itself: `no such file or directory (ENOENT)`. Node's own text
 * names it too, and the call. Any other error's message is shown as it is, escaped.
 */
export function systemErrorText(error: unknown): string {
  if (!(error instanceof Error)) return displayText(String(error));
  const code = systemCode(error);
  if (!isSystemError(error)) return displayText(error.message || code);
  const text = unnamed(error)?.[1] ?? getSystemErrorMessage(error.errno);
  return `${text ?? 'the system refuses it'} (${code})`;
}

/** Whether `error` is Node's for a system call that failed. What zlib and zstd say has an `errno` too, a number of their own. */
export function isSystemError(error: unknown): error is Error & { readonly errno: number } {
  const code = systemCode(error);
  if (code === '' || /^Z(STD)?_/.test(code)) return false;
  return error instanceof Error && 'errno' in error && typeof error.errno === 'number' && error.errno < 0;
}
