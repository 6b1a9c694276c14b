import { hostname } from 'node:os';
import { parseQuiesce } from '../apps/quiesce-words.ts';
import { HoldfastError } from '../errors.ts';
import type { QuiesceOptions } from '../operations/backup/quiesce.ts';
import type { BackupFlags } from './backup-flags.ts';
import { connect } from './connect.ts';
import type { HostFlags } from './flags.ts';
import type { QuiesceFlags } from './quiesce-flags.ts';
import type { Task } from './task.ts';

/** How the application is stopped under a lease; undefined: it isn't. @throws HoldfastError bad-input. */
export function quiesceOptions(task: Task<QuiesceFlags & HostFlags>): QuiesceOptions | undefined {
  const { stop, start, status = null, lease = null, maxQuiesce = null, container = null } = task.flags;
  const words = { stop, start, status, lease, maxQuiesce, container };
  const parsed = parseQuiesce(words, (word) => `--${word}`);
  if (parsed === undefined) return undefined;
  return { ...parsed, holder: holder(), connect: (signal) => connect({ ...task, signal }) };
}

/**
 * Who says what happens while the application stands believes that it does.
 * @throws HoldfastError bad-input for a flag that is about it, where nothing holds it.
 */
export function refuseUnlessHeld(flags: BackupFlags): void {
  if (flags.app !== undefined || (flags.stop ?? []).length > 0) return;
  if (flags.firstPass === false) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use --no-first-pass without --stop or --app: expected one of them. There is a first pass only ' +
        'where an application is stopped. Leave it out, or say what stops it.',
    );
  }
  if (flags.spoolSize === undefined || flags.before.length > 0) return;
  throw new HoldfastError(
    'bad-input',
    'Cannot use --spool-size without --stop, --before or --app: expected one of them. Only while an application is held ' +
      'does anything wait on this machine to be uploaded. Leave it out, or say what holds it.',
  );
}

/** Who has the lease, for others. */
export function holder(): string {
  return `process ${process.pid} on ${hostname()}`;
}
