import { execFile } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');

/** Stock restic: the judge of the format. `current` is the one we follow, `old` the oldest that must read us. */
export const RESTIC = {
  current: join(CACHE, 'holdfast', 'restic-0.19.1', 'restic'),
  old: '/usr/bin/restic',
} as const;

/** What takes no lock here: restic would wait 0.2 s to see who else has one. */
const READING = new Set([
  'cat',
  'check',
  'diff',
  'dump',
  'find',
  'list',
  'ls',
  'restore',
  'snapshots',
  'stats',
]);

/**
 * Runs stock restic on a repository; gives what it printed. Rejects, with that, when it exits with another status than 0.
 * What only reads doesn't lock the repository, unless `locks` says so.
 */
export async function restic(
  at: {
    readonly repository: string;
    readonly password: string;
    readonly build?: keyof typeof RESTIC;
    /** More variables, such as a storage's. */
    readonly env?: Readonly<Record<string, string>>;
    readonly locks?: boolean;
  },
  args: readonly string[],
): Promise<string> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    TZ: 'UTC',
    RESTIC_PASSWORD: at.password,
    RESTIC_REPOSITORY: at.repository,
    ...at.env,
  };
  const flags =
    args.some((arg) => READING.has(arg)) && !at.locks && !args.includes('--no-lock') ? ['--no-lock'] : [];
  const { stdout } = await run(RESTIC[at.build ?? 'current'], ['--no-cache', ...flags, ...args], {
    env,
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}
