import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Canaries, Leak } from './canaries.ts';

export interface WatchOptions {
  readonly canaries: Canaries;
  /** Where files that hold secrets may be, as long as they are for their owner alone and go. */
  readonly temporaryFolder: string;
}

/** Whoever holds a secret holds still for longer. */
const PAUSE_MS = 5;

/** What was seen while something ran. */
export interface Seen {
  readonly leaks: readonly Leak[];
  /** Names of programs that were looked into: a watch that saw none proves nothing. */
  readonly programs: ReadonlySet<string>;
  /** Files with secrets in them, below the temporary folder: path, and mode in octal. */
  readonly secretFiles: ReadonlyMap<string, string>;
}

/**
 * Looks, again and again, into the arguments and the environment of every process, and into every file below a
 * temporary folder. What the runner itself gives to our process, `INPUT_…` in its environment, isn't a leak.
 */
export class Watch {
  readonly #options: WatchOptions;
  readonly #leaks = new Map<string, Leak>();
  readonly #programs = new Set<string>();
  readonly #secretFiles = new Map<string, string>();
  readonly #known = new Set<string>();
  /** Processes whose environment isn't looked at. */
  readonly #given = new Set<number>();
  /** Processes from before: none of ours, and looking at them all the time would take a core of its own. */
  readonly #others = new Set(processes());
  #running = true;
  readonly #loop: Promise<void>;

  constructor(options: WatchOptions) {
    this.#options = options;
    this.#loop = this.#run();
  }

  /** The environment of `pid` holds secrets because whoever started it put them there. Its children's may not. */
  allowEnvironmentOf(pid: number): void {
    this.#given.add(pid);
  }

  /** Looks a last time, when all should be gone. */
  async end(): Promise<Seen> {
    this.#running = false;
    await this.#loop;
    for (const path of filesBelow(this.#options.temporaryFolder)) {
      this.#note(this.#findInFile(path, `left behind: ${path}`));
    }
    return { leaks: [...this.#leaks.values()], programs: this.#programs, secretFiles: this.#secretFiles };
  }

  async #run(): Promise<void> {
    while (this.#running) {
      this.#lookAtProcesses();
      this.#lookAtFiles();
      await sleep(PAUSE_MS);
    }
  }

  #note(leaks: readonly Leak[]): void {
    for (const leak of leaks) this.#leaks.set(JSON.stringify(leak), leak);
  }

  #lookAtProcesses(): void {
    for (const pid of processes()) {
      if (this.#others.has(pid)) continue;
      const command = contents(`/proc/${pid}/cmdline`);
      const program = command.split('\0', 1)[0]?.split('/').at(-1) ?? '';
      this.#programs.add(program);
      this.#lookAt(command, `arguments of ${program}`);
      if (!this.#given.has(pid) && !this.#isCopyOfGiven(pid, command)) {
        const environment = contents(`/proc/${pid}/environ`);
        // If it has become another program meanwhile, it is that one's.
        if (contents(`/proc/${pid}/cmdline`) === command)
          this.#lookAt(environment, `environment of ${program}`);
      }
    }
  }

  /** A child is its parent, environment and all, until it becomes another program. */
  #isCopyOfGiven(pid: number, command: string): boolean {
    const parent = Number(/^PPid:\s*(\d+)/m.exec(contents(`/proc/${pid}/status`))?.[1]);
    return this.#given.has(parent) && contents(`/proc/${parent}/cmdline`) === command;
  }

  /** Each text once: most processes stay as they are. */
  #lookAt(text: string, place: string): void {
    if (this.#known.has(text)) return;
    this.#known.add(text);
    this.#note(this.#options.canaries.find(Buffer.from(text, 'latin1'), place));
  }

  #lookAtFiles(): void {
    for (const path of filesBelow(this.#options.temporaryFolder)) {
      const mode = modeOf(path);
      if (mode === null || this.#findInFile(path, '').length === 0) continue;
      this.#secretFiles.set(path, mode.toString(8));
      if ((mode & 0o077) !== 0)
        this.#note(this.#findInFile(path, `file with mode ${mode.toString(8)}: ${path}`));
    }
  }

  #findInFile(path: string, place: string): Leak[] {
    return this.#options.canaries.find(Buffer.from(contents(path), 'latin1'), place);
  }
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function contents(path: string): string {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return ''; // it is gone by now, or a socket
  }
}

function modeOf(path: string): number | null {
  try {
    return statSync(path).mode & 0o7777;
  } catch {
    return null;
  }
}

function filesBelow(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    });
  } catch {
    return []; // it is gone by now
  }
}
