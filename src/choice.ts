import { HoldfastError } from './errors.ts';

/**
 * `text` if it is one of `choices`.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
export function parseChoice<const T extends string>(text: string, name: string, choices: readonly T[]): T {
  const choice = choices.find((one) => one === text);
  if (choice !== undefined) return choice;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${choices.join(', ')}.`,
  );
}
