import type { EngineClient } from '../hosts/container-engine.ts';

/** What a drill may use. Its containers end by themselves after `timeMs`. */
export interface DrillLimits {
  /** Of each container. */
  readonly memoryBytes: number;
  readonly cpus: number;
  readonly processes: number;
  /** For the whole drill. */
  readonly timeMs: number;
  /** For each service, from its start until it answers. */
  readonly initMs: number;
}

export const DEFAULT_LIMITS: DrillLimits = {
  memoryBytes: 2 * 1024 ** 3,
  cpus: 2,
  processes: 512,
  timeMs: 4 * 3_600_000,
  initMs: 60_000,
};

/** What Docker says that it can keep, by the words of its `info`. Podman says nothing of it. */
const KEPT = {
  MemoryLimit: 'memory',
  SwapLimit: 'swap',
  CPUCfsQuota: 'processors',
  PidsLimit: 'processes',
} as const;

/**
 * An engine without cgroups of its own (Docker without root) takes limits, and drops them without a word: that is to be told.
 * @returns ready to show after other words; empty: all are kept, or it doesn't say (Podman behind Docker's client).
 */
export async function unkeptLimits(client: EngineClient, signal: AbortSignal): Promise<string> {
  if (client.engine !== 'docker') return '';
  const format = Object.keys(KEPT).map((word) => `{{.${word}}}`);
  const what = 'ask which limits the engine keeps';
  const answer = await client.ask(what, ['info', '--format', format.join(' ')], signal).catch(() => '');
  signal.throwIfAborted();
  const said = answer.trim().split(' ');
  const unkept = Object.values(KEPT).filter((_, i) => said[i] === 'false');
  return unkept.length === 0
    ? ''
    : `, without limits of ${unkept.join(', ')}, which this engine doesn’t keep`;
}
