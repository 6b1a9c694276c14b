import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A command to time: a program and its arguments, or a line for the shell. */
export interface Timed {
  readonly argv: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** What is to be measured, in seconds, by what it prints. Default: how long it takes. */
  readonly secondsIn?: (stdout: string) => number;
}

export interface Measurement {
  readonly seconds: number;
  /** Most memory that the process held at once, its threads included, its children not; null for shell lines. */
  readonly peakBytes: number | null;
}

/** A line for the shell; a pipeline fails if any part of it fails. */
export function shellLine(line: string, env?: NodeJS.ProcessEnv): Timed {
  return { argv: ['bash', '-c', `set -o pipefail; ${line}`], ...(env === undefined ? {} : { env }) };
}

const LOOK_EVERY_MS = 20;
const SHOWN_ERROR_CHARACTERS = 2000;

/** Aborts on Ctrl-C, so that what was started and stored is taken down on the way out. */
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => interruption.abort());

/** Runs the command to its end. @throws Error with what it printed if it doesn't end with 0. */
export async function measure(timed: Timed): Promise<Measurement> {
  // What earlier commands wrote must not be written back on this one's time.
  spawnSync('sync');
  const [program = '', ...args] = timed.argv;
  const started = performance.now();
  const child = spawn(program, args, {
    stdio: ['ignore', timed.secondsIn === undefined ? 'ignore' : 'pipe', 'pipe'],
    env: timed.env ?? process.env,
    signal: interruption.signal,
    ...(timed.cwd === undefined ? {} : { cwd: timed.cwd }),
  });
  const peak = watchPeak(child);
  let errors = '';
  let printed = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    printed += bytes.toString();
  });
  child.stderr?.on('data', (bytes: Buffer) => {
    errors = (errors + bytes.toString()).slice(-SHOWN_ERROR_CHARACTERS);
  });
  const status = await new Promise<number | string>((resolve, reject) => {
    child.once('error', reject).once('close', (code, signal) => resolve(code ?? signal ?? 'no status'));
  });
  const tookSeconds = (performance.now() - started) / 1000;
  const peakBytes = peak.end();
  if (status === 0) {
    const seconds = timed.secondsIn?.(printed) ?? tookSeconds;
    return { seconds, peakBytes: program === 'bash' ? null : peakBytes };
  }
  throw new Error(`${timed.argv.join(' ')} ended with ${status}:\n${errors}`);
}

/** The kernel keeps the high-water mark itself: looking now and then misses only what is grown in the last moment. */
function watchPeak(child: ChildProcess): { end(): number | null } {
  let peakBytes: number | null = null;
  const timer = setInterval(() => {
    peakBytes = highWaterMark(child.pid) ?? peakBytes;
  }, LOOK_EVERY_MS);
  return {
    end() {
      clearInterval(timer);
      return peakBytes;
    },
  };
}

function highWaterMark(pid: number | undefined): number | null {
  try {
    const [, kibibytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kibibytes === undefined ? null : Number(kibibytes) * 1024;
  } catch {
    return null; // it has ended, or this system has no /proc
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const below = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  const above = sorted[Math.floor(middle)] ?? Number.NaN;
  return (below + above) / 2;
}
