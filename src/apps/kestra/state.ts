import { displayText, fromText } from '../../bytestring.ts';
import { parseDuration } from '../../duration.ts';
import { HoldfastError } from '../../errors.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { linesOf } from '../host-look.ts';
import { versionIn } from '../version.ts';
import { cliScript } from './command.ts';
import { partsScript } from './control.ts';
import type { KestraSettings } from './settings.ts';

type Look = Pick<Site, 'host' | 'signal'>;

/**
 * Whether Kestra runs, as far as its parts agree.
 * @param mayBeAbsent Of a compose file whose containers nobody has made yet, and of units that aren't there: stopped.
 * @throws HoldfastError application-unfit where some of them run and others don't, one is no Kestra, or none is there at all.
 */
export async function stateOf(
  site: Look,
  settings: KestraSettings,
  { mayBeAbsent = false } = {},
): Promise<'runs' | 'stopped'> {
  const [status = '', ...parts] = await linesOf(site, 'ask for the state of Kestra', partsScript(settings));
  const shown = displayText(parts.join(', '));
  const isAbsent = settings.compose !== undefined && parts.every((part) => /^$| absent$/.test(part));
  if (isAbsent && !mayBeAbsent) {
    throw unfit(
      site,
      `no service of ${settings.compose} has a container (${shown})`,
      'expected those that run Kestra. Correct compose and services, or make them by `docker compose up --no-start`',
    );
  }
  const absent = parts.find((part) => part.endsWith(' absent'));
  if (settings.units.length > 0 && absent !== undefined && !mayBeAbsent) {
    throw unfit(
      site,
      `systemd knows no unit of that name (${displayText(absent)})`,
      'expected those that run Kestra. Correct the option units',
    );
  }
  if (status === '0' || status === '3') return status === '0' ? 'runs' : 'stopped';
  const isForeign = parts.some((part) => part.endsWith(' foreign'));
  throw isForeign
    ? unfit(
        site,
        `the process in ${settings['pid-file']} is another program’s`,
        'expected Kestra’s, or none. Remove the file if Kestra is stopped',
      )
    : unfit(
        site,
        `it is half stopped, or isn’t healthy (${shown})`,
        'expected all of its parts to run, or none. Start it or stop it by hand, and look at its log',
      );
}

/** As it names itself; null: it doesn't say, or nobody says how to ask. */
export async function versionOf({ host, signal }: Look, settings: KestraSettings): Promise<string | null> {
  const script = cliScript(settings, ['--version']);
  if (script === null) return null;
  const { stdout } = await runToEnd(host, `${script} 2>/dev/null`, { signal });
  return versionIn(stdout.toString('utf8'));
}

/** Tasks may take 5 minutes to end: what kills it before cuts them off. */
export async function warnOfShortGrace(site: Site, settings: KestraSettings): Promise<void> {
  const graceMs = 300_000;
  if (settings.units.length === 0) {
    if (parseDuration(settings['stop-limit'], 'stop-limit') >= graceMs) return;
    site.onWarning(
      `Kestra is given ${settings['stop-limit']} to stop (stop-limit): its tasks may take 5 minutes to end.`,
    );
    return;
  }
  for (const unit of settings.units) {
    const script = `systemctl show -p TimeoutStopUSec --value ${quote(fromText(unit))} </dev/null; true`;
    const [said = ''] = await linesOf(site, 'ask systemd for its patience', script);
    if (said === '' || said === 'infinity' || secondsIn(said) * 1000 >= graceMs) continue;
    site.onWarning(
      `systemd kills ${unit} when it hasn’t ended after ${displayText(said)}: Kestra’s tasks may take 5 minutes. Set TimeoutStopSec=330.`,
    );
  }
}

/** systemd's words: `5min 30s`. */
function secondsIn(span: string): number {
  const units: Readonly<Record<string, number>> = { h: 3600, min: 60, s: 1 };
  return [...span.matchAll(/(\d{1,15}(?:\.\d{1,15})?)(h|min|s)\b/g)].reduce(
    (sum, [, amount, unit = 's']) => sum + Number(amount) * (units[unit] ?? 0),
    0,
  );
}

export function unfit({ host }: Pick<Site, 'host'>, what: string, expected: string): HoldfastError {
  return new HoldfastError(
    'application-unfit',
    `Cannot work on Kestra on "${host.name}": ${what}, ${expected}.`,
  );
}
