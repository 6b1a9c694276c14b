import { type ByteString, display, displayText, fromText } from '../../bytestring.ts';
import { parseDatabase } from '../../databases/databases.ts';
import { HoldfastError } from '../../errors.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { quote } from '../../hosts/quote.ts';
import type { BackupPlan, Facts, Site } from '../application.ts';
import { linksOutOf } from '../follow-links.ts';
import { hooksOf } from '../hooks.ts';
import { asAccount, linesOf, literalPattern, present, presentByGlob } from '../host-look.ts';
import { controlOf } from './control.ts';
import { databasesOf } from './database.ts';
import { awaitJobs } from './jobs.ts';
import { CLASSES, type DssSettings } from './settings.ts';
import { type DataDirectory, machineOf, readDataDirectory, stateOf, unfit } from './state.ts';

/** What a data directory is known to hold; of what else is there nobody knows what it is for, so it is saved, and told. */
const KNOWN = [
  ...'R.lib analysis-data bin code-envs acode-envs config databases install-support jupyter-run lib local'.split(
    ' ',
  ),
  ...'notebook_results plugins privtmp pyenv timelines uploads install.ini dss-version.json'.split(' '),
  ...Object.values(CLASSES).flat(),
];
/** Of running processes, whatever else of `run` is saved. */
const NEVER = ['run/*.pid', 'run/*.sock', 'run/*.lock'];
/** The Python packages of a data directory: a restore elsewhere installs them again. */
export const REQUIREMENTS = 'requirements.txt';

export async function planDssBackup(site: Site, settings: DssSettings): Promise<BackupPlan> {
  const folder = settings['data-dir'];
  const directory = await readDataDirectory(site, settings);
  const { user } = directory;
  const own = { host: await asAccount(site, user, 'DSS'), signal: site.signal };
  await refuseOtherStarter(site, settings);
  const state = await stateOf(site, settings, user);
  await tellUnknown(site, folder);
  const databases = await databasesOf(site, own, { settings, nodeType: directory.nodeType });
  const outside = await outsideOf(site, settings, directory);
  if (settings.running && state === 'runs')
    site.onWarning(
      'DSS is saved while it runs: its files are of several moments, or with a snapshot of its volume as after a power failure, and its databases may not open.',
    );
  return {
    paths: [...[folder, ...outside].map(fromText), ...(await movedAway(site, settings))],
    aside: outside.map(fromText),
    excludes: excludesOf(settings),
    control: settings.running ? null : controlOf(settings, user),
    nodes: [],
    databases: [...databases, ...(await packagesOf(site, settings, user))],
    hooks: hooksOf(settings),
    beforeStop: async (place) => {
      // Asked again: what an earlier run had left stopped runs by now.
      const hasJobs = !settings.running && /design|automation/i.test(directory.nodeType);
      if (!hasJobs || (await stateOf(place, settings, user)) === 'stopped') return;
      await awaitJobs(place, await asAccount(place, user, 'DSS'), settings);
    },
    whileStopped: (place) => whileStopped(place, settings, user),
    record: {
      profile: 'dss',
      version: directory.version,
      settings,
      facts: {
        ...factsOf(directory, outside),
        machine: await machineOf(site),
        ...(databases[0] === undefined ? {} : { database_url: databases[0].shown }),
      },
      running: settings.running && state === 'runs',
    },
  };
}

async function whileStopped(place: Site, settings: DssSettings, user: string): Promise<Facts> {
  if (settings.running || (await stateOf(place, settings, user)) === 'stopped') return {};
  throw unfit(place, 'it runs, although it was stopped', 'expected it to stay so. See what starts it');
}

/** What systemd started, only systemd may stop: it would start it again. */
async function refuseOtherStarter(site: Site, settings: DssSettings): Promise<void> {
  if (settings.running || settings.service !== undefined) return;
  const script = `[ -d /run/systemd/system ] && systemctl list-units --no-legend --plain --state=active 'dataiku*.service' | cut -d ' ' -f 1 | head -n 1; true`;
  const [unit = ''] = await linesOf(site, 'ask systemd for DSS', script);
  if (unit === '') return;
  throw new HoldfastError(
    'bad-input',
    `Cannot stop DSS on "${site.host.name}": ${displayText(unit)} of systemd runs it, expected it to be stopped by that. Give service=${displayText(unit)}.`,
  );
}

/** Parts of the data directory that lie on another disk, but for those that are left out. */
async function movedAway(site: Site, settings: DssSettings): Promise<ByteString[]> {
  const leftOut: readonly string[] = settings['leave-out'].flatMap((name) => [...CLASSES[name]]);
  const links = await linksOutOf(site, fromText(settings['data-dir']));
  return links.filter((link) => !isAmong(display(link).replace(/^.*\//, ''), leftOut));
}

function isAmong(name: string, known: readonly string[]): boolean {
  return known.some((one) => (one.endsWith('*') ? name.startsWith(one.slice(0, -1)) : name === one));
}

function excludesOf(settings: DssSettings): string[] {
  const chosen = settings['leave-out'].flatMap((name) => [...CLASSES[name]]);
  return [...NEVER, ...chosen].map((name) => `${literalPattern(settings['data-dir'])}/${name}`);
}

async function tellUnknown(site: Site, folder: string): Promise<void> {
  const names = await linesOf(site, 'list the data directory', `ls -A ${quote(fromText(folder))}`);
  const unknown = names.filter((name) => name !== '' && !isAmong(name, KNOWN));
  if (unknown.length === 0) return;
  const shown = unknown.slice(0, 10).map(displayText).join(', ');
  site.onWarning(`In ${displayText(folder)} is what isn't known to be of DSS, and is saved: ${shown}.`);
}

/** @throws HoldfastError source-missing for a certificate that isn't there. */
async function outsideOf(site: Site, settings: DssSettings, directory: DataDirectory): Promise<string[]> {
  const certificates = [...new Set([...settings.certificates, ...directory.certificates])];
  const there = await present(site, certificates);
  const missing = certificates.find((path) => !there.includes(path));
  if (missing !== undefined) {
    throw new HoldfastError(
      'source-missing',
      `Cannot back up DSS on "${site.host.name}": there is no ${missing}, expected the certificates that the option or install.ini names. Correct it.`,
    );
  }
  return [...new Set([...(await presentByGlob(site, settings['system-files'])), ...certificates])];
}

/** A dump of its own: the list is made by a program of the data directory, and is no file of it. */
async function packagesOf(site: Site, settings: DssSettings, user: string) {
  const folder = settings['data-dir'];
  if ((await present(site, [`${folder}/bin/pip`])).length === 0) return [];
  const list = `cd ${quote(fromText(folder))} && echo '# bin/pip freeze -l' && bin/pip freeze -l </dev/null`;
  return [parseDatabase(`command:${REQUIREMENTS}=${scriptAs(user, list)}`, 'the list of packages', site.env)];
}

function factsOf(directory: DataDirectory, outside: readonly string[]): Facts {
  const { nodeType, installId, installDir, user, group } = directory;
  const hasImpersonation = outside.some(
    (path) => path.includes('dataiku-security') || path.includes('dataiku-dss-'),
  );
  return {
    node_type: nodeType,
    user,
    group,
    ...(installId === null ? {} : { install_id: installId }),
    ...(installDir === null ? {} : { install_dir: installDir }),
    ...(hasImpersonation ? { impersonation: 'yes' } : {}),
  };
}
