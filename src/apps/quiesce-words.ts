import { parseDuration } from '../duration.ts';
import { HoldfastError } from '../errors.ts';

/** The words for it, as flags and inputs have them. */
export interface QuiesceWords {
  readonly stop: readonly string[];
  readonly start: readonly string[];
  readonly status: string | null;
  readonly lease: string | null;
  readonly maxQuiesce: string | null;
  readonly container: string | null;
}

/** What they mean. */
export interface QuiesceSettings {
  readonly stop: readonly string[];
  readonly start: readonly string[];
  readonly status: string | null;
  readonly leaseMs: number;
  readonly longestMs: number;
}

const DEFAULT_LEASE_MS = 120_000;
const DEFAULT_LONGEST_MS = 3_600_000;
/** A busy host, a slow line and four renewals must fit. */
const MIN_LEASE_MS = 20_000;

/**
 * How the application is stopped, or undefined: it isn't.
 * @param show A word as the user knows it: `--stop`, or `the input \`stop\``.
 * @throws HoldfastError bad-input for words that are missing, would be ignored, or mean too short a time.
 */
export function parseQuiesce(
  { stop, start, status, lease, maxQuiesce, container }: QuiesceWords,
  show: (word: string) => string,
): QuiesceSettings | undefined {
  if (stop.length === 0 || start.length === 0) {
    const given = [
      start.length > 0 && 'start',
      stop.length > 0 && 'stop',
      status !== null && 'status',
      lease !== null && 'lease',
      maxQuiesce !== null && 'max-quiesce',
    ].find((word) => word !== false);
    if (given === undefined) return undefined;
    const missing = stop.length === 0 ? 'stop' : 'start';
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show(given)} without ${show(missing)}: an application that is stopped must be started again, and who starts it must have stopped it.`,
    );
  }
  const blank = [...stop, ...start, status ?? '-'].some((command) => command.trim() === '');
  if (blank) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use an empty command for ${show('stop')}, ${show('start')} or ${show('status')}: expected a shell command.`,
    );
  }
  if (container !== null) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show('stop')} with ${show('container')}: a watchdog in a container ends with it. Back the container’s volumes up from its host, and stop the container there.`,
    );
  }
  return { stop, start, status, ...parseStopSpans({ lease, maxQuiesce }, show) };
}

/** How long an application may be held. @throws HoldfastError bad-input for too short a time. */
export function parseStopSpans(
  { lease, maxQuiesce }: Pick<QuiesceWords, 'lease' | 'maxQuiesce'>,
  show: (word: string) => string,
): Pick<QuiesceSettings, 'leaseMs' | 'longestMs'> {
  const leaseMs = lease === null ? DEFAULT_LEASE_MS : parseDuration(lease, show('lease'));
  const longestMs = maxQuiesce === null ? DEFAULT_LONGEST_MS : parseDuration(maxQuiesce, show('max-quiesce'));
  if (leaseMs < MIN_LEASE_MS) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show('lease')}: it is ${JSON.stringify(lease)}, expected 20s at least: it is renewed four times in that time, over a line that may be slow.`,
    );
  }
  if (longestMs < leaseMs) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show('max-quiesce')}: it is ${longestMs / 1000} s, and ${show('lease')} ${leaseMs / 1000} s, expected no less than that.`,
    );
  }
  return { leaseMs, longestMs };
}
