import type { Site } from '../apps/application.ts';
import type { ConfiguredApplication } from '../apps/applications.ts';
import { parseStopSpans } from '../apps/quiesce-words.ts';
import type { Host } from '../hosts/host.ts';
import type { BackupOptions } from '../operations/backup/options.ts';
import { refuseContainer, refuseOtherStop, withPlan } from '../operations/backup/planned-backup.ts';
import { parseApplication } from '../settings/application.ts';
import type { ApplicationFlags } from './application-flags.ts';
import { connect } from './connect.ts';
import type { HostFlags } from './flags.ts';
import type { QuiesceFlags } from './quiesce-flags.ts';
import { holder } from './quiesce-options.ts';
import type { Task } from './task.ts';

type Flags = ApplicationFlags & QuiesceFlags & HostFlags;

/** The application that --app names; null: none. @throws HoldfastError bad-input. */
export function applicationOf({ flags }: Task<Flags>): ConfiguredApplication | null {
  const { app = null, appOption: options, stop, start, status } = flags;
  const application = parseApplication({ app, options }, (word) => `--${word}`);
  if (application === null) return null;
  const others = [
    stop.length > 0 && '--stop',
    start.length > 0 && '--start',
    status !== undefined && '--status',
  ];
  refuseOtherStop(
    others.filter((flag) => flag !== false),
    '--app',
  );
  return application;
}

/** `options` with all that the application's profile says of the host. */
export async function planApplication<O extends BackupOptions>(
  task: Task<Flags>,
  host: Host,
  { application, options }: { application: ConfiguredApplication; options: O },
): Promise<O> {
  const { lease = null, maxQuiesce = null, container } = task.flags;
  const spans = parseStopSpans({ lease, maxQuiesce }, (word) => `--${word}`);
  const site = siteOf(task, host);
  const plan = await application.planBackup(site);
  if (container !== undefined) refuseContainer(plan, '--container');
  const stop = { ...spans, holder: holder(), connect: (signal: AbortSignal) => connect({ ...task, signal }) };
  return withPlan(options, plan, { site, stop });
}

/** What a profile sees of the host. */
export function siteOf(task: Task<HostFlags>, host: Host): Site {
  const { flags, reporter, signal, terminal } = task;
  return {
    host,
    signal,
    env: terminal.env,
    connect: (address) => connect({ ...task, flags: { ...flags, on: address } }),
    onInfo: (message) => reporter.onInfo(message),
    onWarning: (message) => reporter.onWarning(message),
  };
}
