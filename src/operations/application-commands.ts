import { StringDecoder } from 'node:string_decoder';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { AS_A_PERSON } from '../hosts/as-a-person.ts';
import type { ExitStatus, Host } from '../hosts/host.ts';
import type { Reporter } from './progress.ts';

/** Longest line of a command's output that is shown; the rest of it is left out. */
const MAX_LINE_CHARACTERS = 500;

/**
 * Runs the user's own shell commands on the host one after the other; what they print goes to the reporter as it
 * comes, escaped.
 *
 * @throws HoldfastError command-failed at the first that ends with anything but 0, or takes longer than it may and is ended;
 *   the others aren't run.
 */
export async function runApplicationCommands(
  host: Host,
  { when, commands, limitMs }: ApplicationCommands,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<void> {
  for (const command of commands) {
    reporter.onInfo(`${when}: ${displayText(command)}`);
    const limit = limitMs === undefined ? null : AbortSignal.timeout(limitMs);
    const within = limit === null ? signal : AbortSignal.any([signal, limit]);
    const { exit, printed } = await runOne(host, command, reporter, within).catch((error: unknown) => {
      throw limit?.aborted && !signal.aborted ? tookTooLong(command, host, { when, limitMs }) : error;
    });
    if ('code' in exit && exit.code === 0) continue;
    const status = 'code' in exit ? `exit status ${exit.code}` : `killed by ${exit.signal}`;
    throw new HoldfastError(
      'command-failed',
      `Cannot run the ${when} command ${JSON.stringify(displayText(command))} on ${host.name}: ${status}, expected 0. ` +
        `${printed ? 'What it printed stands in the log of this run' : 'It printed nothing'}; run it by hand on the host to see why.`,
    );
  }
}

export interface ApplicationCommands {
  readonly when: 'before' | 'after';
  readonly commands: readonly string[];
  /** Of each. Undefined: as long as it likes. */
  readonly limitMs?: number | undefined;
}

function tookTooLong(
  command: string,
  host: Host,
  { when, limitMs = 0 }: Pick<ApplicationCommands, 'when' | 'limitMs'>,
): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot run the ${when} command ${JSON.stringify(displayText(command))} on ${host.name}: it was ended after ${limitMs / 1000} s, ` +
      'expected it to take no longer. Give it more time (hook-limit), or see by hand what it waits for.',
  );
}

async function runOne(
  host: Host,
  command: string,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<{ exit: ExitStatus; printed: boolean }> {
  const running = await host.start(`${AS_A_PERSON}\n${command}`, { signal });
  running.stdin.on('error', () => {}); // a command that doesn't read its input isn't a failure
  running.stdin.end();
  const [exit, ...printed] = await Promise.all([
    running.exited,
    showLines(running.stdout, reporter),
    showLines(running.stderr, reporter),
  ]);
  return { exit, printed: printed.includes(true) };
}

/** Whether there was anything. */
async function showLines(output: AsyncIterable<Buffer>, reporter: Reporter): Promise<boolean> {
  const decoder = new StringDecoder('utf8');
  let line = '';
  let isAny = false;
  for await (const bytes of output) {
    isAny ||= bytes.length > 0;
    const pieces = decoder.write(bytes).split('\n');
    for (const [i, piece] of pieces.entries()) {
      if (i > 0) {
        reporter.onInfo(`  ${displayText(line)}`);
        line = '';
      }
      line = (line + piece).slice(0, MAX_LINE_CHARACTERS);
    }
  }
  if (line !== '') reporter.onInfo(`  ${displayText(line)}`);
  return isAny;
}
