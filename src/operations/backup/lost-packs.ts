import { formatCount } from '../../amounts.ts';
import type { PackId } from '../../repository/format/ids.ts';
import type { Reporter } from '../progress.ts';

const MAX_NAMED = 5;

/** What is still on the host is saved anew; older snapshots lack what isn't. */
export function warnOfLostPacks(lost: readonly PackId[], reporter: Reporter): void {
  if (lost.length === 0) return;
  const named = lost.slice(0, MAX_NAMED).map((id) => id.slice(0, 8));
  const more = lost.length > MAX_NAMED ? `, and ${formatCount(lost.length - MAX_NAMED)} more` : '';
  const what = lost.length === 1 ? 'a pack is' : `${formatCount(lost.length)} packs are`;
  reporter.onWarning(
    `The repository is damaged: ${what} gone, cut off or overwritten (${named.join(', ')}${more}). What was in there and is still on the host is saved anew; ` +
      'older snapshots may lack files. Run `holdfast check`, which says what to do.',
  );
}
