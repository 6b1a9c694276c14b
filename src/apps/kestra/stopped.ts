import type { Site } from '../application.ts';
import { linesOf } from '../host-look.ts';
import { words } from './command.ts';
import { partsScript } from './control.ts';
import type { KestraSettings } from './settings.ts';

/** With what a container exits that SIGKILL ended. */
const KILLED = / exited 137$/;

/** A part that didn't end by itself, now that all are stopped; null: each did, or nobody can say. */
export async function wereKilled(site: Site, settings: KestraSettings): Promise<string | null> {
  const { compose, units } = settings;
  if (compose !== undefined) {
    const parts = await linesOf(site, 'ask how Kestra ended', partsScript(settings));
    return parts.find((part) => KILLED.test(part))?.replace(KILLED, '') ?? null;
  }
  if (units.length === 0) return null;
  const script = `for part in ${words(units)}; do
  [ "$(systemctl show -p Result --value "$part" </dev/null)" != timeout ] || { echo "$part"; exit 0; }
done; true`;
  const [part = ''] = await linesOf(site, 'ask how Kestra ended', script);
  return part === '' ? null : part;
}
