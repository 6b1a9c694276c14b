import { parseAge } from './age.ts';
import { HoldfastError } from './errors.ts';
import { z } from './schema.ts';

/** So many fit into a sentence. */
const FEW_KEYS = 5;

/**
 * A section: a map with these keys and no others. An unknown one is told with those that are known, as the issue's
 * message, for whoever looks for the nearest (src/config/read-config.ts).
 */
export function section<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const keys = Object.keys(shape).map(shownKey);
  const expected = `expected a map of keys${keys.length > FEW_KEYS ? '' : `: ${keys.join(', ')}`}`;
  return z.strictObject(shape, {
    error: ({ code, input }) => {
      if (code === 'unrecognized_keys') return Object.keys(shape).join(KNOWN_KEYS_SEPARATOR);
      if (code !== 'invalid_type') return undefined;
      return input === null ? `it is empty, ${expected}` : expected;
    },
  });
}

export const KNOWN_KEYS_SEPARATOR = '\n';

/** `schema`, and what `parse` of a flag or an input of the same meaning says against a value. */
export function checked<T extends z.ZodType>(schema: T, parse: (value: z.output<T>) => unknown): T {
  return schema.superRefine((value, context) => {
    try {
      parse(value as z.output<T>);
    } catch (error) {
      if (!(error instanceof HoldfastError)) throw error;
      context.addIssue({ code: 'custom', message: error.message });
    }
  });
}

/** A span, as `parseAge` reads it. @param key For its message. */
export function age(key: string, description: string) {
  const span = line(description, 'expected a span such as `90m`, `26h`, `7d` or `12w`');
  return checked(span, (text) => parseAge(text, shownKey(key)));
}

/** A key as messages name it. */
export function shownKey(word: string): string {
  return `\`${word}\``;
}

/** One line of text, as an input has it. @param expected In place of what is no text. */
export function line(description: string, expected = 'expected text') {
  return (
    z
      .string(expected)
      .min(1, 'expected text, it is empty')
      // A NUL would end an argument, a variable and a path before their end.
      .regex(/^(?!\s)[^\r\n\0]*(?<!\s)$/, 'expected one line, no NUL, without white space around it')
      .describe(description)
  );
}

/** Lines, as an input of several lines has them: one that begins with `#` would be a comment there. */
export function lines(description: string, item: string) {
  return z
    .array(
      line(item).regex(/^[^#].*(?<!\\)$/, 'expected one that neither begins with `#` nor ends in `\\`'),
      'expected a list',
    )
    .describe(description);
}

export function yesNo(description: string) {
  return z.boolean('expected `true` or `false`').describe(description);
}

/** What flags take as text and a person writes as a number: `7`, `unlimited`, `50%`. */
export function word(description: string) {
  return z.union([z.string(), z.int()], 'expected text or a whole number').describe(description);
}

/** The name of something in the file. */
export const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export function named<T extends z.ZodType>(value: T, description: string) {
  return z
    .record(
      z.string().regex(NAME, 'expected a name of 1 to 64 letters, digits, dots, dashes or underscores'),
      value,
      'expected a map: names, and below each what it is',
    )
    .describe(description);
}

export function reference(description: string) {
  return z
    .string('expected a name as it stands in this file')
    .regex(NAME, 'expected a name as it stands in this file')
    .describe(description);
}

const SECRET = /^env:[A-Za-z_][A-Za-z0-9_]*$/;

/** Of a workflow: what GitHub expands there, and nobody here. */
export const EXPRESSION = '${{';

/** As a shell would have it. */
const VARIABLE = /^\$(?:[A-Z_][A-Z0-9_]*|\{[A-Z_][A-Z0-9_]*\})$/;

/** Whether it names where a secret is, if in the way of somebody else. */
export function isForeignReference(text: string): boolean {
  return text.includes(EXPRESSION) || VARIABLE.test(text);
}

export function isSecretReference(text: string): boolean {
  return SECRET.test(text);
}

/** Where a secret is: never itself. The message doesn't show what stands there. */
export function secret(description: string) {
  return z
    .string('expected a reference such as `env:BACKUP_PASSWORD`')
    .regex(SECRET, {
      error: ({ input }) => (isForeignReference(String(input)) ? UNEXPANDED_SECRET : LITERAL_SECRET),
    })
    .describe(
      `${description} A reference \`env:NAME\` to a variable of the environment, never the secret itself.`,
    )
    .meta({ secret: true });
}

/** By this an issue is known to be about a secret in the clear. */
export const LITERAL_SECRET = 'a secret is expected to be a reference such as `env:BACKUP_PASSWORD`';

const UNEXPANDED_SECRET =
  'it is what a workflow or a shell expands, and nobody here, expected a reference such as `env:BACKUP_PASSWORD`, and in the workflow that variable';

/** What `parse` throws, as an issue at `path` below. */
export function addIssueOf(
  parse: () => unknown,
  context: { addIssue(issue: { code: 'custom'; message: string; path?: PropertyKey[] }): void },
  path: PropertyKey[],
): void {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    context.addIssue({ code: 'custom', message: error.message, path });
  }
}

/** Each item of a list is what `parse` takes. */
export function each(list: ReturnType<typeof lines>, parse: (text: string) => unknown) {
  return list.superRefine((items, context) => {
    for (const [i, item] of items.entries()) addIssueOf(() => parse(item), context, [i]);
  });
}

/** What `word` took, as flags have it; null: nothing was given. */
export function text(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}

/** What a section can't be. @param what Its end is no full stop. */
export function bad(section: string, what: string): HoldfastError {
  return new HoldfastError('bad-input', `Cannot use this ${section}: ${what}.`);
}
