import type { Command } from 'commander';
import { PROGRAM_VERSION, VERSION } from '../../version.ts';
import { addExamples } from '../examples.ts';
import { JSON_VERSION } from '../json-version.ts';
import type { TaskRunner } from '../task.ts';

/** What --version gives, under the name that restic has for it. */
export function addVersionCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('version')
    .summary('print the version')
    .description('Prints the version, as --version does.');
  addExamples(command, ['holdfast version --json', 'For a program']);
  runner.handle(command, async ({ output }) => {
    await output.line(PROGRAM_VERSION);
    await output.json({ message_type: 'version', version: VERSION, json_version: JSON_VERSION });
  });
}
