import { type ByteString, display, displayText, fromBytes, toText } from '../../bytestring.ts';
import { joinPath } from '../../files/paths.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { RestoreRun } from './run.ts';
import { decodeSettings, differenceOf, MAX_SETTINGS_BYTES, settingsOf } from './settings.ts';
import { snapshotStagingPrefix, stagingName } from './workspace-name.ts';

/** More are told by how many they are. */
const MAX_TOLD = 5;

/**
 * Tells of what other restores of the same snapshot have staged where this one looked: of one that was cut off, a
 * person expects this run to go on, and with another `--overwrite` it can't, for other names are swapped then.
 */
export async function tellOtherStaging(run: RestoreRun): Promise<void> {
  const { reporter, options } = run;
  const found = otherStaging(run);
  for (const path of found.slice(0, MAX_TOLD)) {
    const difference = displayText(differenceOf(await settingsIn(run, path), settingsOf(options)));
    reporter.onWarning(
      `Another restore of this snapshot, ${difference}, has left what it sent in "${display(path)}": it was cut off or undone, or still runs. ` +
        'This restore sends all anew. To go on from there instead, cancel this one and restore with the settings of then; ' +
        `or let this one end, and free the space: rm -rf -- ${display(quote(path) as ByteString)}`,
    );
  }
  if (found.length > MAX_TOLD) reporter.onWarning(`More such folders there: ${found.length - MAX_TOLD}.`);
}

function otherStaging({ destination, options, key }: RestoreRun): ByteString[] {
  const prefix = snapshotStagingPrefix(options.snapshot.id);
  const found = destination.visited.flatMap(({ physical, staged }) =>
    staged
      .filter((name) => name.startsWith(prefix) && !name.startsWith(stagingName(key)))
      .map((name) => joinPath(physical, name)),
  );
  return [...new Set(found)].sort();
}

/** Null if there are none that can be read: only what is said depends on them. */
async function settingsIn({ host, signal }: RestoreRun, path: ByteString) {
  const script = `[ ! -L ${quote(path)} ] && cd -P -- ${quote(path)} && [ -f settings ] && head -c ${MAX_SETTINGS_BYTES} settings`;
  const { stdout } = await runToEnd(host, script, { limitBytes: MAX_SETTINGS_BYTES, signal });
  return decodeSettings(toText(fromBytes(stdout)) ?? '');
}
