import { absolutePath, span, z } from '../../schema.ts';
import { HOOK_SETTINGS } from '../hooks.ts';

/** What of a data directory may be left out, by the names that a user calls it. */
export const CLASSES = {
  temporary: ['tmp', 'caches', 'data-catalog'],
  logs: ['run', 'jobs', 'scenarios', 'diagnosis'],
  exports: ['exports', 'prepared_bundles', 'apinode-packages'],
  data: ['managed_datasets', 'analysis-data', 'saved_models', 'managed_folders'],
  'before-migrations': ['_pre_migration_backup_*'],
} as const;

export type DssClass = keyof typeof CLASSES;

/** A path in which `*` stands for any part of a name. */
const glob = z.string().regex(/^\/[^\0]+$/, 'expected an absolute path');

export const DSS_SCHEMA = z.strictObject({
  'data-dir': absolutePath().describe('Its data directory (DATA_DIR). For a restore: where it goes.'),
  'install-dir': absolutePath()
    .optional()
    .describe('For a restore: where DSS itself is installed (INSTALL_DIR). Default: where it was.'),
  user: z
    .string()
    .min(1)
    .optional()
    .describe('The account that it runs as. Default: who owns the data directory.'),
  'leave-out': z
    .array(z.enum(Object.keys(CLASSES) as [DssClass, ...DssClass[]]))
    .default(['temporary', 'before-migrations'])
    .describe('Which classes of files are left out: temporary, logs, exports, data, before-migrations.'),
  'system-files': z
    .array(glob)
    .default([
      '/etc/dataiku/*/dataiku-boot',
      '/etc/dataiku/*/dataiku-boot.conf',
      '/etc/systemd/system/dataiku*.service',
      '/etc/init.d/dataiku*',
      '/etc/default/dataiku*',
      '/etc/sysconfig/dataiku*',
      '/etc/dataiku-security/*',
      '/etc/sudoers.d/dataiku-dss-*',
    ])
    .describe(
      'What belongs to it outside of the data directory, `*` for any part of a name; those that are there are saved.',
    ),
  certificates: z
    .array(absolutePath())
    .default([])
    .describe('TLS files outside of it; those that install.ini names (ssl_…) are saved anyway.'),
  running: z
    .boolean()
    .default(false)
    .describe(
      'Save it while it runs: files of several moments. For a volume’s snapshot, or where it must not stop.',
    ),
  'running-jobs': z.enum(['wait', 'fail', 'go-on']).default('wait').describe('What to do when jobs run.'),
  'jobs-limit': span().default('30m').describe('How long to wait for them.'),
  'jobs-after-limit': z
    .enum(['fail', 'go-on'])
    .default('fail')
    .describe('What to do when they still run then.'),
  service: z
    .string()
    .min(1)
    .optional()
    .describe(
      'systemd’s unit that runs it (dataiku, dataiku.NAME): it is stopped and started by systemctl alone.',
    ),
  'stop-limit': span().default('5m').describe('How long it may take to stop; it is never killed.'),
  'start-limit': span().default('4m').describe('How long its backend may take to come up.'),
  database: z
    .string()
    .optional()
    .describe(
      'URL of its PostgreSQL database. Default: as its configuration says, with the password in HOLDFAST_DATABASE_PASSWORD.',
    ),
  'restore-into': z
    .string()
    .optional()
    .describe('URL of the database that a restore fills, where it is another one.'),
  integrations: z
    .array(z.enum(['R', 'hadoop', 'spark']))
    .default([])
    .describe('For a restore elsewhere: what dssadmin installs again.'),
  start: z
    .enum(['auto', 'yes', 'no'])
    .default('auto')
    .describe(
      'For a restore: whether it is started. auto: not elsewhere, where it would run all scenarios again.',
    ),
  ...HOOK_SETTINGS,
});

export type DssSettings = z.output<typeof DSS_SCHEMA>;
