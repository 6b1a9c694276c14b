import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { linesOf, present, readText } from '../host-look.ts';
import { versionIn } from '../version.ts';
import { isDown } from './control.ts';
import type { DokkuPlaces, DokkuSettings, Service } from './settings.ts';

type Look = Pick<Site, 'host' | 'signal'>;

/** Names that Dokku gives, and that become words of commands and of files. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

export async function placesOf(site: Look, settings: DokkuSettings): Promise<DokkuPlaces> {
  const text = (await readText(site, '/etc/default/dokku')) ?? '';
  const said = (name: string) => new RegExp(`^(?:export )?${name}=["']?([^"'\\s]+)`, 'm').exec(text)?.[1];
  return {
    root: settings.root ?? said('DOKKU_ROOT') ?? '/home/dokku',
    // Dokku's own script sets DOKKU_LIB_ROOT, by this.
    lib: settings.lib ?? said('DOKKU_LIB_PATH') ?? '/var/lib/dokku',
  };
}

/** @throws HoldfastError host-unsupported where there is no Dokku; no-permission where the login isn't root. */
export async function requireDokku(site: Site): Promise<string> {
  const { exit, stdout } = await runToEnd(site.host, 'id -u; dokku version </dev/null', {
    signal: site.signal,
  });
  const [uid = '', ...said] = stdout.toString('utf8').split('\n');
  if (uid !== '0') {
    throw new HoldfastError(
      'no-permission',
      `Cannot work on Dokku on "${site.host.name}": the login is user ${displayText(uid)}, expected root: files of many accounts are read, and their owners kept. ` +
        'Log in as root, or with become: sudo.',
    );
  }
  const version = isSuccess(exit) ? versionIn(said.join('\n')) : null;
  if (version !== null) return version;
  throw new HoldfastError(
    'host-unsupported',
    `Cannot work on Dokku on "${site.host.name}": \`dokku version\` says none, expected Dokku to be installed. Install the version that was saved.`,
  );
}

/** Shell: enters a folder; where there is none, as on a new host, it ends without a word. What is there and can't be entered is a failure. */
const enter = (folder: string) =>
  `folder=${folder}; [ -e "$folder" ] || [ -L "$folder" ] || exit 0; cd "$folder" || exit 1`;

/**
 * Applications, by the folders of their repositories; none where there is no root.
 * @throws HoldfastError command-failed where they can't be listed: a restore would put files back beneath what runs.
 */
export async function appsOf(site: Look, { root }: DokkuPlaces): Promise<string[]> {
  const script = `${enter(quote(fromText(root)))}
for folder in */; do [ ! -e "$folder/HEAD" ] && [ ! -e "$folder/ENV" ] || printf '%s\\n' "\${folder%/}"; done; true`;
  return (await linesOf(site, 'list Dokku’s applications', script)).filter((name) => NAME.test(name));
}

/**
 * As plugins say, and by their folders: a plugin that fails ends the list before its end.
 * @throws HoldfastError command-failed where the folders can't be entered.
 */
export async function servicesOf(site: Site, { lib }: DokkuPlaces): Promise<Service[]> {
  const script = `dokku plugin:trigger service-list </dev/null 2>/dev/null | sed 's/^/listed:/'
${enter(quote(fromText(`${lib}/services`)))}
for one in */*/; do [ ! -d "$one" ] || { one=\${one%/}; printf 'there:%s:%s\\n' "\${one%%/*}" "\${one##*/}"; }; done; true`;
  const lines = (await linesOf(site, 'list Dokku’s services', script)).map((line) => line.trim().split(':'));
  const services = (kind: string): Service[] =>
    lines
      .filter(([is, type = '', name = '']) => is === kind && NAME.test(type) && NAME.test(name))
      .map(([, type = '', name = '']) => ({ type, name }));
  const listed = services('listed');
  const isListed = ({ type, name }: Service) => listed.some((one) => one.type === type && one.name === name);
  const unlisted = services('there').filter((service) => !isListed(service));
  return [...listed, ...(await knownAmong(site, unlisted))];
}

/** Those of `services` whose plugin tells of them. What is left of a plugin that is gone, or disabled, can be neither exported nor stopped. */
async function knownAmong(site: Site, services: readonly Service[]): Promise<Service[]> {
  if (services.length === 0) return [];
  const asks = services.map(
    ({ type, name }) =>
      `if [ -n "$(dokku ${quote(fromText(type))}:info ${quote(fromText(name))} --status </dev/null 2>/dev/null)" ]; then echo y; else echo n; fi`,
  );
  const answers = await linesOf(site, 'ask plugins for their services', asks.join('\n'));
  for (const { type, name } of services.filter((_, i) => answers[i] !== 'y')) {
    site.onWarning(
      `Dokku: no plugin knows the service ${type}:${name}, whose folder is there. Its files are saved as they lie there: if its container runs, they are no ` +
        `backup of it. Enable the plugin (\`dokku plugin:enable ${type}\`), or remove what nobody needs.`,
    );
  }
  return services.filter((_, i) => answers[i] === 'y');
}

/** Those of `services` that don't run: an export needs one that does, and their files are at rest. */
export async function downAmong(site: Look, services: readonly Service[]): Promise<Service[]> {
  if (services.length === 0) return [];
  const asks = services.map(({ type, name }) => {
    const down = isDown(quote(fromText(type)), quote(fromText(name)));
    return `if ${down}; then echo y; else echo n; fi`;
  });
  const answers = await linesOf(site, 'ask which services run', asks.join('\n'));
  return services.filter((_, i) => answers[i] === 'y');
}

/**
 * Folders of the host that applications use, outside of Dokku's own storage. Asked as JSON, and of a Dokku that doesn't know that,
 * as text.
 * @throws HoldfastError command-failed where it can't be known: a mount that nobody knows of would be missing from every backup.
 */
export async function mountsOf(site: Site, apps: readonly string[], { lib }: DokkuPlaces): Promise<string[]> {
  const script = `for app in ${quoteAll(apps.map(fromText))}; do
  said=$(dokku storage:list "$app" --format json </dev/null 2>/dev/null) || said=
  case $said in
    '['*) printf 'json %s' "$said" | tr '\\n' ' '; echo ;;
    *) said=$(dokku storage:list "$app" </dev/null) || { echo "dokku storage:list $app failed" >&2; exit 1; }
      printf '%s\\n' "$said" | sed 's/^/text /' ;;
  esac
done`;
  const lines = apps.length === 0 ? [] : await linesOf(site, 'list storage mounts', script);
  const mounts = new Set(lines.flatMap((line) => mountsIn(site, line)));
  for (const volume of [...mounts].filter((mount) => NAME.test(mount))) {
    site.onWarning(
      `Dokku: the volume ${displayText(volume)} of Docker's is mounted by an application and is not saved. Name its folder beside ` +
        `(\`docker volume inspect ${displayText(volume)}\` tells it).`,
    );
  }
  const paths = [...mounts].filter((path) => /^\/[^\0]+$/.test(path) && !path.split('/').includes('..'));
  return present(
    site,
    paths.filter((path) => !path.startsWith(`${lib}/`)),
  );
}

/** Folders of the host, and names of Docker's volumes. */
function mountsIn({ host }: Look, line: string): string[] {
  const [, form = '', said = ''] = /^(json|text) (.*)$/.exec(line) ?? [];
  const found = form === 'json' ? hostPathsIn(said) : [/^\s+([^:\s][^:]*):\//.exec(said)?.[1] ?? ''];
  if (found !== null) return found;
  throw new HoldfastError(
    'command-failed',
    `Cannot list storage mounts on "${host.name}": \`dokku storage:list\` printed no list of JSON (${displayText(said.slice(0, 200))}), expected one. ` +
      'Run it by hand to see why, or say storage=false and name the folders beside.',
  );
}

function hostPathsIn(json: string): string[] | null {
  try {
    const list: unknown = JSON.parse(json);
    return Array.isArray(list) ? list.map((mount) => String(mount?.host_path ?? '')) : null;
  } catch {
    return null;
  }
}

/** How each application came here: what a restore must know of those that no repository builds. */
export async function sourcesOf(site: Look, apps: readonly string[]): Promise<Record<string, string>> {
  const script = `for app in ${quoteAll(apps.map(fromText))}; do
  printf '%s %s\\n' "$app" "$(dokku apps:report "$app" --app-deploy-source </dev/null 2>/dev/null | head -n 1) $(dokku apps:report "$app" --app-deploy-source-metadata </dev/null 2>/dev/null | head -n 1)"
done`;
  const lines = apps.length === 0 ? [] : await linesOf(site, 'ask how applications were deployed', script);
  return Object.fromEntries(
    lines.map((line) => {
      const [app = '', ...source] = line.trim().split(' ');
      return [app, displayText(source.join(' ').trim())];
    }),
  );
}
