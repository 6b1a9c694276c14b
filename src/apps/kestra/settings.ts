import { checkLocation } from '../../backends/location.ts';
import { absolutePath, command, span, z } from '../../schema.ts';
import { HOOK_SETTINGS } from '../hooks.ts';

/** A name that becomes a word of a command. */
const name = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@:-]*$/, 'expected a name');

/** s3:https://host/bucket/prefix */
const bucketUrl = z
  .string()
  .regex(/^s3:/, 'expected s3:https://host/bucket/prefix')
  .refine((url) => isLocation(url), 'expected s3:https://host/bucket/prefix');

function isLocation(url: string): boolean {
  try {
    checkLocation(url);
    return true;
  } catch {
    return false;
  }
}

export const KESTRA_SCHEMA = z
  .strictObject({
    compose: absolutePath().optional().describe('The compose file that runs it.'),
    overrides: z
      .array(absolutePath())
      .default([])
      .describe('Compose files that are merged into it, in their order.'),
    project: name.optional().describe('The compose project, where it isn’t named as its folder.'),
    services: z
      .array(name)
      .default(['kestra'])
      .describe(
        'Its services in the compose file, in the order in which they are stopped: executor, scheduler, worker, webserver. The database is none of them.',
      ),
    docker: absolutePath()
      .or(name)
      .default('docker')
      .describe('The program of the container engine, as a user of the host calls it.'),
    units: z
      .array(name)
      .default([])
      .describe('systemd’s units that run it, in the order in which they are stopped.'),
    'pid-file': absolutePath()
      .optional()
      .describe('Of a plain process: the file that holds its number. It is written when it is started.'),
    'start-command': command()
      .optional()
      .describe('Of a plain process: the program that runs it, with its words, as a shell takes them.'),
    'log-file': absolutePath()
      .default('/dev/null')
      .describe('Of a plain process: where what it prints goes.'),
    user: z
      .string()
      .min(1)
      .default('root')
      .describe('Of a plain process, and of command: the account that it runs as.'),
    health: z
      .string()
      .regex(/^https?:\/\/[^\s'"]+$/, 'expected http://HOST:PORT/health')
      .optional()
      .describe(
        'Its health as the host sees it, such as http://127.0.0.1:8081/health: started is only what says UP there.',
      ),
    'stop-limit': span()
      .default('5m30s')
      .describe('How long it may take to stop: its own grace for tasks is 5 minutes.'),
    'start-limit': span().default('4m').describe('How long it may take to come up.'),
    configuration: z
      .array(absolutePath())
      .default([])
      .describe(
        'Files of its configuration, with its secret keys: they are saved, and read for what follows.',
      ),
    plugins: z.array(absolutePath()).default([]).describe('Folders of plugins.'),
    files: z
      .array(absolutePath())
      .default([])
      .describe('What else belongs to it: files of SECRET_ variables, units, certificates.'),
    backend: z
      .enum(['auto', 'postgresql', 'mysql', 'h2', 'elasticsearch'])
      .default('auto')
      .describe('Where its data is. auto: as its configuration says.'),
    database: z
      .string()
      .optional()
      .describe(
        'URL of its PostgreSQL or MySQL database. Default: as the configuration says, with the password in HOLDFAST_DATABASE_PASSWORD.',
      ),
    search: z
      .string()
      .optional()
      .describe(
        'With elasticsearch: URL of the cluster with a registered snapshot repository: opensearch://user@host:9200/backups.',
      ),
    h2: absolutePath().optional().describe('With h2: the folder that holds database.mv.db.'),
    queue: z
      .enum(['auto', 'database', 'kafka'])
      .default('auto')
      .describe('Where its queue is. auto: as its configuration says.'),
    storage: absolutePath()
      .optional()
      .describe('Internal storage in a folder of the host. Default: as the configuration says.'),
    bucket: bucketUrl
      .optional()
      .describe('Internal storage in a bucket: s3:https://host/bucket/prefix. It is saved object by object.'),
    metadata: z
      .enum(['none', 'full', 'tenant'])
      .default('none')
      .describe(
        'Enterprise edition: make its own backup of metadata first, of all or of one tenant, and save that, too.',
      ),
    tenant: name.optional().describe('Which tenant, with metadata=tenant.'),
    'include-data': z
      .boolean()
      .default(false)
      .describe('With metadata: executions and logs as well (Kestra 0.22 and newer).'),
    command: command()
      .optional()
      .describe(
        'How its command line is called where no compose file runs it: /opt/kestra/kestra, with what it needs to find its configuration.',
      ),
    'check-uris': z
      .boolean()
      .default(true)
      .describe('Look whether the files that executions name are in the internal storage.'),
    'running-executions': z
      .enum(['go-on', 'wait', 'fail'])
      .default('go-on')
      .describe('What to do when executions run: Kestra takes them up again when it is started.'),
    'executions-limit': span().default('30m').describe('How long to wait for them; then it fails.'),
    'restore-into': z
      .array(z.string())
      .default([])
      .describe('Databases that dumps go back into, where they are others than they were taken from.'),
    'restore-bucket': bucketUrl
      .optional()
      .describe('For a restore: the bucket that internal storage goes into, where it is another one.'),
    'replace-objects': z
      .boolean()
      .default(false)
      .describe(
        'For a restore: replace objects that are others than were saved, in a bucket that keeps versions.',
      ),
    'restore-metadata': z
      .enum(['auto', 'yes', 'no'])
      .default('auto')
      .describe('For a restore: give Kestra its own backup of metadata. auto: with a queue in Kafka.'),
    'to-tenant': name.optional().describe('For that: into another tenant.'),
    'restore-queue': z
      .enum(['auto', 'sys-ee', 'sys', 'no'])
      .default('auto')
      .describe(
        'For a restore: fill a fresh Kafka from the repository by this command of Kestra’s. auto: sys-ee, with a queue in Kafka.',
      ),
    'any-version': z
      .boolean()
      .default(false)
      .describe('Restore also where an older version is installed than was saved.'),
    start: z
      .enum(['auto', 'yes', 'no'])
      .default('auto')
      .describe(
        'For a restore: whether it is started. auto: not on another host, where it would fire the schedules that it missed.',
      ),
    ...HOOK_SETTINGS,
  })
  .refine(
    ({ compose, units, 'pid-file': pidFile }) =>
      [compose !== undefined, units.length > 0, pidFile !== undefined].filter(Boolean).length === 1,
    'expected one of compose, units and pid-file: how it is run',
  )
  .refine(
    ({ 'pid-file': pidFile, 'start-command': start }) => (pidFile === undefined) === (start === undefined),
    'expected both pid-file and start-command, or neither',
  )
  .refine(({ services }) => services.length > 0, 'expected a service')
  .refine(
    ({ metadata, tenant }) => (metadata === 'tenant') === (tenant !== undefined),
    'expected tenant with metadata=tenant, and only then',
  )
  .refine(
    ({ metadata, compose, command: cli }) =>
      metadata === 'none' || compose !== undefined || cli !== undefined,
    'expected command with metadata: how Kestra’s command line is called',
  )
  .refine(
    ({ storage, bucket }) => storage === undefined || bucket === undefined,
    'expected internal storage in a folder or in a bucket, not both',
  );

export type KestraSettings = z.output<typeof KESTRA_SCHEMA>;
