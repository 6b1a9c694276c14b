import { hostname } from 'node:os';
import { parseQuiesce } from '../apps/quiesce-words.ts';
import type { QuiesceOptions } from '../operations/backup/quiesce.ts';
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

/** Who has the lease, for others. */
export function holder(): string {
  return `process ${process.pid} on ${hostname()}`;
}
