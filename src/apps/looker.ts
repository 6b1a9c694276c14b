import type { Application, Foreseen } from './application.ts';
import { present } from './host-look.ts';
import { planLookerBackup } from './looker/backup.ts';
import { lookerChecks } from './looker/checks.ts';
import { planLookerRestore } from './looker/restore.ts';
import { folderOf, LOOKER_SCHEMA, type LookerSettings } from './looker/settings.ts';

/** Looker, as its customers host it. */
export const looker: Application<LookerSettings> = {
  name: 'looker',
  title: 'Looker',
  schema: LOOKER_SCHEMA,
  detect: async (site) => ((await present(site, ['/home/looker/looker/looker.jar'])).length > 0 ? {} : null),
  foresee,
  planBackup: planLookerBackup,
  planRestore: planLookerRestore,
  checks: lookerChecks,
};

function foresee(settings: LookerSettings): Foreseen {
  const { backend, certificates, models, ssl, 'shared-storage': shared } = settings;
  const folder = folderOf(settings);
  const database = ['script', 'properties', 'lobs'].map((end) => `${folder}/.db/looker.${end}`);
  return {
    paths: [
      ...[folder, `${folder}/looker`, `${folder}/looker.jar`],
      ...(backend === 'mysql' ? [] : database),
      ...(models ? [`${folder}/models`] : []),
      ...(ssl ? [`${folder}/.ssl`] : []),
      ...certificates,
      ...(shared === undefined ? [] : [shared]),
    ],
    needsVolume: false,
  };
}
