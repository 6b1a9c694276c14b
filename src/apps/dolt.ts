import type { Application, Foreseen } from './application.ts';
import { planDoltBackup } from './dolt/backup.ts';
import { doltChecks } from './dolt/checks.ts';
import { planDoltRestore } from './dolt/restore.ts';
import { DOLT_SCHEMA, type DoltSettings } from './dolt/settings.ts';
import { present } from './host-look.ts';

const USUAL = ['/etc/dolt/config.yaml', '/etc/doltdb/config.yaml', '/var/lib/dolt/config.yaml'];

/** A Dolt SQL server: its databases with all that isn't committed, its users, its configuration. */
export const dolt: Application<DoltSettings> = {
  name: 'dolt',
  title: 'Dolt',
  schema: DOLT_SCHEMA,
  async detect(site) {
    const [config] = await present(site, USUAL);
    return config === undefined ? null : { config };
  },
  foresee,
  planBackup: planDoltBackup,
  planRestore: planDoltRestore,
  checks: doltChecks,
};

function foresee(settings: DoltSettings): Foreseen {
  const { config, root, keys, way, 'data-dir': data = '/DATA_DIR' } = settings;
  const cfg = settings['cfg-dir'] ?? `${data}/.doltcfg`;
  const needsVolume = way === 'volume';
  const own = root === undefined ? '/HOME' : root;
  return {
    paths: [
      ...(config === undefined ? [] : [config]),
      ...settings['environment-files'],
      data,
      `${cfg}/privileges.db`,
      `${cfg}/branch_control.db`,
      `${data}/DATABASE/.dolt/config.json`,
      `${data}/DATABASE/.dolt/repo_state.json`,
      ...(way === 'files' || needsVolume ? [`${data}/DATABASE/.dolt/noms/manifest`] : []),
      `${own}/.dolt/config_global.json`,
      ...(keys ? [`${own}/.dolt/creds`] : []),
    ],
    needsVolume,
  };
}
