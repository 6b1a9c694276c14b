import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { RestorePlan, RestoreStep, Saved, Site } from '../application.ts';
import { startStep, stopStep } from '../control.ts';
import { databaseSteps } from '../dump-places.ts';
import { asAccount, hasAccount, present } from '../host-look.ts';
import { compareVersions } from '../version.ts';
import { controlOf } from './control.ts';
import type { KeyFile } from './key-file.ts';
import { fetchKey } from './key-store.ts';
import { restoreKeys } from './keystore.ts';
import { folderOf, type LookerSettings } from './settings.ts';
import { stateOf, versionOf } from './state.ts';

export async function planLookerRestore(
  site: Site,
  settings: LookerSettings,
  { record, dumps }: Saved,
): Promise<RestorePlan> {
  const { facts, version } = record;
  await requireAccount(site, settings);
  const folder = folderOf(settings);
  const isInstalled = (await present(site, [`${folder}/looker`])).length > 0;
  if (isInstalled) await requireFit(site, settings, version);
  await requireMasterKey(site, facts['master_key_file']);
  const key = facts['backup_uid'] === undefined ? null : await fetchKey(facts, settings, site);
  const control = controlOf(settings);
  const { 'restore-into': into, database = facts['database_url'] } = settings;
  const urls = { into: into === undefined ? [] : [into], from: database === undefined ? [] : [database] };
  return {
    steps: [
      ...settings.nodes.map((address) => onNode(address, stopStep(`Looker on ${address}`, control))),
      ...(isInstalled ? [stopStep('Looker', control)] : []),
      {
        kind: 'files',
        title: 'put the files back',
        part: { folder: null, target: null, includes: [], excludes: [] },
      },
      ...databaseSteps(dumps, urls, site),
      {
        kind: 'run',
        title: 'make the folders that it runs with',
        run: (place) => makeFolders(place, settings),
      },
      ...(key === null ? [] : [keyStep(key, settings)]),
      startStep('Looker', control),
      ...settings.nodes
        .toReversed()
        .map((address) => onNode(address, startStep(`Looker on ${address}`, control))),
    ],
  };
}

async function requireAccount(site: Site, { user, home }: LookerSettings): Promise<void> {
  if (!(await hasAccount(site, user))) {
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore Looker to "${site.host.name}": there is no account ${JSON.stringify(displayText(user))}, expected the one that it runs as. Prepare the host ` +
        `as for a new installation, without the download: the account, its group, and ${home}.`,
    );
  }
  await asAccount(site, user, 'Looker');
}

/** @throws HoldfastError restore-blocked where a newer version is there; application-unfit where it is half stopped. */
async function requireFit(site: Site, settings: LookerSettings, saved: string | null): Promise<void> {
  const own = { host: await asAccount(site, settings.user, 'Looker'), signal: site.signal };
  await stateOf(own, settings);
  const there = await versionOf(own, settings);
  if (there === null || saved === null || settings['replace-newer'] || compareVersions(there, saved) <= 0)
    return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore Looker ${saved} to "${site.host.name}": ${there} is installed there, expected no newer one, for Looker can't go back. ` +
      'With replace-newer=true all of it is put back as it was, its program and its database too.',
  );
}

/** It is no part of a backup, and without it nothing of it can be read. */
async function requireMasterKey(site: Site, file: string | undefined): Promise<void> {
  if (file === undefined || (await present(site, [file])).length > 0) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore Looker to "${site.host.name}": its master key ${file} isn't there, expected it, for it is no part of the backup. Put the copy ` +
      'that you keep apart there (mode 0400, Looker’s account); for a backup that is independent of the keystore, a new one.',
  );
}

/** The vendor's own table leaves them out of a backup. */
async function makeFolders(site: Site, settings: LookerSettings): Promise<void> {
  const own = await asAccount(site, settings.user, 'Looker');
  const script = `cd ${quote(fromText(folderOf(settings)))} && umask 022 && mkdir -p .tmp .cache log`;
  await runSuccessfully(own, 'make the folders that Looker runs with', script, { signal: site.signal });
}

function keyStep(key: KeyFile, settings: LookerSettings): RestoreStep {
  return {
    kind: 'run',
    title: 'give Looker its keys back (restore_dr_backup)',
    run: async (site) => {
      const own = await asAccount(site, settings.user, 'Looker');
      await restoreKeys(own, settings, { key, signal: site.signal });
    },
  };
}

/** The same on another host of the cluster. */
function onNode(address: string, step: RestoreStep): RestoreStep {
  if (step.kind !== 'run') return step;
  const { run, runsAgain } = step;
  const there = async <T>(site: Site, work: (site: Site) => Promise<T>): Promise<T> => {
    const host = await site.connect(address);
    try {
      return await work({ ...site, host });
    } finally {
      await host.close();
    }
  };
  return {
    ...step,
    run: (site) => there(site, run),
    runsAgain: runsAgain === undefined ? undefined : (site) => there(site, runsAgain),
  };
}
