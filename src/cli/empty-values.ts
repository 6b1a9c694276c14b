import type { Command, Option } from 'commander';

/** An empty one of these has a meaning, as restic's have, or a message of its own. */
const HAS_ITS_OWN = new Set([
  'host',
  'tag',
  'groupBy',
  'keepTag',
  'keepBecause',
  'repo',
  'include',
  'iinclude',
  'target',
  'copyTo',
  'evidence',
]);

/** Ends the program where a flag of `command`, or of those above it, has an empty value: mostly a variable that is not set. */
export function refuseEmptyValues(command: Command): void {
  for (let at: Command | null = command; at !== null; at = at.parent) {
    const empty = at.options.find((option) => isEmpty(at as Command, option));
    if (empty !== undefined) command.error(`error: ${said(empty)}`);
  }
}

function isEmpty(command: Command, option: Option): boolean {
  const name = option.attributeName();
  if (HAS_ITS_OWN.has(name) || command.getOptionValueSource(name) !== 'cli') return false;
  const value: unknown = command.getOptionValue(name);
  return value === '' || (Array.isArray(value) && value.includes(''));
}

function said({ long, flags }: Option): string {
  const [expected = 'a value'] = /<.*>/.exec(flags) ?? [];
  return `${long ?? flags} is empty, expected ${expected}: a variable may be unset. Leave ${long ?? flags} out where there is none.`;
}
