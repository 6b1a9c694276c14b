import { setImmediate } from 'node:timers/promises';
import { CommanderError } from 'commander';
import { systemCode, systemErrorText } from '../system-error.ts';
import { ExitStatus } from './exit-status.ts';
import { Output, type OutputMode } from './output.ts';
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
  const lost = outputLost(terminal);
  const mode = wantsJson(args) ? 'json' : 'text';
  const status = await statusOf(args, terminal, mode);
  // Of the last write that failed we are told after the promises that wait for it.
  await setImmediate();
  if (lost.error === null) return status;
  new Output(terminal, mode, 1).failure(lostText(lost.error), ExitStatus.fatal);
  return ExitStatus.fatal;
}

async function statusOf(args: readonly string[], terminal: Terminal, mode: OutputMode): Promise<ExitStatus> {
  const runner = new TaskRunner(terminal);
  const program = createProgram(runner, mode);
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
 * Why not all of the result could be written, as soon as it is known. `holdfast help | head` is no failure, and messages
 * that can't be written (a log on a full disk) end no backup. Nothing takes the listeners away: the error of a last write
 * comes later than our end. A command whose result can't be written ends by itself (task.ts).
 */
function outputLost({ stdout, stderr }: Terminal): { readonly error: Error | null } {
  const lost: { error: Error | null } = { error: null };
  stdout.on('error', (error) => {
    if (systemCode(error) !== 'EPIPE') lost.error ??= error;
  });
  stderr.on('error', () => {});
  return lost;
}

function lostText(error: Error): string {
  return `Cannot write the output: ${systemErrorText(error)}. Make room where it goes, or send it to another place.`;
}
