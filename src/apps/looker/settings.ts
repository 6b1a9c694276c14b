import { absolutePath, command, span, z } from '../../schema.ts';
import { HOOK_SETTINGS } from '../hooks.ts';

export const LOOKER_SCHEMA = z
  .strictObject({
    user: z.string().min(1).default('looker').describe('The account that Looker runs as.'),
    home: absolutePath().default('/home/looker').describe('Its home folder.'),
    folder: absolutePath()
      .optional()
      .describe('Where looker.jar and the start script are. Default: looker in the home folder.'),
    'system-files': z
      .array(absolutePath())
      .default(['/etc/init.d/looker', '/etc/systemd/system/looker.service', '/etc/default/looker'])
      .describe('What starts it, outside of its home; those that are there are saved.'),
    certificates: z
      .array(absolutePath())
      .default([])
      .describe('Certificates and keys signed by an authority, outside of its home.'),
    'shared-storage': absolutePath()
      .optional()
      .describe('A cluster’s shared folder. Default: as lookerstart.cfg says.'),
    ssl: z
      .boolean()
      .default(true)
      .describe('Save .ssl, which by default holds a self-signed certificate only.'),
    log: z.boolean().default(false).describe('Save log.'),
    models: z.boolean().default(false).describe('Save models, which come from git.'),
    backend: z
      .enum(['auto', 'hsqldb', 'mysql'])
      .default('auto')
      .describe('Where Looker’s own data is. auto: as its configuration says.'),
    database: z
      .string()
      .optional()
      .describe(
        'URL of the MySQL database. Default: as the configuration says, with the password in HOLDFAST_DATABASE_PASSWORD.',
      ),
    'restore-into': z
      .string()
      .optional()
      .describe('URL of the database that a restore fills, where it is another one.'),
    nodes: z.array(z.string().min(1)).default([]).describe('The other nodes of a cluster: ssh://user@host.'),
    'single-node': z
      .boolean()
      .default(false)
      .describe('It is configured as a cluster, and this is its only node.'),
    service: z
      .string()
      .min(1)
      .optional()
      .describe('systemd’s unit that runs it, such as looker: it is stopped and started by systemctl.'),
    'stop-limit': span()
      .default('2m')
      .describe('How long it may take to stop; its own stop command gives up after 30 s.'),
    'start-limit': span().default('5m').describe('How long it may take until its status says that it runs.'),
    unclean: z
      .enum(['fail', 'warn'])
      .default('fail')
      .describe('What becomes of a backup whose HSQLDB was not closed in order.'),
    'version-command': command()
      .default('java -jar looker.jar --version')
      .describe('Prints Looker’s version, run in its folder.'),
    'environment-files': z
      .array(absolutePath())
      .default(['/etc/default/looker'])
      .describe('Files of variables that it is started with.'),
    'keystore-independent': z
      .boolean()
      .default(false)
      .describe(
        'Encrypt Looker’s keys for this backup with a key of its own, so that it can be restored without the old keystore.',
      ),
    'key-to': z
      .string()
      .min(1)
      .optional()
      .describe(
        'Where that key is kept: a folder of this machine, or s3:https://host/bucket/prefix. Never with the backup.',
      ),
    'key-recipients': z.array(z.string()).default([]).describe('age public keys that it is encrypted for.'),
    'key-identity-file': z
      .string()
      .min(1)
      .optional()
      .describe('For a restore: a file with the age secret key. Default: HOLDFAST_KEY_IDENTITY.'),
    'replace-newer': z
      .boolean()
      .default(false)
      .describe('Restore although a newer version is installed, which is replaced.'),
    ...HOOK_SETTINGS,
  })
  .refine(
    (settings) =>
      !settings['keystore-independent'] ||
      (settings['key-to'] !== undefined && settings['key-recipients'].length > 0),
    'expected key-to and key-recipients with keystore-independent: the key must be kept in a place of its own, encrypted',
  );

export type LookerSettings = z.output<typeof LOOKER_SCHEMA>;

export function folderOf({ folder, home }: Pick<LookerSettings, 'folder' | 'home'>): string {
  return folder ?? `${home}/looker`;
}
