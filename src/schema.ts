import { z } from 'zod';
import { displayText } from './bytestring.ts';
import { HoldfastError } from './errors.ts';

/** The one door to zod: what describes settings, so that they are checked, and shown to an editor, by the same words. */
export { z };

/**
 * `value` as `schema` has it, defaults filled in.
 * @param what Of the whole, for messages: `the options of looker`.
 * @throws HoldfastError bad-input that names each setting that can't be right, and what was expected.
 */
export function readSettings<S>(schema: z.ZodType<S>, value: unknown, what: string): S {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => {
    const at = path.map(String).join('.');
    return at === '' ? message : `${at}: ${message}`;
  });
  throw new HoldfastError('bad-input', `Cannot use ${what}: ${displayText(faults.join('; '))}.`);
}

/** Something of a host's, by its absolute path, without `.`, `..` or a slash at the end. */
export function absolutePath() {
  return z
    .string()
    .regex(/^\/(?!\/)/, 'expected an absolute path')
    .refine((path) => !path.includes('\0'), 'expected a path without NUL')
    .refine(
      (path) => !path.split('/').some((name) => name === '.' || name === '..'),
      'expected no . or .. in it',
    )
    .refine((path) => path === '/' || !path.endsWith('/'), 'expected no slash at its end');
}

/** A span such as `90s`, `5m`, `1h30m`. */
export function span() {
  return z
    .string()
    .regex(/^(0|(\d+(\.\d+)?(ms|s|m|h))+)$/, 'expected a span of time such as 30s, 5m or 1h30m');
}

/** A command for a host's shell. */
export function command() {
  return z
    .string()
    .regex(/\S/, 'expected a shell command')
    .refine((text) => !text.includes('\0'), 'expected no NUL');
}
