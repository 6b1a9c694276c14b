import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from './file-commands.ts';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

/** What the runner does to a cancelled step, to its node process alone: SIGINT, 7.5 s later SIGTERM, 2.5 s later a kill. */
const TERM_AFTER_MS = 7_500;
const KILL_AFTER_MS = 2_500;

/** What a step left behind. */
export interface StepResult {
  readonly exitCode: number | null;
  readonly killedBy: NodeJS.Signals | null;
  /** What was sent to it before it ended. */
  readonly signalsSent: readonly NodeJS.Signals[];
  /** Standard output and error as they came, in one. */
  readonly rawLog: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly environment: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly commands: readonly WorkflowCommand[];
}

/** A line of the log that the runner would act on. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

export type Inputs = Readonly<Record<string, string>>;

/** A running stage. */
export interface RunningStep {
  readonly pid: number;
  /** Resolves when the log so far matches; rejects when the step ends without. */
  logged(pattern: RegExp): Promise<void>;
  /** Ends the step as the runner does when a person cancels it. */
  cancel(): void;
  kill(signal: NodeJS.Signals): void;
  readonly ended: Promise<StepResult>;
}

/**
 * Drives the built actions as GitHub's runner does: inputs and state as environment variables, file commands through
 * temporary files, defaults from action.yml.
 */
export class ActionRunner {
  readonly #action: string;
  readonly #folder: string;
  readonly #defaults: Inputs;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(action: string, place: { folder: string; defaults: Inputs; env: NodeJS.ProcessEnv }) {
    this.#action = action;
    this.#folder = place.folder;
    this.#defaults = place.defaults;
    this.#env = place.env;
  }

  /**
   * @param env More environment variables, as a job's `env:` gives them.
   * @param parent Where the runner's temporary folder is.
   */
  static async create(action: string, env: NodeJS.ProcessEnv = {}, parent = tmpdir()): Promise<ActionRunner> {
    const folder = await mkdtemp(join(parent, 'holdfast-runner-'));
    const yaml = await readFile(new URL(`../../actions/${action}/action.yml`, import.meta.url), 'utf8');
    return new ActionRunner(action, { folder, defaults: inputDefaults(yaml), env });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Runs main to its end. */
  async main(inputs: Inputs): Promise<StepResult> {
    return (await this.start(inputs)).ended;
  }

  /** Runs post with the state that main left. */
  async post(inputs: Inputs, main: StepResult): Promise<StepResult> {
    return (await this.startPost(inputs, main)).ended;
  }

  async startPost(inputs: Inputs, main: StepResult): Promise<RunningStep> {
    const state = Object.entries(main.state).map(([name, value]) => [`STATE_${name}`, value]);
    return this.#spawn(`${this.#action}-post.js`, inputs, Object.fromEntries(state));
  }

  /** @param beforehand Done once the command files are there. */
  async start(inputs: Inputs, beforehand?: () => Promise<unknown>): Promise<RunningStep> {
    return this.#spawn(`${this.#action}.js`, inputs, {}, beforehand);
  }

  async #spawn(
    script: string,
    inputs: Inputs,
    state: Record<string, string>,
    beforehand?: () => Promise<unknown>,
  ): Promise<RunningStep> {
    const files = await this.#commandFiles();
    await beforehand?.();
    const child = spawn(process.execPath, [join(DIST, script)], {
      cwd: this.#folder,
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        RUNNER_TEMP: this.#folder,
        XDG_CACHE_HOME: join(this.#folder, 'cache'), // not the machine's own
        NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
        GITHUB_ACTIONS: 'true',
        CI: 'true',
        ...this.#env,
        ...files,
        ...inputVariables({ ...this.#defaults, ...inputs }),
        ...state,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new SpawnedStep(child, files);
  }

  async #commandFiles(): Promise<Record<string, string>> {
    const folder = await mkdtemp(join(this.#folder, 'commands-'));
    const names = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY', 'GITHUB_ENV', 'GITHUB_PATH'];
    const files = names.map((name) => [name, join(folder, name.toLowerCase())] as const);
    for (const [, file] of files) await writeFile(file, '');
    return Object.fromEntries(files);
  }
}

class SpawnedStep implements RunningStep {
  readonly ended: Promise<StepResult>;
  readonly #child: ChildProcess;
  readonly #watchers = new Set<() => void>();
  readonly #signalsSent: NodeJS.Signals[] = [];
  #rawLog = '';

  constructor(child: ChildProcess, files: Readonly<Record<string, string>>) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#rawLog += text;
        for (const watch of this.#watchers) watch();
      });
    }
    this.ended = this.#result(files);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  async logged(pattern: RegExp): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const watch = () => {
      if (pattern.test(this.#rawLog)) resolve();
    };
    this.#watchers.add(watch);
    watch();
    const gone = this.ended.then(() => {
      throw new Error(`The step ended before its log matched ${pattern}:\n${this.#rawLog}`);
    });
    await Promise.race([promise, gone]).finally(() => this.#watchers.delete(watch));
    gone.catch(() => {});
  }

  cancel(): void {
    this.kill('SIGINT');
    const timers = [
      setTimeout(() => this.kill('SIGTERM'), TERM_AFTER_MS),
      setTimeout(() => this.kill('SIGKILL'), TERM_AFTER_MS + KILL_AFTER_MS),
    ];
    this.#child.once('exit', () => timers.forEach(clearTimeout));
  }

  kill(signal: NodeJS.Signals): void {
    if (this.#child.kill(signal)) this.#signalsSent.push(signal);
  }

  async #result(files: Readonly<Record<string, string>>): Promise<StepResult> {
    const [exitCode, killedBy] = (await once(this.#child, 'close')) as [number | null, NodeJS.Signals | null];
    const read = (name: string) => readFile(files[name] ?? '', 'utf8');
    return {
      exitCode,
      killedBy,
      signalsSent: this.#signalsSent,
      rawLog: this.#rawLog,
      outputs: parse(await read('GITHUB_OUTPUT')),
      state: parse(await read('GITHUB_STATE')),
      environment: parse(await read('GITHUB_ENV')),
      summary: await read('GITHUB_STEP_SUMMARY'),
      commands: workflowCommands(this.#rawLog),
    };
  }
}

/** As the runner names them: upper case, spaces as underscores; dashes stay. */
function inputVariables(inputs: Inputs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      value,
    ]),
  );
}

/** Names and one-line defaults of the inputs in an action.yml of ours. */
function inputDefaults(yaml: string): Inputs {
  const inputs: Record<string, string> = {};
  let section = '';
  let name = '';
  for (const line of yaml.split('\n')) {
    section = /^(\w+):/.exec(line)?.[1] ?? section;
    if (section !== 'inputs') continue;
    name = /^ {2}([\w-]+):\s*$/.exec(line)?.[1] ?? name;
    if (name === '') continue;
    const value = /^ {4}default: (.*)$/.exec(line)?.[1];
    inputs[name] = value === undefined ? (inputs[name] ?? '') : value.replace(/^(['"])(.*)\1$/, '$2');
  }
  return inputs;
}

/** White space as .NET has it, which the runner is written in. */
const DOTNET_SPACE = String.raw`[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`;
const COMMAND = new RegExp(`^${DOTNET_SPACE}*::([\\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$`);

/** What the runner would take for a command: `::name …::` after white space, or `##[name]` anywhere in a line. */
export function workflowCommands(rawLog: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = [];
  for (const line of rawLog.split(/\r\n|\n|\r/)) {
    const match = COMMAND.exec(line) ?? /##\[([\w-]+)([^\]]*)\](.*)$/.exec(line);
    if (match === null) continue;
    const [, name = '', properties = '', message = ''] = match;
    commands.push({ name, properties: parseProperties(properties), message: unescapeCommand(message) });
  }
  return commands;
}

function parseProperties(text: string): Record<string, string> {
  const pairs = text
    .trim()
    .split(/[,;]/)
    .filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...value] = pair.split('=');
      return [key, unescapeCommand(value.join('=').replaceAll('%3A', ':').replaceAll('%2C', ','))];
    }),
  );
}

function unescapeCommand(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}
