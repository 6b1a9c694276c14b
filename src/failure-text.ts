import { displayText } from './bytestring.ts';
import { asHoldfastError } from './errors.ts';
import { isSystemError, systemCode, systemErrorText } from './system-error.ts';

/**
 * What to tell a person about `error`: the message of a HoldfastError with the reasons below it, each once; for any
 * other error, that it is a fault of ours. One line, escaped. The stack is for `--verbose` and debug logs.
 */
export function failureText(error: unknown): string {
  const known = asHoldfastError(error);
  if (known === null && isOfLostFolder(error)) return LOST_FOLDER;
  if (known === null) {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return `Unexpected failure: ${displayText(text)}. This is a fault of Holdfast: please report it.`;
  }
  // A message of ours is escaped already where it names something foreign; a second escape would double backslashes.
  const lines = [oneLine(known.message)];
  for (let cause = known.cause; cause instanceof Error; cause = cause.cause) {
    const [text, gist] = isSystemError(cause)
      ? [systemErrorText(cause), systemCode(cause)]
      : [oneLine(cause.message), oneLine(cause.message)];
    if (text === '' || quotesWhatItRead(cause) || lines.some((line) => line.includes(gist))) continue;
    // A reason that begins with what it is the reason of says more of the same.
    if (text.startsWith(lines.at(-1) ?? '')) lines.pop();
    lines.push(text);
  }
  return lines.join(' — ');
}

/** V8 shows what stands around the place where JSON goes wrong: in an application's configuration, a password may. */
function quotesWhatItRead(cause: Error): boolean {
  return cause instanceof SyntaxError && cause.message.endsWith('is not valid JSON');
}

const LOST_FOLDER =
  'Cannot tell which folder this runs in: it was removed. Go to another one (cd /), or name all paths from / on, and run again.';

/** Node asks for the current folder wherever a path is relative. */
function isOfLostFolder(error: unknown): boolean {
  return systemCode(error) === 'ENOENT' && (error as { syscall?: unknown }).syscall === 'uv_cwd';
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Cf}]/gu, (character) => displayText(character));
}
