import type { Command } from 'commander';
import { createProgram } from '../../src/cli/program.ts';
import { TaskRunner } from '../../src/cli/task.ts';
import { processTerminal } from '../../src/cli/terminal.ts';

/** The reference of the command line, as Markdown, from its own help. */
export function commandsPage(): string {
  const program = createProgram(new TaskRunner(processTerminal));
  const pages = [program, ...leaves(program)].map(
    (command) => `## ${pathOf(command)}\n\n\`\`\`\n${helpOf(command)}\n\`\`\`\n`,
  );
  return `# Command line

What \`holdfast help\` prints, made by \`npm run docs\`. In a checkout, \`holdfast\` is \`node dist/holdfast.js\`.

${pages.join('\n')}`;
}

function leaves(command: Command): Command[] {
  return command.commands.flatMap((child) =>
    child.commands.length > 0 ? [child, ...leaves(child)] : [child],
  );
}

function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

/** The whole help, with what stands before and after, at a width that doesn't depend on a terminal. */
function helpOf(command: Command): string {
  let text = '';
  const write = (some: string) => {
    text += some;
  };
  command.configureOutput({ writeOut: write, getOutHelpWidth: () => 100, getOutHasColors: () => false });
  command.outputHelp();
  return text.trimEnd();
}
