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
