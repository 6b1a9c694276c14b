import { HoldfastError } from '../errors.ts';
import { parseDuration } from './duration.ts';

/** Each checkpoint adds packs, an index and a snapshot, however little was read since the last. */
const MIN_MS = 60_000;

/**
 * How often a backup writes a checkpoint, in milliseconds; null: never.
 * @param text `0` for never; null where none was given: then the backup's default holds (undefined).
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
export function parseCheckpointInterval(text: string | null, name: string): number | null | undefined {
  if (text === null) return undefined;
  const everyMs = parseDuration(text, name);
  if (everyMs === 0) return null;
  if (everyMs >= MIN_MS) return everyMs;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected 0 for no checkpoints, or at least ${MIN_MS / 60_000}m.`,
  );
}
