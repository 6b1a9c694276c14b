import type { ExitStatus } from './exit-status.ts';
import type { AboutCommand, NotifyFlags } from './notify-flags.ts';
import type { Task, Work } from './task.ts';

/** `work`, of which others are told as the flags say. */
export function told<Flags>(about: AboutCommand, work: Work<Flags>): Work<Flags & NotifyFlags> {
  return async (task, positional): Promise<ExitStatus | undefined> => {
    const { withNotices } = await import('./notify.ts');
    return withNotices(about, task as Task<NotifyFlags>, () => work(task, positional));
  };
}
