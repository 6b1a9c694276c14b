import { displayText, fromText } from '../../bytestring.ts';
import { parseDatabase } from '../../databases/databases.ts';
import { HoldfastError } from '../../errors.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { Facts, RestorePlan, RestoreStep, Saved, Site } from '../application.ts';
import { runCommand, shellStep } from '../control.ts';
import { dumpName } from './export.ts';
import { appsOf, placesOf, requireDokku, servicesOf } from './look.ts';
import type { DokkuSettings, Service } from './settings.ts';

export async function planDokkuRestore(
  site: Site,
  settings: DokkuSettings,
  { record, dumps }: Saved,
): Promise<RestorePlan> {
  const { facts, version } = record;
  const there = await requireDokku(site);
  if (there !== version && !settings['any-version']) {
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore Dokku to "${site.host.name}": version ${there} is installed there, expected ${version}, which was saved. Install that version, or ` +
        'say any-version=true.',
    );
  }
  const lib = facts['lib'] ?? '/var/lib/dokku';
  const exported = listIn<Service>(facts, 'exported').filter((service) =>
    dumps.some(({ name }) => name === dumpName(service)),
  );
  const services = [...exported, ...listIn<Service>(facts, 'stopped')];
  tellRedeploys(site, facts);
  return {
    steps: [
      ...(await stopSteps(site, settings)),
      {
        kind: 'files',
        title: 'put the files back',
        part: { folder: null, target: null, includes: [], excludes: [] },
      },
      shellStep('remove the deploy locks', `rm -f ${quote(fromText(lib))}/data/apps/*/.deploy.lock`),
      shellStep('install what plugins need', 'dokku plugin:install-dependencies </dev/null'),
      shellStep('install the plugins', 'dokku plugin:install </dev/null'),
      ...listIn<string>(facts, 'networks').map(networkStep),
      ...services.map((service) => serviceStep(service, lib)),
      ...exported.map((service): RestoreStep => {
        const words = quoteAll([`${service.type}:import`, service.name].map(fromText));
        const name = dumpName(service);
        return {
          kind: 'database',
          title: `import ${service.type}:${service.name}`,
          dump: name,
          into: parseDatabase(`command:${name}=dokku ${words}`, 'the import of a service', site.env),
          overwrite: true,
        };
      }),
      ...(settings.rebuild
        ? [shellStep('rebuild every application', 'dokku ps:rebuild --all </dev/null')]
        : [shellStep('start every application', 'dokku ps:start --all </dev/null')]),
    ],
  };
}

/**
 * What runs on the host now would write to the files that are put back, and go on writing to those that they replace. Applications
 * are rebuilt at the end, services started one by one.
 */
async function stopSteps(site: Site, settings: DokkuSettings): Promise<RestoreStep[]> {
  const places = await placesOf(site, settings);
  const apps = await appsOf(site, places);
  const services = await servicesOf(site, places);
  return [
    ...apps.map((app) =>
      shellStep(`stop ${displayText(app)}`, `dokku ps:stop ${quote(fromText(app))} </dev/null`),
    ),
    ...services.map(stopStep),
  ];
}

/** Its own stop is well content with one that is stopped; whether it is, its status says. */
function stopStep({ type, name }: Service): RestoreStep {
  const word = quote(fromText(name));
  const status = `dokku ${quote(fromText(`${type}:info`))} ${word} --status </dev/null 2>/dev/null`;
  const title = `stop ${type}:${name}`;
  return {
    kind: 'run',
    title,
    run: (site) =>
      runCommand(
        site,
        title,
        `dokku ${quote(fromText(`${type}:stop`))} ${word} </dev/null || exit 1
said=$(${status})
case $said in running*) echo "it is $said still" >&2; exit 1 ;; esac`,
      ),
    runsAgain: async ({ host, signal }) => {
      const { stdout } = await runToEnd(host, status, { signal });
      return stdout.toString().startsWith('running');
    },
  };
}

function networkStep(name: string): RestoreStep {
  const word = quote(fromText(name));
  return shellStep(
    `make the network ${displayText(name)}`,
    `dokku network:exists ${word} </dev/null >/dev/null 2>&1 || dokku network:create ${word} </dev/null`,
  );
}

/** Its image is named by its own files, which were just put back. */
function serviceStep({ type, name }: Service, lib: string): RestoreStep {
  const folder = quote(fromText(`${lib}/services/${type}/${name}`));
  const start = quoteAll([`${type}:start`, name].map(fromText));
  const title = `start ${type}:${name}`;
  const script = `cd ${folder} || exit 1
mkdir -p data
docker image pull "$(cat IMAGE):$(cat IMAGE_VERSION)" </dev/null || exit 1
dokku ${start} </dev/null`;
  return { kind: 'run', title, starts: true, run: (site) => runCommand(site, title, script) };
}

/** What no repository on this host builds must be sent again by whoever sent it. */
function tellRedeploys(site: Site, facts: Facts): void {
  const sources = JSON.parse(facts['sources'] ?? '{}') as Record<string, string>;
  for (const [app, source] of Object.entries(sources)) {
    const [kind = '', ...rest] = source.split(' ');
    const what = displayText(rest.join(' '));
    if (kind === 'docker-image')
      site.onInfo(`Deploy ${displayText(app)} again by: dokku git:from-image ${displayText(app)} ${what}`);
    else if (/archive|tar/.test(kind))
      site.onInfo(
        `Deploy ${displayText(app)} again by: dokku git:from-archive ${displayText(app)} ${what || 'URL'}`,
      );
  }
}

function listIn<T>(facts: Facts, name: string): T[] {
  const list: unknown = JSON.parse(facts[name] ?? '[]');
  return Array.isArray(list) ? (list as T[]) : [];
}
