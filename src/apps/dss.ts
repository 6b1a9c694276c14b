import type { Application, Foreseen } from './application.ts';
import { planDssBackup } from './dss/backup.ts';
import { dssChecks } from './dss/checks.ts';
import { planDssRestore } from './dss/restore.ts';
import { DSS_SCHEMA, type DssSettings } from './dss/settings.ts';
import { linesOf } from './host-look.ts';

/** Dataiku DSS (design, automation, API nodes) and Govern. */
export const dss: Application<DssSettings> = {
  name: 'dss',
  title: 'Dataiku DSS',
  schema: DSS_SCHEMA,
  async detect(site) {
    // Its boot script's configuration names the data directory.
    const script = `sed -n 's/^DIP_HOME="\\{0,1\\}\\([^"]*\\).*/\\1/p' /etc/dataiku/*/dataiku-boot.conf 2>/dev/null | head -n 1; true`;
    const [folder = ''] = await linesOf(site, 'look for DSS', script);
    return folder === '' ? null : { 'data-dir': folder };
  },
  foresee,
  planBackup: planDssBackup,
  planRestore: planDssRestore,
  checks: dssChecks,
};

/** Of a data directory, what every node has. */
const NEEDED = ['bin', 'config', 'install.ini', 'dss-version.json'];

function foresee({ 'data-dir': data, certificates, database }: DssSettings): Foreseen {
  const own = [...NEEDED, ...(database === undefined ? ['databases', 'databases/NAME.mv.db'] : [])];
  return {
    paths: [data, ...own.map((name) => `${data}/${name}`), ...certificates],
    needsVolume: false,
  };
}
