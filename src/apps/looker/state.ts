import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { RUNS } from '../../hosts/process-mark.ts';
import { quote } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { linesOf } from '../host-look.ts';
import { versionIn } from '../version.ts';
import { NOBODY_LISTENS } from './control.ts';
import { folderOf, type LookerSettings } from './settings.ts';

type Look = Pick<Site, 'host' | 'signal'>;

/** Whether Looker runs, as far as its parts agree. */
export type LookerState = 'runs' | 'stopped';

/**
 * @param own The host as Looker's account.
 * @throws HoldfastError application-unfit where one part says that it runs and another that it doesn't, or somebody is at
 *   work on it.
 */
export async function stateOf(own: Look, settings: LookerSettings): Promise<LookerState> {
  const folder = folderOf(settings);
  const script = `cd ${quote(fromText(folder))} || exit 1
${RUNS}
./looker status </dev/null >/dev/null 2>&1
echo $?
pid=
{ read -r pid rest <.tmp/looker.pid; } 2>/dev/null
if [ -n "$pid" ] && start_of "$pid"; then echo "$pid"; else echo; fi
for mark in .starting .deploying; do if [ -e "$mark" ]; then echo "$mark"; else echo; fi; done`;
  const [status = '', pid = '', starting = '', deploying = ''] = await linesOf(
    own,
    'ask Looker for its status',
    script,
  );
  if (deploying !== '')
    throw unfit(
      own,
      `somebody deploys a version (${folder}/.deploying is there)`,
      'Wait until that is done, or remove the file if nobody does',
    );
  if (starting !== '')
    throw unfit(
      own,
      `it is starting (${folder}/.starting is there)`,
      'Wait until it runs, or remove the file if it doesn’t start',
    );
  if (status === '0') return 'runs';
  if (status === String(NOBODY_LISTENS) && pid === '') return 'stopped';
  const what =
    status === String(NOBODY_LISTENS)
      ? `nobody listens, but its process ${pid} lives`
      : `its status is ${status}`;
  throw unfit(
    own,
    `it is half stopped: ${displayText(what)}`,
    'Stop it or start it by hand until ./looker status and the process agree',
  );
}

function unfit({ host }: Look, what: string, next: string): HoldfastError {
  return new HoldfastError(
    'application-unfit',
    `Cannot work on Looker on "${host.name}": ${what}, expected it to run or to be stopped. ${next}.`,
  );
}

/** What Looker calls its version; null where its program doesn't say. */
export async function versionOf(own: Look, settings: LookerSettings): Promise<string | null> {
  const folder = quote(fromText(folderOf(settings)));
  const script = `cd ${folder} && { ${settings['version-command']}\n} </dev/null 2>&1; true`;
  return versionIn((await linesOf(own, 'ask for the version of Looker', script)).join('\n'));
}

/** What is known of an HSQLDB by its files. */
export interface HsqldbState {
  /** As its properties say; null: there are none. */
  readonly modified: string | null;
  readonly hasLog: boolean;
  readonly sizeBytes: number;
}

export async function hsqldbState(own: Look, settings: LookerSettings): Promise<HsqldbState> {
  const script = `cd ${quote(fromText(folderOf(settings)))}/.db || exit 1
sed -n 's/^modified=//p' looker.properties 2>/dev/null | head -n 1
echo "-"
if [ -s looker.log ]; then echo y; else echo n; fi
du -sk . | cut -f 1`;
  const lines = await linesOf(own, 'look at Looker’s database', script);
  const [hasLog = '', kilobytes = ''] = lines.slice(lines.indexOf('-') + 1);
  const modified = lines[0] === '-' ? null : (lines[0] ?? null);
  return { modified, hasLog: hasLog === 'y', sizeBytes: Number(kilobytes) * 1024 };
}
