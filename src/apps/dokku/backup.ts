import { setTimeout as sleep } from 'node:timers/promises';
import { displayText, fromText } from '../../bytestring.ts';
import { parseDuration } from '../../duration.ts';
import { HoldfastError } from '../../errors.ts';
import { quoteAll } from '../../hosts/quote.ts';
import type { BackupPlan, Facts, Site } from '../application.ts';
import { hooksOf } from '../hooks.ts';
import { linesOf, literalPattern, present, presentByGlob } from '../host-look.ts';
import { controlOf, HELD_FILE } from './control.ts';
import { canExport, dumpOf } from './export.ts';
import { appsOf, downAmong, mountsOf, placesOf, requireDokku, servicesOf, sourcesOf } from './look.ts';
import type { DokkuPlaces, DokkuSettings, Service } from './settings.ts';

const BELOW_LIB = ['config', 'data', 'services', 'plugins'];
const LOOK_EVERY_MS = 5000;

export async function planDokkuBackup(site: Site, settings: DokkuSettings): Promise<BackupPlan> {
  const version = await requireDokku(site);
  const places = await placesOf(site, settings);
  const paths = await pathsOf(site, settings, places);
  const apps = await appsOf(site, places);
  const mounts = settings.storage ? await mountsOf(site, apps, places) : [];
  const { exported, stopped, down } = await howSaved(site, settings, await servicesOf(site, places));
  for (const { type, name } of stopped.filter((service) => !down.includes(service)))
    site.onInfo(`Dokku: the service ${type}:${name} is stopped while its files are read.`);
  return {
    paths: [...paths, ...mounts.filter((mount) => !paths.some((path) => mount.startsWith(`${path}/`)))].map(
      fromText,
    ),
    aside: paths.filter((path) => !isOwn(path, places)).map(fromText),
    excludes: [
      `${literalPattern(places.root)}/.basher`,
      `${literalPattern(places.lib)}/data/apps/*/.deploy.lock`,
      // What its export holds: the files are of a running server.
      ...exported.map(
        ({ type, name }) => `${literalPattern(`${places.lib}/services/${type}/${name}`)}/data/*`,
      ),
    ],
    control: controlOf(apps, stopped, places),
    nodes: [],
    databases: exported.map((service) => dumpOf(site, service)),
    hooks: hooksOf(settings),
    beforeStop: (place) => awaitDeploys(place, settings, apps),
    record: {
      profile: 'dokku',
      version,
      settings,
      facts: { root: places.root, lib: places.lib, ...(await factsOf(site, { apps, exported, stopped })) },
      running: true,
    },
  };
}

function isOwn(path: string, { root, lib }: DokkuPlaces): boolean {
  return path === root || path.startsWith(`${lib}/`);
}

async function pathsOf(site: Site, settings: DokkuSettings, { root, lib }: DokkuPlaces): Promise<string[]> {
  const own = await present(site, [root, ...BELOW_LIB.map((name) => `${lib}/${name}`)]);
  const none = [
    ...(own.includes(root) ? [] : [root]),
    ...(own.some((path) => path.startsWith(`${lib}/`)) ? [] : [`${lib}/{${BELOW_LIB.join(',')}}`]),
  ];
  if (none.length > 0) {
    throw new HoldfastError(
      'application-unfit',
      `Cannot back up Dokku on "${site.host.name}": there is no ${none.map(displayText).join(', no ')}, expected its data. Say where it is: root, lib.`,
    );
  }
  return [...own, ...(await presentByGlob(site, settings['system-files']))];
}

async function howSaved(
  site: Site,
  { services: way }: DokkuSettings,
  services: readonly Service[],
): Promise<{ exported: Service[]; stopped: Service[]; down: readonly Service[] }> {
  const exported: Service[] = [];
  const stopped: Service[] = [];
  const down = await downAmong(site, services);
  for (const service of services) {
    const isExported = way === 'export' && !down.includes(service) && (await canExport(site, service));
    (isExported ? exported : stopped).push(service);
  }
  for (const { type, name } of down)
    site.onInfo(
      `Dokku: the service ${type}:${name} is stopped already: its files are saved, and it stays stopped.`,
    );
  return { exported, stopped, down };
}

async function awaitDeploys(site: Site, settings: DokkuSettings, apps: readonly string[]): Promise<void> {
  await refuseStaleLocks(site);
  const limitMs = parseDuration(settings['deploy-limit'], 'deploy-limit');
  const giveUpMs = performance.now() + limitMs;
  const script = `for app in ${quoteAll(apps.map(fromText))}; do dokku apps:locked "$app" </dev/null >/dev/null 2>&1 && printf '%s\\n' "$app"; done; true`;
  for (let told = false; apps.length > 0; told = true) {
    const locked = (await linesOf(site, 'look for deploys', script)).filter((app) => app !== '');
    if (locked.length === 0) return;
    const what = `${locked.map(displayText).join(', ')} ${locked.length === 1 ? 'is' : 'are'} locked: a deploy runs, or somebody locked it`;
    if (performance.now() >= giveUpMs) {
      throw new HoldfastError(
        'application-unfit',
        `Cannot back up Dokku on "${site.host.name}": for ${settings['deploy-limit']} ${what}, expected no deploy. Wait for it, or \`dokku apps:unlock\` it.`,
      );
    }
    if (!told) site.onInfo(`Dokku: waiting, since ${what}`);
    await sleep(Math.min(LOOK_EVERY_MS, Math.max(limitMs / 10, 50)), undefined, { signal: site.signal });
  }
}

/** What an earlier run of this target held is let go by now: this is of one whose lease is gone, or of another target. */
async function refuseStaleLocks(site: Site): Promise<void> {
  if ((await present(site, [HELD_FILE])).length === 0) return;
  throw new HoldfastError(
    'application-unfit',
    `Cannot back up Dokku on "${site.host.name}": ${HELD_FILE} lists what an earlier run locked and nobody let go, expected none. If no backup of it ` +
      'under another name (--of) runs, unlock and start what stands in it, and remove the file.',
  );
}

async function factsOf(
  site: Site,
  {
    apps,
    exported,
    stopped,
  }: { apps: readonly string[]; exported: readonly Service[]; stopped: readonly Service[] },
): Promise<Facts> {
  const script = (command: string) =>
    linesOf(site, `run dokku ${command}`, `dokku ${command} </dev/null 2>/dev/null; true`);
  const networks = (await script('network:list'))
    .map((line) => line.trim())
    .filter((line) => /^[A-Za-z0-9][\w.-]*$/.test(line));
  return {
    apps: JSON.stringify(apps),
    sources: JSON.stringify(await sourcesOf(site, apps)),
    exported: JSON.stringify(exported),
    stopped: JSON.stringify(stopped),
    networks: JSON.stringify(networks.filter((name) => !['bridge', 'host', 'none'].includes(name))),
    plugins: (await script('plugin:list --format json')).join('\n'),
  };
}
