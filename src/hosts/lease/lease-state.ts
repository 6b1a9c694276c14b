const STATES = ['none', 'held', 'starting', 'started', 'failed', 'gone', 'full'] as const;

export interface LeaseState {
  /** `none`: laid, not armed. `gone`: there is no lease of ours. `full`: it can't be renewed, for the disk is full. */
  readonly state: (typeof STATES)[number];
  /** Since the watchdog last said that it lives; null if it never did. */
  readonly watchdogSeconds: number | null;
  /** Its process is there. */
  readonly watchdogLives: boolean;
}

/** From a line `STATE AGE LIFE`, or `STATE`. What a host says else is taken for `gone`. */
export function parseState(line: string): LeaseState {
  const [word = '', age = '', life = ''] = line.split(' ');
  const state = STATES.find((known) => known === word) ?? 'gone';
  const watchdogSeconds = /^-?[0-9]{1,12}$/.test(age) ? Number(age) : null;
  return { state, watchdogSeconds, watchdogLives: life === 'lives' };
}
