import { absolutePath, span, z } from '../../schema.ts';
import { HOOK_SETTINGS } from '../hooks.ts';

export const DOKKU_SCHEMA = z.strictObject({
  root: absolutePath()
    .optional()
    .describe(
      'Where applications’ repositories are (DOKKU_ROOT). Default: as /etc/default/dokku says, else /home/dokku.',
    ),
  lib: absolutePath()
    .optional()
    .describe('Where its data is (DOKKU_LIB_PATH). Default: the same, else /var/lib/dokku.'),
  'system-files': z
    .array(z.string().regex(/^\/[^\0]+$/, 'expected an absolute path'))
    .default(['/etc/default/dokku', '/etc/cron.d/dokku-*', '/etc/nginx/conf.d/*', '/etc/docker/daemon.json'])
    .describe('What belongs to it outside, `*` for any part of a name; those that are there are saved.'),
  storage: z.boolean().default(true).describe('Save storage mounts outside of its data, too.'),
  services: z
    .enum(['export', 'stop'])
    .default('export')
    .describe(
      'How datastores are saved: by their own export, or stopped and by their files. A plugin without an export is stopped.',
    ),
  'deploy-limit': span().default('15m').describe('How long to wait for a deploy that runs.'),
  'any-version': z.boolean().default(false).describe('Restore to another version of Dokku than was saved.'),
  rebuild: z.boolean().default(true).describe('For a restore: rebuild every application at its end.'),
  ...HOOK_SETTINGS,
});

export type DokkuSettings = z.output<typeof DOKKU_SCHEMA>;

/** A datastore of a plugin: `postgres`, `wiki-db`. */
export interface Service {
  readonly type: string;
  readonly name: string;
}

export interface DokkuPlaces {
  /** DOKKU_ROOT: a folder for each application. */
  readonly root: string;
  readonly lib: string;
}
