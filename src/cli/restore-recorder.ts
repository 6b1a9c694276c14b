import { hostname } from 'node:os';
import { withoutPassword } from '../hosts/address.ts';
import type { RestoreRecorder } from '../operations/restore-record.ts';
import { evidencePlace, signingKey } from './evidence-place.ts';
import type { RestoreFlags } from './restore-flags.ts';
import type { Task } from './task.ts';

/**
 * How this restore's record is kept.
 * @param to Where it goes. Default: the host.
 * @returns null for a dry run, with --no-evidence, and for what isn't of now.
 */
export async function restoreRecorder(
  task: Task<RestoreFlags>,
  to = hostOf(task.flags),
): Promise<RestoreRecorder | null> {
  const { evidence, signingKey: file, dryRun, asOf } = task.flags;
  const key = await signingKey(task, file);
  // Beside what is read as it was at a time nothing can be written.
  if (dryRun || evidence === false || asOf !== undefined) return null;
  return {
    place: await evidencePlace(task, typeof evidence === 'string' ? evidence : null),
    key,
    who: { machine: hostname() },
    to,
    signal: task.signal,
    onWarning: (message) => task.reporter.onWarning(message),
  };
}

function hostOf({ on, container }: RestoreFlags): string {
  return container === undefined ? withoutPassword(on) : `${container} on ${withoutPassword(on)}`;
}
