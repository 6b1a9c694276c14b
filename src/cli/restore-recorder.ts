import { hostname } from 'node:os';
import { withoutPassword } from '../hosts/address.ts';
import type { RestoreRecorder } from '../operations/restore-record.ts';
import { evidencePlace, signingKey } from './evidence-place.ts';
import type { RestoreFlags } from './restore-flags.ts';
import type { Task } from './task.ts';

/** How this restore's record is kept. @returns null for a dry run, with --no-evidence, and for what isn't of now. */
export async function restoreRecorder(task: Task<RestoreFlags>): Promise<RestoreRecorder | null> {
  const { evidence, signingKey: file, dryRun, asOf, on, container } = task.flags;
  const key = await signingKey(task, file);
  // Beside what is read as it was at a time nothing can be written.
  if (dryRun || evidence === false || asOf !== undefined) return null;
  const where = container === undefined ? withoutPassword(on) : `${container} on ${withoutPassword(on)}`;
  return {
    place: await evidencePlace(task, typeof evidence === 'string' ? evidence : null),
    key,
    who: { machine: hostname() },
    to: where,
    signal: task.signal,
    onWarning: (message) => task.reporter.onWarning(message),
  };
}
