import { PassThrough, Writable } from 'node:stream';
import { whyUndocumented } from '../../scripts/docs/json-members.ts';
import { JSON_SHAPES } from '../../scripts/docs/json-shapes.ts';
import { main } from '../../src/cli/main.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

export interface CliResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  /** stdout's lines as JSON: what --json gives. */
  readonly json: readonly Record<string, unknown>[];
}

export interface FakeTerminalOptions {
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What a person types at prompts; given, the terminal is one. */
  readonly typed?: readonly string[];
}

/** Runs one command line in this process. */
export async function holdfast(
  args: readonly string[],
  options: FakeTerminalOptions = {},
): Promise<CliResult> {
  const terminal = new FakeTerminal(options);
  const status = await main(args, terminal);
  const stdout = terminal.stdout.text;
  if (args.includes('--json')) expectDocumented(args, [stdout, terminal.stderr.text]);
  return {
    status,
    stdout,
    stderr: terminal.stderr.text,
    get json() {
      return stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}

/** Whatever a test prints as JSON is as docs/reference/json.md says: else it is missing there. */
function expectDocumented(args: readonly string[], texts: readonly string[]): void {
  const command = commandIn(args);
  if (command === null) return;
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => /^[{[]/.test(line));
  for (const line of lines) {
    const problem = whyUndocumented(command, JSON.parse(line));
    if (problem !== null)
      throw new Error(`holdfast ${command} --json: ${problem} (scripts/docs/json-shapes.ts): ${line}`);
  }
}

const ALIASES: Readonly<Record<string, string>> = {
  'restore-verify': 'drill',
  'validate-config': 'validate',
};

/** The command that is described, such as `key list`; null: none of it. */
function commandIn(args: readonly string[]): string | null {
  const words = args.map((arg) => ALIASES[arg] ?? arg);
  const names = JSON_SHAPES.map(({ command }) => command);
  for (const [i, word] of words.entries()) {
    const both = `${word} ${words[i + 1] ?? ''}`;
    const found = names.find((name) => name === both) ?? names.find((name) => name === word);
    if (found !== undefined) return found;
  }
  return null;
}

class Recorder extends Writable {
  isTTY: boolean;
  columns = 80;
  readonly #onText: (text: string) => void;
  readonly #parts: Buffer[] = [];

  constructor(isTTY: boolean, onText: (text: string) => void = () => {}) {
    super();
    this.isTTY = isTTY;
    this.#onText = onText;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }

  get text(): string {
    return this.bytes.toString('utf8');
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#parts.push(chunk);
    this.#onText(chunk.toString('utf8'));
    done();
  }
}

/** A terminal without a person, or with one who answers each question with the next of `typed`. */
export class FakeTerminal implements Terminal {
  readonly stdin: PassThrough & { isTTY?: boolean; setRawMode?(mode: boolean): unknown };
  readonly stdout: Recorder;
  readonly stderr: Recorder;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether the terminal echoes: must be false while a secret is typed. */
  rawModes: boolean[] = [];

  constructor({ env = {}, typed }: FakeTerminalOptions = {}) {
    const isTTY = typed !== undefined;
    const answers = [...(typed ?? [])];
    this.env = env;
    this.stdin = new PassThrough();
    this.stdin.isTTY = isTTY;
    this.stdin.setRawMode = (mode) => this.rawModes.push(mode);
    this.stdout = new Recorder(isTTY);
    this.stderr = new Recorder(isTTY, (text) => {
      if (/: $|\] $/.test(text)) setImmediate(() => this.stdin.write(`${answers.shift() ?? '\x03'}`));
    });
  }
}
