import type { Application, Foreseen } from './application.ts';
import { linesOf } from './host-look.ts';
import { planKestraBackup } from './kestra/backup.ts';
import { kestraChecks } from './kestra/checks.ts';
import { planKestraRestore } from './kestra/restore.ts';
import { KESTRA_SCHEMA, type KestraSettings } from './kestra/settings.ts';

/** Kestra, open source and Enterprise: by a compose file, by systemd, or as a plain process. */
export const kestra: Application<KestraSettings> = {
  name: 'kestra',
  title: 'Kestra',
  schema: KESTRA_SCHEMA,
  async detect(site) {
    const script = `for file in /opt/kestra/docker-compose.yml /opt/kestra/compose.yaml /srv/kestra/docker-compose.yml; do
  [ ! -e "$file" ] || { echo "$file"; exit 0; }
done; true`;
    const [compose = ''] = await linesOf(site, 'look for Kestra', script);
    return compose === '' ? null : { compose };
  },
  foresee,
  planBackup: planKestraBackup,
  planRestore: planKestraRestore,
  checks: kestraChecks,
};

function foresee({
  compose,
  overrides,
  configuration,
  plugins,
  files,
  h2,
  storage,
}: KestraSettings): Foreseen {
  const named = [compose, h2, h2 && `${h2}/database.mv.db`, storage].filter((path) => path !== undefined);
  return { paths: [...named, ...overrides, ...configuration, ...plugins, ...files], needsVolume: false };
}
