import { HoldfastError } from '../errors.ts';

export { DEFAULT_TARGET } from '../repository/tags.ts';

/** It becomes the name of a folder in the snapshot and a tag: no slash, no comma, no leading dot. */
const TARGET = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** @throws HoldfastError bad-input. */
export function parseTarget(text: string, name: string): string {
  if (TARGET.test(text)) return text;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected 1 to 64 letters, digits, dots, dashes or underscores.`,
  );
}
