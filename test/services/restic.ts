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

/** Runs stock restic on a repository; gives what it printed. Rejects, with that, when it exits with another status than 0. */
export async function restic(
  at: {
    readonly repository: string;
    readonly password: string;
    readonly build?: keyof typeof RESTIC;
    /** More variables, such as a storage's. */
    readonly env?: Readonly<Record<string, string>>;
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
  const { stdout } = await run(RESTIC[at.build ?? 'current'], ['--no-cache', ...args], {
    env,
    maxBuffer: 256 * 1024 * 1024,
  });
  return stdout;
}
