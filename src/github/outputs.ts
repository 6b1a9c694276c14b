import * as core from '@actions/core';
import { failureText } from '../failure-text.ts';
import { fail } from './annotations.ts';
import { appendWhole } from './runner-file.ts';

/**
 * Gives later steps what this one found, by the names in action.yml. If that can't be done the step fails, but not the
 * work, which is done: so it doesn't throw.
 */
export function setOutputs(outputs: Readonly<Record<string, string | number | boolean>>): void {
  try {
    appendWhole('GITHUB_OUTPUT', 'the outputs', () => {
      for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
    });
  } catch (error) {
    fail('Outputs are missing', `${failureText(error)} All else is done: see the log.`);
  }
}

/**
 * Hands `value` to this action's post step. The last one wins; written at once, so that a kill doesn't lose it.
 * @throws HoldfastError no-space, no-permission.
 */
export function saveState(name: string, value: string): void {
  appendWhole('GITHUB_STATE', `the state "${name}"`, () => core.saveState(name, value));
}

/** What main saved under `name`, or null. */
export function loadState(name: string): string | null {
  const value = core.getState(name);
  return value === '' ? null : value;
}
