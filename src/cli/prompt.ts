import { HoldfastError } from '../errors.ts';
import type { Terminal } from './terminal.ts';

const ENTER = ['\r', '\n'];
const CTRL_C = '\x03';
const CTRL_D = '\x04';
const BACKSPACE = ['\x7f', '\b'];
const CLEAR_LINE = '\x15'; // Ctrl-U
const RUB_OUT = '\b \b';
/** Arrows and others are sequences that begin with one; what follows is typed. */
const CONTROL = /\p{Cc}/u;

export function canAsk(terminal: Terminal): boolean {
  return terminal.stdin.isTTY === true && terminal.stderr.isTTY === true;
}

/** Asks at the terminal without showing what is typed. The question goes to stderr: stdout is for results. */
export function askSecret(terminal: Terminal, question: string, signal: AbortSignal): Promise<string> {
  return ask(terminal, question, { echo: false, signal });
}

/** The same, showing it. */
export function askLine(terminal: Terminal, question: string, signal: AbortSignal): Promise<string> {
  return ask(terminal, question, { echo: true, signal });
}

interface Asking {
  readonly echo: boolean;
  readonly signal: AbortSignal;
}

async function ask(terminal: Terminal, question: string, asking: Asking): Promise<string> {
  const { stdin, stderr } = terminal;
  // Raw: the terminal neither echoes nor edits the line, so both are done here; before who is quick has read the question.
  stdin.setRawMode?.(true);
  stdin.setEncoding('utf8');
  stderr.write(question);
  try {
    return await readLine(terminal, asking);
  } finally {
    stdin.setRawMode?.(false);
    stdin.pause();
    stderr.write('\n');
  }
}

/** Asks a yes-or-no question; an empty answer is yes. */
export async function askYes(terminal: Terminal, question: string, signal: AbortSignal): Promise<boolean> {
  const answer = await askSecret(terminal, `${question} [Y/n] `, signal);
  return !/^n/i.test(answer.trim());
}

function readLine({ stdin, stderr }: Terminal, { echo, signal }: Asking): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  let line = '';
  const cancelled = () => reject(new HoldfastError('cancelled', 'Cancelled at the prompt.'));
  const show = (before: number, after: number, character: string) => {
    if (after > before) stderr.write(character);
    else if (before > after) stderr.write(RUB_OUT.repeat(before - after));
  };
  const onData = (text: string) => {
    for (const character of text) {
      if (ENTER.includes(character)) return resolve(line);
      if (character === CTRL_C || (character === CTRL_D && line === '')) return cancelled();
      const before = Array.from(line).length;
      if (BACKSPACE.includes(character)) line = Array.from(line).slice(0, -1).join('');
      else if (character === CLEAR_LINE) line = '';
      else if (!echo || !CONTROL.test(character)) line += character;
      if (echo) show(before, Array.from(line).length, character);
    }
  };
  stdin.on('data', onData).once('end', cancelled);
  signal.addEventListener('abort', cancelled, { once: true });
  stdin.resume();
  return promise.finally(() => {
    stdin.off('data', onData).off('end', cancelled);
    signal.removeEventListener('abort', cancelled);
  });
}
