import type { Command } from 'commander';
import { HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { listenForInterrupt, withReason } from '../interrupt.ts';
import type { Reporter } from '../operations/progress.ts';
import { LogReporter } from '../progress/log-reporter.ts';
import { BarReporter } from './bar-reporter.ts';
import { ExitStatus, exitStatusOf } from './exit-status.ts';
import type { GlobalFlags } from './flags.ts';
import { JsonReporter } from './json-reporter.ts';
import { Output } from './output.ts';
import type { Terminal } from './terminal.ts';

/** What a command works with: its flags, and the ways to speak. */
export interface Task<Flags> {
  readonly flags: Flags & GlobalFlags;
  readonly terminal: Terminal;
  readonly output: Output;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

/** A command's work. What it resolves to is the exit status; nothing is 0. */
export type Work<Flags> = (
  task: Task<Flags>,
  positional: readonly string[],
) => Promise<ExitStatus | undefined>;

/** Runs commands at one terminal and remembers how the last one ended. */
export class TaskRunner {
  readonly terminal: Terminal;
  status: ExitStatus = ExitStatus.ok;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
  }

  /** Makes `work` what `command` does. */
  handle<Flags>(command: Command, work: Work<Flags>): void {
    command.action(async () => {
      this.status = await this.#run(command.optsWithGlobals<Flags & GlobalFlags>(), command.args, work);
    });
  }

  async #run<Flags>(
    flags: Flags & GlobalFlags,
    positional: readonly string[],
    work: Work<Flags>,
  ): Promise<ExitStatus> {
    const { terminal } = this;
    const output = new Output(terminal, flags.json ? 'json' : 'text', flags.quiet ? 0 : 1 + flags.verbose);
    const reporter = reporterFor(terminal, output);
    const interrupt = listenForInterrupt();
    const gone = readerGone(terminal);
    const signal = AbortSignal.any([interrupt.signal, gone.signal]);
    try {
      const task = { flags, terminal, output, reporter, signal };
      const result = await inProfile(flags.profile, () => work(task, positional));
      return result ?? ExitStatus.ok;
    } catch (error) {
      return reportFailure(withReason(error, interrupt.signal), output, gone.signal.aborted);
    } finally {
      reporter.close();
      interrupt.close();
      gone.close();
    }
  }
}

function reportFailure(error: unknown, output: Output, readerIsGone: boolean): ExitStatus {
  // `holdfast ls … | head` is no failure worth a message; of a full disk main.ts tells.
  if (readerIsGone) return ExitStatus.interrupted;
  const status = exitStatusOf(error);
  output.failure(failureText(error), status);
  if (output.verbosity > 1 && error instanceof Error) output.note(error.stack ?? '');
  return status;
}

async function inProfile<T>(file: string | undefined, work: () => Promise<T>): Promise<T> {
  if (file === undefined) return work();
  const { profiled } = await import('./profile.ts');
  return profiled(file, work);
}

function reporterFor(terminal: Terminal, output: Output): Reporter & { close(): void } {
  if (output.mode === 'json') return new JsonReporter(output);
  if (output.verbosity > 0 && terminal.stderr.isTTY) return new BarReporter(terminal, output);
  return new LogReporter({ info: (line) => output.note(line), warning: (line) => output.warning(line) });
}

/** Aborts when our results can't be written any more: nobody reads them (EPIPE), or the disk is full. */
function readerGone({ stdout, stderr }: Terminal): { signal: AbortSignal; close(): void } {
  const controller = new AbortController();
  const end = (cause: Error) => {
    controller.abort(
      new HoldfastError('cancelled', 'Cancelled: the output can’t be written any more.', { cause }),
    );
  };
  // Messages that can't be written must not end a backup.
  const ignore = () => {};
  stdout.on('error', end);
  stderr.on('error', ignore);
  return {
    signal: controller.signal,
    close() {
      stdout.off('error', end);
      stderr.off('error', ignore);
    },
  };
}
