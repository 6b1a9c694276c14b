import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A line of a step, in the order a reader meets them. */
export type Line =
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'output'; readonly text: string }
  | { readonly kind: 'took'; readonly milliseconds: number }
  | { readonly kind: 'measured'; readonly text: string }
  | { readonly kind: 'check'; readonly text: string; readonly passed: boolean };

export interface Step {
  readonly title: string;
  readonly why: string;
  readonly lines: Line[];
  /** False for what could not be shown on this machine. */
  readonly shown: boolean;
}

export interface CommandResult {
  readonly output: string;
  readonly milliseconds: number;
}

/** Where and with which environment commands run, and where the story is told. */
export interface Stage {
  readonly folder: string;
  /** The commands' environment; `setVariable` adds to it. */
  readonly env: NodeJS.ProcessEnv;
  readonly write: (text: string) => void;
  readonly colours: boolean;
  /** Called before each step but the first: a person reads on when they want to. */
  readonly pause: () => Promise<void>;
  /** Ends the command that runs, and with it the story. */
  readonly signal: AbortSignal;
}

/** A step ended in a way that the story can't go on from. */
export class StoryBroken extends Error {}

/** Commands may print much; a reader wants the beginning and the end. */
const SHOWN_HEAD_LINES = 14;
const SHOWN_TAIL_LINES = 6;
const SHOWN_LINE_CHARACTERS = 600;

/** Tells the demo at the terminal, step by step, and remembers it for the page. */
export class Story {
  readonly steps: Step[] = [];
  readonly #stage: Stage;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** How many checks failed so far. */
  get failures(): number {
    return this.checks.filter((check) => !check.passed).length;
  }

  get checks(): { readonly text: string; readonly passed: boolean }[] {
    return this.steps.flatMap((step) => step.lines.filter((line) => line.kind === 'check'));
  }

  /** Begins the next step. `why` is one or two lines for a person who follows. */
  async step(title: string, why: string): Promise<void> {
    if (this.steps.length > 0) await this.#stage.pause();
    const number = this.steps.filter((step) => step.shown).length + 1;
    this.#begin({ title, why, lines: [], shown: true }, `${number}  ${title}`);
  }

  /** Says what this machine can't show, and what it lacks. */
  skip(title: string, why: string): void {
    this.#begin({ title, why, lines: [], shown: false }, `—  ${title}: not shown here`);
  }

  #begin(step: Step, heading: string): void {
    this.steps.push(step);
    const why = step.why.replaceAll('\n', '\n   ');
    this.#stage.write(`\n${this.#paint('1;36', heading)}\n   ${this.#paint('2', why)}\n\n`);
  }

  /**
   * Runs `commandLine` in a shell, exactly as it is shown, and shows what it prints and how long it took.
   * @param expected The exit status that the story expects.
   * @throws StoryBroken if it ends with another.
   */
  async run(commandLine: string, expected = 0): Promise<CommandResult> {
    this.#tell({ kind: 'command', text: commandLine });
    const started = performance.now();
    const lines = new ShortenedLines((text) => this.#tell({ kind: 'output', text: shortened(text) }));
    // The shell joins the two outputs, so that they stand in the order they were written in.
    const child = spawn('sh', ['-c', `exec 2>&1\n${commandLine}`], {
      cwd: this.#stage.folder,
      env: this.#stage.env,
      stdio: ['ignore', 'pipe', 'inherit'],
      signal: this.#stage.signal,
    });
    const ended = new Promise<number | string>((resolve) => {
      child
        .once('error', (error) => resolve(error.message))
        .once('close', (code, signal) => resolve(code ?? signal ?? 'no status'));
    });
    for await (const line of createInterface(child.stdout)) lines.add(line);
    const status = await ended;
    lines.end();
    const milliseconds = performance.now() - started;
    this.#tell({ kind: 'took', milliseconds });
    if (this.#stage.signal.aborted) throw new StoryBroken('The demo was interrupted.');
    if (status === expected) return { output: lines.all, milliseconds };
    throw new StoryBroken(`\`${commandLine}\` ended with ${status}, expected ${expected}.`);
  }

  /** Sets a variable for all commands that follow, as a person would. */
  setVariable(name: string, value: string, shownAs = value): void {
    this.#stage.env[name] = value;
    this.#tell({ kind: 'command', text: `export ${name}=${shownAs}` });
  }

  /** A number that this run measured. */
  measured(text: string): void {
    this.#tell({ kind: 'measured', text });
  }

  /** What must be true; the demo fails if one isn't. `details` are shown then. */
  check(text: string, passed: boolean, details: readonly string[] = []): void {
    this.#tell({ kind: 'check', text, passed });
    if (!passed)
      for (const detail of details.slice(0, SHOWN_HEAD_LINES)) this.#tell({ kind: 'output', text: detail });
  }

  #tell(line: Line): void {
    this.steps.at(-1)?.lines.push(line);
    this.#stage.write(`${this.#show(line)}\n`);
  }

  #show(line: Line): string {
    switch (line.kind) {
      case 'command':
        return `   ${this.#paint('2', '$')} ${this.#paint('1', line.text.replaceAll('\n', '\n     '))}`;
      case 'output':
        return `   ${this.#paint('2', '│')} ${line.text}`;
      case 'took':
        return `   ${this.#paint('2', `└ ${formatSeconds(line.milliseconds)}`)}`;
      case 'measured':
        return `   ${this.#paint('33', '→')} ${line.text}`;
      case 'check':
        return `   ${line.passed ? this.#paint('32', '✓') : this.#paint('1;31', '✗ FAILED:')} ${line.text}`;
    }
  }

  #paint(style: string, text: string): string {
    return this.#stage.colours ? `\u001b[${style}m${text}\u001b[0m` : text;
  }
}

/** Passes on the first lines as they come and the last ones at the end. */
class ShortenedLines {
  readonly #show: (line: string) => void;
  readonly #lines: string[] = [];

  constructor(show: (line: string) => void) {
    this.#show = show;
  }

  get all(): string {
    return this.#lines.join('\n');
  }

  add(line: string): void {
    this.#lines.push(line);
    if (this.#lines.length <= SHOWN_HEAD_LINES) this.#show(line);
  }

  end(): void {
    const rest = this.#lines.slice(SHOWN_HEAD_LINES);
    if (rest.length > SHOWN_TAIL_LINES + 1) {
      this.#show(`… (${rest.length - SHOWN_TAIL_LINES} more lines) …`);
      rest.splice(0, rest.length - SHOWN_TAIL_LINES);
    }
    for (const line of rest) this.#show(line);
  }
}

function shortened(line: string): string {
  return line.length <= SHOWN_LINE_CHARACTERS ? line : `${line.slice(0, SHOWN_LINE_CHARACTERS)} …`;
}

export function formatSeconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
