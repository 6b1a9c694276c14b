import { HoldfastError } from '../../errors.ts';
import type { Reporter } from '../progress.ts';
import type { SnapshotItem } from './snapshot-items.ts';

/** Enough digits to mean one snapshot for as long as the configuration holds that names it. */
const MIN_DIGITS = 8;

/**
 * The snapshots that were to stay until that is taken back, and for which it is. One that isn't there any more is told:
 * the list may lag behind.
 * @throws HoldfastError bad-input for what is no ID, or the beginning of several.
 */
export function releasedItems(
  items: readonly SnapshotItem[],
  ids: readonly string[],
  reporter: Reporter,
): Set<SnapshotItem> {
  const released = new Set<SnapshotItem>();
  for (const id of ids) {
    const found = items.filter((item) => [item.id, ...item.formerIds].some((own) => own.startsWith(id)));
    if (!isIdStart(id) || found.length > 1) throw notOne(id, found.length);
    const [item] = found;
    if (item === undefined) reporter.onInfo(`Snapshot ${id}, which is released, is not there any more.`);
    else if (item.keptBecause === null) reporter.onInfo(`Snapshot ${id} is released, but nothing kept it.`);
    else released.add(item);
  }
  return released;
}

function isIdStart(id: string): boolean {
  return /^[0-9a-f]{1,64}$/.test(id) && id.length >= MIN_DIGITS;
}

function notOne(id: string, found: number): HoldfastError {
  const actual = isIdStart(id) ? `${found} snapshots begin so` : 'it is no such ID';
  return new HoldfastError(
    'bad-input',
    `Cannot release snapshot ${JSON.stringify(id)}: ${actual}, expected the ID of one, or at least ${MIN_DIGITS} digits of it.`,
  );
}
