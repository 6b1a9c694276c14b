import * as core from '@actions/core';

/** Gives later steps what this one found, by the names in action.yml. */
export function setOutputs(outputs: Readonly<Record<string, string | number | boolean>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** Hands `value` to this action's post step. The last one wins; written at once, so that a kill doesn't lose it. */
export function saveState(name: string, value: string): void {
  core.saveState(name, value);
}

/** What main saved under `name`, or null. */
export function loadState(name: string): string | null {
  const value = core.getState(name);
  return value === '' ? null : value;
}
