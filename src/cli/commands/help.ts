import type { Command } from 'commander';
import { addExamples } from '../examples.ts';

/** `help`, which commander's own answers for one word only: `help key add` would show `key`. */
export function addHelpCommand(program: Command): void {
  const command = program
    .helpCommand(false)
    .command('help')
    .summary('show what a command takes')
    .description('Shows what a command takes, with examples.')
    .argument('[command...]', 'such as backup, or key add')
    .action((words: readonly string[]) => showHelp(program, words));
  addExamples(command, ['holdfast help key add', 'What one command takes']);
}

function showHelp(parent: Command, [word, ...more]: readonly string[]): void {
  const command = parent.commands.find(
    (known) => known.name() === word || known.aliases().includes(word ?? ''),
  );
  if (command !== undefined) showHelp(command, more);
  else if (word === undefined || parent.commands.length === 0) parent.help();
  // As if it had been called, which runs nothing: commander tells what it is instead, and what may have been meant.
  else parent.parse([word], { from: 'user' });
}
