import { displayText } from '../../bytestring.ts';
import { type ErrorCode, HoldfastError } from '../../errors.ts';

/** What a decoder throws inside: `decoding` adds what was read and makes a HoldfastError of it. */
export class FormatFault extends Error {
  override readonly name = 'FormatFault';
  readonly code: ErrorCode;

  /** `found` and `expected` are for a person; `found` is already safe to show. */
  constructor(found: string, expected: string, code: ErrorCode = 'repository-damaged') {
    super(`${found}, expected ${expected}`);
    this.code = code;
  }
}

/**
 * What `decode` returns. Whatever it throws on hostile input becomes a HoldfastError that names `what`:
 * repository-damaged, or the code that a FormatFault says.
 */
export function decoding<T>(what: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const fault =
      error instanceof FormatFault
        ? error
        : // JSON.parse (SyntaxError), too long for a string, too deep: all of them are the input's doing.
          new FormatFault(reason(error), 'JSON', 'repository-damaged');
    const advice = ADVICE[fault.code] ?? '';
    throw new HoldfastError(fault.code, `Cannot read ${what}: ${fault.message}.${advice}`, { cause: error });
  }
}

const ADVICE: Partial<Record<ErrorCode, string>> = {
  'repository-damaged': ' Run "holdfast check" to see what else is damaged.',
  'repository-unsupported': ' A newer Holdfast, or restic, may know it.',
};

function reason(error: unknown): string {
  return shorten(error instanceof Error ? error.message : String(error));
}

const SHOWN_CHARACTERS = 80;

function shorten(text: string): string {
  const start = displayText(text.slice(0, SHOWN_CHARACTERS));
  return text.length > SHOWN_CHARACTERS ? `${start}…` : start;
}

/** Any value that came from a repository, made short and safe for a message. */
export function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'an array';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? `"${shorten(value)}"` : shorten(String(value));
}
