import { fromText } from '../../bytestring.ts';
import type { Database } from '../../databases/database.ts';
import { parseDatabase } from '../../databases/databases.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quoteAll } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import type { Service } from './settings.ts';

/** How long a plugin may take to say that it knows no export. One that has said nothing until then makes one. */
const PROBE_SECONDS = 600;

/** Of what a plugin says: more than its refusal has. */
const SAID_BYTES = 4096;

const exporting = ({ type, name }: Service) => `dokku ${quoteAll([`${type}:export`, name].map(fromText))}`;

/**
 * Whether a plugin exports; only trying it tells. By its own refusal alone: an export that fails today is a failure, and no reason to
 * stop a datastore. What it exports is thrown away after a few bytes.
 */
export async function canExport({ host, signal }: Site, service: Service): Promise<boolean> {
  const script = `said=$(mktemp) || exit 1
limit=; command -v timeout >/dev/null && limit='timeout ${PROBE_SECONDS}'
$limit ${exporting(service)} </dev/null 2>"$said" | dd bs=512 count=1 >/dev/null 2>&1
head -c ${SAID_BYTES} "$said"; rm -f "$said"`;
  const { stdout } = await runToEnd(host, script, { signal });
  return !/not yet implemented|is not a dokku command/i.test(stdout.toString('latin1'));
}

/** Its own export, on stdout and without a terminal; of a kind that is known only what is whole. */
export function dumpOf({ env }: Site, service: Service): Database {
  const command = `${exporting(service)} </dev/null`;
  const whole = WHOLE.get(service.type);
  const script = whole === undefined ? command : onlyWhole(command, whole);
  return parseDatabase(`command:${dumpName(service)}=${script}`, 'the export of a service', env);
}

export function dumpName({ type, name }: Service): string {
  return `${type}-${name}.dump`;
}

interface Whole {
  /** What it is then, for a message. */
  readonly is: string;
  /** Shell: reads all of an export; whether it is that. */
  readonly reads: string;
}

const begins = (magic: string) => `[ "$(dd bs=1 count=${magic.length} 2>/dev/null)" = ${magic} ]`;
const SQL: Whole = {
  is: 'a dump that ends with "-- Dump completed"',
  reads: "tail -c 200 | grep -q '^-- Dump completed'",
};

/** Of the vendor's own plugins. The status of a command in a container tells little of what was lost on the way out of it. */
const WHOLE: ReadonlyMap<string, Whole> = new Map([
  ['postgres', { is: "one of pg_dump's custom format (PGDMP)", reads: begins('PGDMP') }],
  ['mysql', SQL],
  ['mariadb', SQL],
  [
    'redis',
    {
      is: 'an RDB file with its end',
      // The end's own byte, then eight of a checksum.
      reads: `${begins('REDIS')} && [ "$(tail -c 9 | head -c 1 | od -An -tx1 | tr -d ' ')" = ff ]`,
    },
  ],
  ['mongo', { is: 'a whole gzip', reads: 'gzip -t' }],
]);

/** Shell: what `command` prints; it fails if that isn't whole, or if the command does. */
function onlyWhole(command: string, { is, reads }: Whole): string {
  return `work=$(mktemp -d) && mkfifo "$work/export" || exit 1
{ ${reads}; whole=$?; cat >/dev/null; exit $whole; } <"$work/export" 2>/dev/null &
{ ${command}; echo $? >"$work/code"; } | tee "$work/export"
wait $!
whole=$? code=$(cat "$work/code"); rm -rf "$work"
[ "\${code:-1}" -eq 0 ] || exit "\${code:-1}"
[ $whole -eq 0 ] || { echo "it isn't ${is.replaceAll('"', '\\"')}" >&2; exit 1; }`;
}
