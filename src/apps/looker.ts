import type { Application } from './application.ts';
import { present } from './host-look.ts';
import { planLookerBackup } from './looker/backup.ts';
import { lookerChecks } from './looker/checks.ts';
import { planLookerRestore } from './looker/restore.ts';
import { LOOKER_SCHEMA, type LookerSettings } from './looker/settings.ts';

/** Looker, as its customers host it. */
export const looker: Application<LookerSettings> = {
  name: 'looker',
  title: 'Looker',
  schema: LOOKER_SCHEMA,
  detect: async (site) => ((await present(site, ['/home/looker/looker/looker.jar'])).length > 0 ? {} : null),
  planBackup: planLookerBackup,
  planRestore: planLookerRestore,
  checks: lookerChecks,
};
