import type { Command } from 'commander';

/** What a command is called with, and what that does. */
export type Example = readonly [commandLine: string, meaning: string];

/** Shows examples below a command's flags: what a person looks for first. */
export function addExamples(command: Command, ...examples: readonly Example[]): void {
  const lines = examples.map(([line, meaning]) => `  # ${meaning}\n  ${line}`);
  command.addHelpText(
    'after',
    `\nExamples:\n${lines.join('\n\n')}\n\nFlags of every command (--repo, --json, --quiet …): holdfast --help`,
  );
}
