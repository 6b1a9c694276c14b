import { CommanderError } from 'commander';
import { ExitStatus } from './exit-status.ts';
import { createProgram } from './program.ts';
import { TaskRunner } from './task.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/**
 * Runs one command line (without `node` and the script's name) and gives its exit status. Never throws for what a
 * user can get wrong.
 */
export async function main(
  args: readonly string[],
  terminal: Terminal = processTerminal,
): Promise<ExitStatus> {
  letReadersGo(terminal);
  const runner = new TaskRunner(terminal);
  const program = createProgram(runner, wantsJson(args) ? 'json' : 'text');
  try {
    await program.parseAsync(args, { from: 'user' });
    return runner.status;
  } catch (error) {
    // commander has told what is wrong, or shown the help that was asked for.
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitStatus.ok : ExitStatus.fatal;
    throw error;
  }
}

/** Whether mistakes of the command line itself are to be told as JSON: it isn't parsed then. */
function wantsJson(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return args.slice(0, end < 0 ? undefined : end).includes('--json');
}

/**
 * `holdfast help | head` is no failure. Nothing takes the listeners away: the error of a last write comes later than
 * our end. A command ends by itself when nobody reads (task.ts).
 */
function letReadersGo({ stdout, stderr }: Terminal): void {
  const ignore = (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  };
  stdout.on('error', ignore);
  stderr.on('error', ignore);
}
