import type { Site } from '../application.ts';
import { readText } from '../host-look.ts';
import { variablesIn } from '../variables.ts';
import { folderOf, type LookerSettings } from './settings.ts';

/** What Looker's own files say of how it runs. */
export interface LookerConfiguration {
  /** Variables that it is started with, from lookerstart.cfg, its unit, and files of variables. */
  readonly variables: ReadonlyMap<string, string>;
  /** Which file says the master key itself, if any does. */
  readonly masterKeyIn: string | null;
  readonly sharedStorage: string | null;
  readonly isClustered: boolean;
  /** Of looker-db.yml or LOOKER_DB; null: the HSQLDB in `.db`. */
  readonly mysql: MysqlPlace | null;
}

export interface MysqlPlace {
  readonly host: string | null;
  readonly port: string | null;
  readonly user: string | null;
  readonly database: string | null;
}

export async function readConfiguration(
  site: Pick<Site, 'host' | 'signal'>,
  settings: LookerSettings,
): Promise<LookerConfiguration> {
  const folder = folderOf(settings);
  const files = [
    ...new Set([`${folder}/lookerstart.cfg`, ...settings['environment-files'], ...settings['system-files']]),
  ];
  const variables = new Map<string, string>();
  let masterKeyIn: string | null = null;
  for (const file of files) {
    const found = variablesIn((await readText(site, file)) ?? '');
    if ((found.get('LKR_MASTER_KEY_ENV') ?? '') !== '') masterKeyIn ??= file;
    for (const [name, value] of found) variables.set(name, variables.get(name) ?? value);
  }
  const args = variables.get('LOOKERARGS') ?? '';
  const yaml = await readText(site, `${folder}/looker-db.yml`);
  const words = variables.get('LOOKER_DB') ?? '';
  return {
    variables,
    masterKeyIn,
    sharedStorage: /--shared-storage-dir[= ]+["']?([^\s"']+)/.exec(args)?.[1] ?? null,
    isClustered: /(^|\s)--clustered(\s|$)/.test(args),
    mysql: words !== '' ? mysqlInWords(words) : yaml !== null ? mysqlInYaml(yaml) : null,
  };
}

/** `dialect=mysql&host=…&username=…&password=…&database=…&port=…` */
function mysqlInWords(words: string): MysqlPlace {
  const said = new URLSearchParams(words);
  return place((name) => said.get(name));
}

/** Of a file of plain `key: value` lines. */
function mysqlInYaml(yaml: string): MysqlPlace {
  return place((name) => new RegExp(`^\\s*${name}:\\s*["']?([^"'\\s#]+)`, 'm').exec(yaml)?.[1] ?? null);
}

function place(read: (name: string) => string | null): MysqlPlace {
  return { host: read('host'), port: read('port'), user: read('username'), database: read('database') };
}
