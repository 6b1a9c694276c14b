import { absolutePath, command, span, z } from '../../schema.ts';
import { HOOK_SETTINGS } from '../hooks.ts';

/** How the databases get into the snapshot. */
export const WAYS = ['backup', 'named-backup', 'push', 'files', 'volume'] as const;

export type Way = (typeof WAYS)[number];

/** A path in which `*` stands for any part of a name. */
const glob = z.string().regex(/^\/[^\0]+$/, 'expected an absolute path');

export const DOLT_SCHEMA = z
  .strictObject({
    config: absolutePath()
      .optional()
      .describe('The server’s YAML file. Without one, the other options say where things are.'),
    'data-dir': absolutePath()
      .optional()
      .describe(
        'Where the databases are. Default: the data_dir of the YAML file. For a restore: where they go.',
      ),
    'cfg-dir': absolutePath()
      .optional()
      .describe(
        'Where users and branch control are. Default: as the YAML file says, else .doltcfg in data-dir.',
      ),
    root: absolutePath()
      .optional()
      .describe(
        'The folder whose .dolt holds what is the account’s (DOLT_ROOT_PATH). Default: as the environment files say, else its home.',
      ),
    'environment-files': z
      .array(absolutePath())
      .default([])
      .describe('Files of variables that the server is started with, and that its YAML file names.'),
    'system-files': z
      .array(glob)
      .default(['/etc/systemd/system/dolt*', '/etc/default/dolt*', '/etc/sysconfig/dolt*'])
      .describe('What starts it, `*` for any part of a name; those that are there are saved.'),
    keys: z
      .boolean()
      .default(true)
      .describe('Save private keys, too: the creds of the account, and TLS keys that the YAML file names.'),
    user: z.string().min(1).optional().describe('The account that it runs as. Default: who owns data-dir.'),
    server: z
      .string()
      .regex(
        /^dolt:\/\/([^@/?#:]+@)?[^@/?#]*\/?(\?((password-env|tls)=[^&]*(&|$))*)?$/,
        'expected dolt://USER@HOST:PORT, with password-env= and tls= alone',
      )
      .optional()
      .describe(
        'Where the running server is, and as which administrator: dolt://root@127.0.0.1:3306. Default: as the YAML file says, as root.',
      ),
    bin: absolutePath().optional().describe('The folder of the program dolt. Default: as PATH has it.'),
    way: z
      .enum(WAYS)
      .default('backup')
      .describe('How the databases are saved: backup, named-backup, push, files (it is stopped), volume.'),
    staging: absolutePath()
      .default('/var/backups/dolt')
      .describe('With way=backup: the folder in which each database keeps one backup of Dolt’s own.'),
    'check-room': z
      .boolean()
      .default(true)
      .describe('Refuse where a disk has less room than the databases take.'),
    'backup-name': z
      .string()
      .min(1)
      .optional()
      .describe('With way=named-backup: the name by which each database knows its backup.'),
    push: z
      .array(z.string().regex(/^[^/\0]+(\/[^\0]+)?$/, 'expected REMOTE or REMOTE/BRANCH'))
      .default([])
      .describe('Remotes to push to before it is saved: REMOTE (every branch) or REMOTE/BRANCH.'),
    'work-folder': absolutePath()
      .default('/var/tmp')
      .describe('Where a restore unpacks a backup before the server sees it.'),
    service: z
      .string()
      .min(1)
      .optional()
      .describe('systemd’s unit that runs it: it is stopped and started by systemctl.'),
    stop: z.array(command()).default([]).describe('Without a unit: shell commands that stop it.'),
    start: z.array(command()).default([]).describe('Without a unit: shell commands that start it.'),
    status: command()
      .optional()
      .describe(
        'Says whether it runs: exit status 0, it does; 3, it is stopped. Default: by the process that it notes in data-dir.',
      ),
    'stop-limit': span().default('2m').describe('How long it may take to stop; it is never killed.'),
    'start-limit': span().default('2m').describe('How long it may take to come up.'),
    ...HOOK_SETTINGS,
  })
  .refine(
    ({ config, 'data-dir': data }) => config !== undefined || data !== undefined,
    'expected config or data-dir',
  )
  .refine(
    ({ stop, start }) => (stop.length === 0) === (start.length === 0),
    'expected both stop and start, or neither: what is stopped must be started again',
  )
  .refine(
    ({ service, stop }) => service === undefined || stop.length === 0,
    'expected service, or stop and start: it is stopped in one way',
  )
  .refine(
    ({ way, service, stop }) => way !== 'files' || service !== undefined || stop.length > 0,
    'expected service, or stop and start, with way=files: the files of a running server are no backup',
  )
  .refine(
    ({ way, 'backup-name': name }) => (way === 'named-backup') === (name !== undefined),
    'expected backup-name with way=named-backup, and with nothing else',
  )
  .refine(({ way, push }) => way !== 'push' || push.length > 0, 'expected push with way=push: the remote');

export type DoltSettings = z.output<typeof DOLT_SCHEMA>;
