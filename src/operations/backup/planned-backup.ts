import type { BackupPlan, Site } from '../../apps/application.ts';
import { HoldfastError } from '../../errors.ts';
import type { BackupOptions, DumpRequest } from './options.ts';
import { PlannedApplication, type StoppedNode } from './planned-application.ts';
import type { QuiesceOptions } from './quiesce.ts';

/** How long a node's lease outlives the one before: of nodes that nobody starts any more, one starts after the other. */
const NODE_STAGGER_MS = 60_000;

/** How long a stopped application is held, and by whom. */
export type StopTerms = Pick<QuiesceOptions, 'leaseMs' | 'longestMs' | 'holder' | 'folder' | 'connect'>;

/**
 * What a plan makes of a backup that a user asked for; what the user named beside is saved, too.
 * @throws HoldfastError bad-input where the plan relies on a snapshot of the volume, and none is asked for.
 */
export function withPlan<O extends BackupOptions>(
  options: O,
  plan: BackupPlan,
  { site, stop }: { site: Site; stop: StopTerms },
): O {
  const { onInfo, onWarning, env, connect } = site;
  if (plan.needsVolume === true && options.volume === undefined) {
    throw new HoldfastError(
      'bad-input',
      'Cannot read the files of a running application: they are of several moments, expected a snapshot of their volume. Say how it is taken ' +
        '(--volume, the input `volume`), or take another way.',
    );
  }
  const given: readonly DumpRequest[] = options.dumps ?? [];
  const nodes = plan.nodes.map(({ address, control }, i): StoppedNode => {
    const laterMs = (i + 1) * NODE_STAGGER_MS;
    const longer = { leaseMs: stop.leaseMs + laterMs, longestMs: stop.longestMs + laterMs };
    return { address, quiesce: { ...stop, ...longer, ...control, connect: () => connect(address) } };
  });
  return {
    ...options,
    paths: [...new Set([...plan.paths, ...options.paths])],
    volume: options.volume === undefined ? undefined : { ...options.volume, aside: plan.aside },
    excludes: [...plan.excludes, ...options.excludes],
    dumps: [...plan.databases.map((database): DumpRequest => ({ database })), ...given],
    buckets: [...(plan.buckets ?? []), ...(options.buckets ?? [])],
    before: [...options.before, ...plan.hooks.before],
    after: [...plan.hooks.after, ...options.after],
    commandLimitMs: plan.hooks.limitMs,
    // Where it runs on, files change by right.
    onChanged: options.onChanged === 'auto' && plan.record.running ? 'warn' : options.onChanged,
    quiesce: plan.control === null ? options.quiesce : { ...stop, ...plan.control },
    application: new PlannedApplication(plan, { onInfo, onWarning, env, connect }, nodes),
  };
}

/** @throws HoldfastError bad-input: an application is stopped in one way. */
export function refuseOtherStop(given: readonly string[], name: string): void {
  const [first] = given;
  if (first === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${first} with ${name}: the application’s profile knows how it is stopped and started, expected one of them. ` +
      'Leave it out, or take the profile generic, which is told by its own options.',
  );
}

/** @throws HoldfastError bad-input: what is stopped in a container can't be watched over there. */
export function refuseContainer({ control }: BackupPlan, name: string): void {
  if (control === null) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot stop an application within ${name}: a watchdog in a container ends with it. Back the container’s volumes up from its host, ` +
      'and stop the container there.',
  );
}
