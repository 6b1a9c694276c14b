import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { runToEnd } from '../../hosts/output.ts';
import { RUNS } from '../../hosts/process-mark.ts';
import { quote } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { statusOf } from '../control.ts';
import { linesOf, present, readText } from '../host-look.ts';
import { controlOf } from './control.ts';
import type { DssSettings } from './settings.ts';

type Look = Pick<Site, 'host' | 'signal'>;

/** What a data directory says of itself. */
export interface DataDirectory {
  readonly version: string;
  /** `design`, `automation`, `api`, `govern` …, as install.ini says. */
  readonly nodeType: string;
  readonly installId: string | null;
  /** Where its programs lead to; null: nowhere. */
  readonly installDir: string | null;
  readonly user: string;
  readonly group: string;
  /** TLS files outside of it that install.ini names. */
  readonly certificates: readonly string[];
}

/** Files that say that somebody is at work on it. */
const AT_WORK = ['DSS-INITIAL-INSTALL-IN-PROGRESS.txt', 'DSS-MIGRATION-IN-PROGRESS.json'];

/** @throws HoldfastError application-unfit for a layout that is none of DSS's, or one that is being made or migrated. */
export async function readDataDirectory(site: Look, settings: DssSettings): Promise<DataDirectory> {
  const folder = settings['data-dir'];
  const ini = await readText(site, `${folder}/install.ini`);
  const version = productVersion(await readText(site, `${folder}/dss-version.json`));
  if (ini === null || version === null) {
    const what = ini === null ? 'no install.ini' : 'no dss-version.json with a product_version';
    throw unfit(
      site,
      `there is ${what} in ${folder}`,
      'expected a data directory of DSS. Say where it is: data-dir=/data/dss',
    );
  }
  const [busy] = await present(
    site,
    AT_WORK.map((name) => `${folder}/${name}`),
  );
  if (busy !== undefined)
    throw unfit(
      site,
      `${busy} is there`,
      'expected nobody to install or migrate it. Wait until that is done',
    );
  const name = quote(fromText(folder));
  const script = `stat -L -c '%U' ${name}; stat -L -c '%G' ${name}; readlink -f ${name}/bin/dss || echo`;
  const [user = '', group = '', program = ''] = await linesOf(site, 'look at the data directory', script);
  return {
    version,
    nodeType: /^[ \t]*nodetype[ \t]*=[ \t]*(\S+)/m.exec(ini)?.[1] ?? 'design',
    installId: /^[ \t]*installid[ \t]*=[ \t]*(\S+)/m.exec(ini)?.[1] ?? null,
    installDir: /^(.+)\/[^/]+$/.exec(program)?.[1] ?? null,
    user: settings.user ?? user,
    group,
    certificates: [...ini.matchAll(/^[ \t]*ssl_\w+[ \t]*=[ \t]*(\/.*)$/gm)]
      .map(([, path = '']) => path.trimEnd())
      .filter((path) => !path.startsWith(`${folder}/`)),
  };
}

/** Of a dss-version.json; null where it says none. */
export function productVersion(json: string | null): string | null {
  try {
    const { product_version: version } = JSON.parse(json ?? '{}') as { product_version?: unknown };
    return typeof version === 'string' && /^\d/.test(version) ? version : null;
  } catch {
    return null;
  }
}

/** @throws HoldfastError application-unfit where some of its processes run, and others don't. */
export async function stateOf(site: Site, settings: DssSettings, user: string): Promise<'runs' | 'stopped'> {
  const status = await statusOf(site, controlOf(settings, user));
  if (status !== 'unknown') return status;
  const look = `cd ${quote(fromText(settings['data-dir']))} && bin/dss status </dev/null 2>&1`;
  const said = await runToEnd(site.host, scriptAs(user, look), { signal: site.signal });
  const words = displayText(said.stdout.toString('utf8').trim().split('\n').join(' | '));
  throw unfit(
    site,
    `it is half stopped (${words})`,
    'expected all of its processes to run, or its supervisor to be gone. Stop it or start it by hand, and never kill it',
  );
}

/**
 * For a restore, whether something is there to be stopped. What can't run any more, because its installation is gone, is what a restore is for.
 * @throws HoldfastError application-unfit also where its supervisor runs, and nothing is there that could stop it.
 */
export async function hasSomethingToStop(site: Site, settings: DssSettings, user: string): Promise<boolean> {
  const folder = settings['data-dir'];
  const script = `cd ${quote(fromText(folder))} 2>/dev/null || { echo none; exit; }
[ ! -x bin/dss ] || { echo program; exit; }
${RUNS}
{ read -r pid rest <run/supervisord.pid; } 2>/dev/null
[ -n "$pid" ] && start_of "$pid" && case $(tr '\\0' ' ' <"/proc/$pid/cmdline") in *supervisor*) echo "$pid"; exit ;; esac
echo none`;
  const [found = ''] = await linesOf(site, 'look for a DSS that is there', script);
  if (found === 'none') return false;
  if (found === 'program') {
    await stateOf(site, settings, user);
    return true;
  }
  throw unfit(
    site,
    `its supervisor runs as process ${displayText(found)}, and bin/dss, which stops it, leads nowhere`,
    'expected it to be stopped. Put its installation back where it was, or end that process (TERM), and restore again',
  );
}

/** Which machine a host is, for whoever must not take another for it; not what its own numbers are. */
export async function machineOf(site: Look): Promise<string> {
  const script = '{ cat /etc/machine-id 2>/dev/null; uname -n; } | sha256sum | cut -c 1-16';
  const [machine = ''] = await linesOf(site, 'ask which machine it is', script);
  return machine;
}

export function unfit({ host }: Pick<Site, 'host'>, what: string, expected: string): HoldfastError {
  return new HoldfastError(
    'application-unfit',
    `Cannot work on DSS on "${host.name}": ${what}, ${expected}.`,
  );
}
