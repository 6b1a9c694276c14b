import { displayText, fromText } from '../../bytestring.ts';
import { parseDatabase } from '../../databases/databases.ts';
import { HoldfastError } from '../../errors.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { Facts, RestorePlan, RestoreStep, Saved, Site } from '../application.ts';
import { runCommand, shellStep } from '../control.ts';
import { isDown } from './control.ts';
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
      ...services.map((service) => serviceStep(service, lib, { answers: exported.includes(service) })),
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
      appsStep(listIn<string>(facts, 'apps'), settings.rebuild ? 'rebuild' : 'start'),
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

/** How often a datastore that was just started is asked for an export, which it makes once it answers: every 2 s. */
const ANSWER_POLLS = 60;

/**
 * Its image is named by its own files, which were just put back; one that is there needs no registry. Its start is content, too, where it has
 * nothing to start, and ends before a database answers.
 */
function serviceStep({ type, name }: Service, lib: string, { answers }: { answers: boolean }): RestoreStep {
  const folder = quote(fromText(`${lib}/services/${type}/${name}`));
  const [start, exporting] = ['start', 'export'].map((verb) =>
    quoteAll([`${type}:${verb}`, name].map(fromText)),
  );
  const title = `start ${type}:${name}`;
  const script = `cd ${folder} || exit 1
mkdir -p data
image=$(cat IMAGE):$(cat IMAGE_VERSION) || exit 1
docker image inspect "$image" </dev/null >/dev/null 2>&1 || docker image pull "$image" </dev/null || exit 1
dokku ${start} </dev/null || exit 1
if ${isDown(quote(fromText(type)), quote(fromText(name)))}; then echo "it doesn't run, although its start succeeded" >&2; exit 1; fi
${
  answers
    ? `limit=; command -v timeout >/dev/null && limit='timeout 30'
polls=0
until $limit dokku ${exporting} </dev/null >/dev/null 2>&1; do
  polls=$((polls + 1))
  [ $polls -lt ${ANSWER_POLLS} ] || { echo 'it runs, and does not answer' >&2; exit 1; }
  sleep 2
done`
    : ''
}`;
  return { kind: 'run', title, starts: true, run: (site) => runCommand(site, title, script) };
}

/**
 * Each by itself: one that can't be built keeps no other from it, and is told by its name. One that was never deployed has nothing to
 * build, which `--all` counts as a failure.
 */
function appsStep(apps: readonly string[], verb: 'rebuild' | 'start'): RestoreStep {
  return shellStep(
    `${verb} every application`,
    `failed=
for app in ${quoteAll(apps.map(fromText))}; do
  [ "$(dokku ps:report "$app" --deployed </dev/null 2>/dev/null)" != false ] || continue
  dokku ps:${verb} "$app" </dev/null || failed="$failed $app"
done
[ -z "$failed" ] || { echo "all else is put back, but these could not be ${verb === 'rebuild' ? 'rebuilt' : 'started'}:$failed. See why: dokku ps:${verb} APP" >&2; exit 1; }`,
  );
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
