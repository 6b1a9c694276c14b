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
    lib: settings.lib ?? said('DOKKU_LIB_ROOT') ?? '/var/lib/dokku',
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

/** As plugins say, else by their folders. @throws HoldfastError command-failed where those can't be entered. */
export async function servicesOf(site: Look, { lib }: DokkuPlaces): Promise<Service[]> {
  const folder = quote(fromText(`${lib}/services`));
  const script = `said=$(dokku plugin:trigger service-list </dev/null 2>/dev/null)
if [ -n "$said" ]; then printf '%s\\n' "$said"; else
  ${enter(folder)}
  for one in */*/; do [ ! -d "$one" ] || { one=\${one%/}; printf '%s:%s\\n' "\${one%%/*}" "\${one##*/}"; }; done
fi; true`;
  const lines = await linesOf(site, 'list Dokku’s services', script);
  return lines
    .map((line) => line.trim().split(':'))
    .filter(([type = '', name = '']) => NAME.test(type) && NAME.test(name))
    .map(([type = '', name = '']) => ({ type, name }));
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
export async function mountsOf(site: Look, apps: readonly string[], { lib }: DokkuPlaces): Promise<string[]> {
  const script = `for app in ${quoteAll(apps.map(fromText))}; do
  said=$(dokku storage:list "$app" --format json </dev/null 2>/dev/null) || said=
  case $said in
    '['*) printf 'json %s' "$said" | tr '\\n' ' '; echo ;;
    *) said=$(dokku storage:list "$app" </dev/null) || { echo "dokku storage:list $app failed" >&2; exit 1; }
      printf '%s\\n' "$said" | sed 's/^/text /' ;;
  esac
done`;
  const lines = apps.length === 0 ? [] : await linesOf(site, 'list storage mounts', script);
  const paths = lines.flatMap((line) => pathsIn(site, line)).filter((path) => !path.startsWith(`${lib}/`));
  return present(site, [...new Set(paths)]);
}

function pathsIn({ host }: Look, line: string): string[] {
  const [, form = '', said = ''] = /^(json|text) (.*)$/.exec(line) ?? [];
  const found = form === 'json' ? hostPathsIn(said) : [/^\s+([^:]+):\//.exec(said)?.[1] ?? ''];
  // What isn't an absolute path names a volume of Docker's.
  if (found !== null)
    return found.filter((path) => /^\/[^\0]+$/.test(path) && !path.split('/').includes('..'));
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
