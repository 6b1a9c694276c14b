import * as core from '@actions/core';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { keepToLog } from './secrets.ts';

/** An input without the white space around it; null when it isn't given. */
export function textInput(name: string): string | null {
  const value = core.getInput(name);
  return value === '' ? null : value;
}

/** An input as it was given; empty when it isn't. */
export function untrimmedInput(name: string): string {
  return core.getInput(name, { trimWhitespace: false });
}

/** @throws HoldfastError bad-input when it isn't given. */
export function requiredInput(name: string, whatToDo: string): string {
  const value = textInput(name);
  if (value !== null) return value;
  throw new HoldfastError('bad-input', `Cannot start: the input \`${name}\` is missing. ${whatToDo}`);
}

/** Every input that the runner gives this step, by its name in small letters: those with defaults, too. */
export function allInputs(): [name: string, value: string][] {
  return Object.entries(process.env).flatMap(([variable, value = '']): [string, string][] =>
    variable.startsWith('INPUT_') ? [[variable.slice('INPUT_'.length).toLowerCase(), value.trim()]] : [],
  );
}

/** Gives this process inputs, as the runner would: what reads them next doesn't know the difference. */
export function provideInputs(inputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(inputs))
    process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = value;
}

/** The lines of an input, without white space around them, empty lines and lines that begin with `#`. */
export function listInput(name: string): string[] {
  return core
    .getInput(name)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** The same of one that must name something. @throws HoldfastError bad-input when no line of it does. */
export function requiredList(name: string, whatToDo: string): string[] {
  const lines = listInput(name);
  if (lines.length > 0) return lines;
  if (textInput(name) === null) requiredInput(name, whatToDo);
  throw namesNothing(name, whatToDo);
}

/**
 * The same of one that narrows what is meant: without it all is. A tag `#weekly`, or a file of such a name, is a comment here, and
 * would let a policy loose on everything.
 * @throws HoldfastError bad-input for one that is given, and names nothing.
 */
export function selectionInput(name: string): string[] {
  const lines = listInput(name);
  if (lines.length > 0 || textInput(name) === null) return lines;
  throw namesNothing(name, 'Leave it out if all is meant.');
}

function namesNothing(name: string, whatToDo: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot start: the input \`${name}\` names nothing: each of its lines is empty or begins with \`#\`, a comment. ${whatToDo}`,
  );
}

/** Shell commands, one a line; a line that ends in a backslash goes on in the next one. Messages that quote one are sent nowhere with it. */
export function commandsInput(name: string): string[] {
  const joined = core.getInput(name).replaceAll('\r\n', '\n').replace(/\\\n/g, '');
  const commands = joined
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  for (const command of commands) keepToLog(JSON.stringify(displayText(command)), '"…"');
  return commands;
}

/** @throws HoldfastError bad-input for anything but YAML's `true` and `false`. */
export function booleanInput(name: string): boolean {
  const value = core.getInput(name);
  const meant = value === '' ? false : booleanOf(value);
  if (meant !== null) return meant;
  throw badInput(name, value, '`true` or `false`');
}

/** YAML's words; null for anything else. */
export function booleanOf(value: string): boolean | null {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  return /^(false|False|FALSE)$/.test(value) ? false : null;
}

/** @throws HoldfastError bad-input for anything that isn't one of `choices`; not given is the first of them. */
export function choiceInput<T extends string>(name: string, choices: readonly [T, ...T[]]): T {
  const value = core.getInput(name);
  if (value === '') return choices[0];
  const choice = choices.find((one) => one === value);
  if (choice === undefined) throw badInput(name, value, `one of ${choices.join(', ')}`);
  return choice;
}

export function badInput(name: string, value: string, expected: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use the input \`${name}\`: it is ${JSON.stringify(value)}, expected ${expected}.`,
  );
}
