import type { Command } from 'commander';

/**
 * Of our own flags those that name what is to be done, where and of what. Who gives one of these twice means both, and would
 * have the last alone: one host of two, one copy of two. restic's own flags are read as restic reads them: the last counts.
 */
const NAMES_ONE = new Set([
  'on',
  'container',
  'of',
  'app',
  'volume',
  'database',
  'bucket',
  'into',
  'copyTo',
  'archiveTo',
  'archiveFrom',
  'archives',
  'tar',
  'pingUrlFile',
  'webhookUrlFile',
]);

/** Ends the program where one of these is given twice, with other values. To be called before `command` is parsed. */
export function refuseSecondNames(command: Command): void {
  for (const option of command.options) {
    // A list's beginning is what several are collected into.
    if (!NAMES_ONE.has(option.attributeName()) || Array.isArray(option.defaultValue)) continue;
    let first: string | null | undefined;
    command.on(`option:${option.name()}`, (value: string | null) => {
      first ??= value;
      if (first === value) return;
      command.error(
        `error: ${option.long} is given twice, as ${JSON.stringify(first)} and as ${JSON.stringify(value)}, expected one ` +
          'of them: only the last would count. Run the command once for each.',
      );
    });
  }
}

/** Ends the program where a flag and its opposite are given: the last alone would count. To be called before `command` is parsed. */
export function refuseOpposites(command: Command): void {
  for (const no of command.options.filter(({ negate }) => negate)) {
    const yes = command.options.find((one) => !one.negate && one.attributeName() === no.attributeName());
    if (yes === undefined) continue;
    const given = new Set<string>();
    for (const option of [yes, no]) {
      command.on(`option:${option.name()}`, () => {
        given.add(option.name());
        if (given.size > 1)
          command.error(
            `error: both ${yes.long} and ${no.long} are given, expected one of them. Leave out the other.`,
          );
      });
    }
  }
}

/** How a host is reached over SSH. */
const WAYS_TO_HOST = [
  'identity',
  'identityPassphraseFile',
  'sshPasswordFile',
  'knownHosts',
  'jump',
  'sshClient',
];

/** Ends the program where flags say how a host is reached, and none says which: this machine would be saved in its place. */
export function refuseWayToNowhere(command: Command): void {
  if (command.getOptionValueSource('on') !== 'default') return;
  const way = WAYS_TO_HOST.find((name) => command.getOptionValueSource(name) === 'cli');
  if (way === undefined) return;
  const { long } = command.options.find((option) => option.attributeName() === way) ?? {};
  command.error(
    `error: ${long} is given without --on, expected both: no host is named that is reached so, and this machine’s own files ` +
      'would be meant. Give --on ssh://user@host, or --on local.',
  );
}
