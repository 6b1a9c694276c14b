import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { PASSWORD } from './fast-key.ts';

export { RESTIC_0_14, RESTIC_0_19 } from './format/stock-restic.ts';

export interface ResticEnd {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ResticOptions {
  readonly program: string;
  readonly repository: string;
  readonly password?: string;
}

export function startRestic(
  { program, repository, password = PASSWORD }: ResticOptions,
  args: readonly string[],
): ChildProcessWithoutNullStreams {
  return spawn(program, ['--no-cache', ...args], {
    env: {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: '/nonexistent',
      RESTIC_REPOSITORY: repository,
      RESTIC_PASSWORD: password,
      TZ: 'UTC',
    },
  });
}

/** How stock restic ends with `args`, whatever its status is. */
export async function endOf(child: ChildProcessWithoutNullStreams): Promise<ResticEnd> {
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  child.stdin.end();
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { status, stdout, stderr };
}

/** Its standard output. @throws unless it ends with status 0. */
export async function restic(options: ResticOptions, ...args: string[]): Promise<string> {
  const { status, stdout, stderr } = await endOf(startRestic(options, args));
  if (status !== 0) throw new Error(`restic ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}
