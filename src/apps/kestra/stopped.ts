import { fromText } from '../../bytestring.ts';
import { quote } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { linesOf } from '../host-look.ts';
import { composeFunctions, words } from './command.ts';
import type { KestraSettings } from './settings.ts';

/** What a process that SIGKILL ended exits with, as an engine and systemd have it. */
const KILLED = 137;

/** A part that didn't end by itself, now that all are stopped; null: each did, or nobody can say. */
export async function wereKilled(site: Site, settings: KestraSettings): Promise<string | null> {
  const script = scriptFor(settings);
  if (script === null) return null;
  const [part = ''] = await linesOf(site, 'ask how Kestra ended', script);
  return part === '' ? null : part;
}

function scriptFor(settings: KestraSettings): string | null {
  const { compose, services, units } = settings;
  if (compose !== undefined) {
    const format = quote(
      fromText('{{.State.ExitCode}} {{index .Config.Labels "com.docker.compose.oneoff"}}'),
    );
    return `${composeFunctions(settings)}for part in ${words(services)}; do
  for id in $(compose ps -a -q "$part"); do
    "$engine" inspect -f ${format} "$id" </dev/null | grep -q '^${KILLED} *\\(False\\)*$' && echo "$part" && exit 0
  done
done; true`;
  }
  if (units.length === 0) return null;
  return `for part in ${words(units)}; do
  [ "$(systemctl show -p Result --value "$part" </dev/null)" != timeout ] || { echo "$part"; exit 0; }
done; true`;
}
