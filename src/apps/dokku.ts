import { fromText } from '../bytestring.ts';
import { quote } from '../hosts/quote.ts';
import type { Application, ApplicationRecord, Foreseen } from './application.ts';
import { type Check, commandCheck, IS_SHELL, scriptCheck } from './check.ts';
import { planDokkuBackup } from './dokku/backup.ts';
import { planDokkuRestore } from './dokku/restore.ts';
import { DOKKU_SCHEMA, type DokkuSettings } from './dokku/settings.ts';
import { followed } from './follow-links.ts';
import { GIT_FSCK } from './git-check.ts';
import { present } from './host-look.ts';

/** Dokku: its applications' repositories and configuration, plugins and datastores. */
export const dokku: Application<DokkuSettings> = {
  name: 'dokku',
  title: 'Dokku',
  schema: DOKKU_SCHEMA,
  detect: async (site) =>
    (await present(site, ['/home/dokku/VERSION', '/var/lib/dokku/plugins'])).length > 0 ? {} : null,
  foresee,
  planBackup: planDokkuBackup,
  planRestore: planDokkuRestore,
  checks: dokkuChecks,
};

function foresee({ root = '/home/dokku', lib = '/var/lib/dokku' }: DokkuSettings): Foreseen {
  const below = ['config', 'data', 'services', 'plugins'].map((name) => `${lib}/${name}`);
  return { paths: [root, `${root}/APP/ENV`, `${root}/APP/HEAD`, ...below], needsVolume: false };
}

function dokkuChecks(_: DokkuSettings, { facts }: ApplicationRecord): readonly Check[] {
  const lib = facts['lib'] ?? '/var/lib/dokku';
  const at = (path: string) => quote(fromText(followed(facts, path)));
  const places = `root_folder="$root"${at(facts['root'] ?? '/home/dokku')}
services="$root"${at(`${lib}/services`)} plugins="$root"${at(`${lib}/plugins`)}
proved=0
`;
  const file = (name: string, title: string, script: string) =>
    scriptCheck({ name, title, needs: 'files' }, `${places}${script}\necho $proved`);
  const hasServices = `${facts['exported'] ?? '[]'}${facts['stopped'] ?? '[]'}` !== '[][]';
  return [
    file('repositories', 'Git finds no fault in the applications’ repositories', REPOSITORIES),
    file('environments', 'Every application’s ENV is a shell’s', ENVIRONMENTS),
    ...(hasServices ? [file('services', 'Every service says what it runs', SERVICES)] : []),
    file('plugins', 'The plugins are there', PLUGINS),
    commandCheck(
      { name: 'apps', title: 'Dokku knows its applications', needs: 'software' },
      'dokku apps:list',
    ),
  ];
}

const REPOSITORIES = `${GIT_FSCK}for head in "$root_folder"/*/HEAD; do
  [ -e "$head" ] || continue
  git_fsck "\${head%/HEAD}" || { echo "git finds faults in \${head%/HEAD}"; exit 1; }
  proved=$((proved + 1))
done`;

const ENVIRONMENTS = `${IS_SHELL}for env in "$root_folder"/*/ENV; do
  [ -e "$env" ] || continue
  is_shell "$env" || exit 1
  proved=$((proved + 1))
done`;

/** Memcached's, Elasticsearch's and others have no password; of those that do, none starts without it. */
const SERVICES = `for service in "$services"/*/*/; do
  [ -d "$service" ] || continue
  case \${service#"$services"/} in
    postgres/* | mysql/* | mariadb/* | mongo/* | redis/* | couchdb/* | rabbitmq/* | clickhouse/* | nats/*) needs='IMAGE IMAGE_VERSION PASSWORD' ;;
    *) needs='IMAGE IMAGE_VERSION' ;;
  esac
  for name in $needs; do [ -s "$service$name" ] || { echo "$service has no $name"; exit 1; }; done
  proved=$((proved + 1))
done`;

const PLUGINS = `for plugin in "$plugins"/available/*/; do
  [ ! -e "$plugin/plugin.toml" ] || proved=$((proved + 1))
done`;
