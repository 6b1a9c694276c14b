import { HoldfastError } from '../../errors.ts';
import type { StoppedNode } from './planned-application.ts';
import { type Quiesced, type QuiesceRun, quiesce } from './quiesce.ts';

/**
 * `quiesce` of an application that runs on several hosts: each has a lease of its own. `nodes` are stopped in their order, and
 * then the run's own host, if it is stopped at all; they are started in the opposite order, each once the one before runs.
 *
 * @throws As `quiesce`. Those that were stopped before one could not be are started again.
 */
export async function quiesceAll<T>(
  run: Omit<QuiesceRun, 'options'> & { readonly options: QuiesceRun['options'] | null },
  nodes: readonly StoppedNode[],
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Quiesced<T>> {
  const [node, ...others] = nodes;
  const { options, cancelled = run.signal } = run;
  if (node === undefined) {
    if (options !== null) return quiesce({ ...run, options }, work);
    return { result: await work(run.signal), stoppedMs: null, startFailure: null };
  }
  const host = await node.quiesce.connect(run.signal);
  try {
    const target = nodeTarget(run.target, others.length);
    const outer = { ...run, host, target, options: node.quiesce };
    const inner = { ...run, onApplication: undefined };
    const { result, stoppedMs, startFailure } = await quiesce(outer, (signal) =>
      quiesceAll({ ...inner, signal, cancelled }, others, work),
    );
    const failure = startFailure === null ? null : onNode(startFailure, node.address);
    return { result: result.result, stoppedMs, startFailure: failure ?? result.startFailure };
  } finally {
    await host.close();
  }
}

/** What the lease of a node is named by, of which so many others are stopped after it. */
export function nodeTarget(target: string, stoppedAfter: number): string {
  return `${target}.node${stoppedAfter + 1}`;
}

function onNode(failure: HoldfastError, address: string): HoldfastError {
  return new HoldfastError(failure.code, `${failure.message} That is the node ${address}.`, {
    cause: failure,
  });
}
