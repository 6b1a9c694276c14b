import { setTimeout as sleep } from 'node:timers/promises';
import { displayText, fromText } from '../../bytestring.ts';
import { parseDuration } from '../../duration.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import type { DssSettings } from './settings.ts';

const LOOK_EVERY_MS = 10_000;
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;
/** Between the answers of one command and the next. */
const MARK = '--holdfast--';

/**
 * Waits for running jobs and scenarios, or doesn't, as the settings say.
 * @param own The host as DSS's account.
 * @throws HoldfastError application-unfit when they run and must not.
 */
export async function awaitJobs(site: Site, own: Host, settings: DssSettings): Promise<void> {
  const policy = settings['running-jobs'];
  const limitMs = parseDuration(settings['jobs-limit'], 'jobs-limit');
  const giveUpMs = performance.now() + (policy === 'wait' ? limitMs : 0);
  for (let told = false; ; told = true) {
    const running = await runningJobs({ host: own, signal: site.signal }, settings);
    if (running.length === 0) return;
    const what = `${running.length} of its jobs and scenarios run (${running.slice(0, 5).map(displayText).join(', ')})`;
    const leftMs = giveUpMs - performance.now();
    const then = policy === 'wait' ? settings['jobs-after-limit'] : policy;
    if (leftMs <= 0 && then === 'go-on') {
      site.onWarning(`DSS is stopped although ${what}: they are cut off.`);
      return;
    }
    if (leftMs <= 0) {
      throw new HoldfastError(
        'application-unfit',
        `Cannot stop DSS on "${site.host.name}": ${what}${policy === 'wait' ? ` for ${settings['jobs-limit']}` : ''}, expected none. ` +
          'Choose a quieter time, or say running-jobs=go-on to cut them off.',
      );
    }
    if (!told) site.onInfo(`DSS: waiting, since ${what}`);
    await sleep(Math.min(LOOK_EVERY_MS, Math.max(leftMs / 10, 100)), undefined, { signal: site.signal });
  }
}

/**
 * What runs, as `PROJECT/job`. Asked of DSS itself, project by project: its prestarted processes look like jobs to `ps`.
 * @throws HoldfastError command-failed where DSS doesn't answer.
 */
async function runningJobs(
  { host, signal }: Pick<Site, 'host' | 'signal'>,
  settings: DssSettings,
): Promise<string[]> {
  const script = `cd ${quote(fromText(settings['data-dir']))} || exit 1
for project in config/projects/*/; do
  [ -d "$project" ] || continue
  project=\${project%/}; key=\${project##*/}
  printf '\\n%s %s\\n' ${MARK} "$key"
  bin/dsscli jobs-list "$key" --output json </dev/null || exit 1
  for scenario in "$project"/scenarios/*.json; do
    [ -e "$scenario" ] || continue
    id=\${scenario##*/}; id=\${id%.json}
    printf '\\n%s %s/%s\\n' ${MARK} "$key" "$id"
    bin/dsscli scenario-runs-list "$key" "$id" --output json </dev/null || exit 1
  done
done`;
  const { stdout } = await runSuccessfully(host, 'ask DSS what runs', script, {
    signal,
    limitBytes: MAX_ANSWER_BYTES,
  });
  return stdout
    .toString('utf8')
    .split(`\n${MARK} `)
    .slice(1)
    .flatMap((answer) => {
      const end = answer.indexOf('\n');
      const [name, json] = [answer.slice(0, end), answer.slice(end + 1)];
      return runningIn(name, json).map((id) => `${name}/${id}`);
    });
}

/** @throws HoldfastError command-failed where it isn't a list: what can't be read must not pass for nothing. */
function runningIn(name: string, json: string): string[] {
  try {
    const list: unknown = JSON.parse(json);
    if (!Array.isArray(list)) throw new TypeError('no list');
    return list
      .filter((one) => /"state":"RUNNING"/.test(JSON.stringify(one)))
      .map((one, i) => String(one.id ?? one.jobId ?? one.runId ?? i + 1));
  } catch (cause) {
    throw new HoldfastError(
      'command-failed',
      `Cannot ask DSS what runs in ${JSON.stringify(displayText(name))}: dsscli printed no list of JSON, expected one. Run it by hand to see why.`,
      { cause },
    );
  }
}
