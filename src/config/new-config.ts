import { stringify } from 'yaml';
import type { HostSection } from '../hosts/host-section.ts';
import { parseSchedule } from '../schedule/schedule.ts';
import type { StorageSection } from './schema/storage.ts';
import type { TargetSection } from './schema/target.ts';

/** What a new `backup.yml` is made of. */
export interface NewConfig {
  readonly storage: StorageSection;
  readonly storageName: string;
  readonly host: HostSection;
  readonly hostName: string;
  readonly targets: Readonly<Record<string, TargetSection>>;
  readonly schedule: string;
  readonly timezone: string;
}

const HEAD = `# yaml-language-server: $schema=https://raw.githubusercontent.com/holdfast/holdfast/main/docs/reference/backup.schema.json
# What is backed up, where to, when, and for how long it is kept. Every key: docs/reference/backup-yml.md of Holdfast.
# Secrets are named, never written: env:NAME is a variable that the workflow sets.
`;

/** A year back, ever more thinly; nothing is removed of a target that has had no backup for long. */
const STANDARD = { 'keep-within-daily': '14d', 'keep-within-weekly': '3m', 'keep-within-monthly': '1y' };

const DRILL_EVERY = '90d';
const HOUR_MS = 3_600_000;

/** As text, with the policies and promises that most begin with. */
export function newConfigText(config: NewConfig): string {
  const rpoHours = rpoHoursOf(config);
  const value = {
    version: 1,
    defaults: {
      host: config.hostName,
      storage: config.storageName,
      schedule: config.schedule,
      timezone: config.timezone,
      rpo: `${rpoHours}h`,
      retention: 'standard',
      // Archives can't be drilled.
      ...(config.storage.archives === undefined ? { drill: { every: DRILL_EVERY } } : {}),
    },
    storage: { [config.storageName]: config.storage },
    hosts: { [config.hostName]: config.host },
    retention: { standard: { ...STANDARD, 'max-age': `${rpoHours + MORE_HOURS}h` } },
    targets: config.targets,
  };
  const yaml = stringify(value, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false });
  return `${HEAD}${yaml.replace(/\n(?=(?:defaults|storage|hosts|retention|targets):)/g, '\n\n')}`;
}

/** Before retention freezes a target that has become old, somebody had this long to see to it. */
const MORE_HOURS = 4;

/** What the schedule can keep: its longest gap, and an hour for the run and the runner's delay. */
function rpoHoursOf({ schedule, timezone }: NewConfig): number {
  const names = { cron: '`schedule`', timezone: '`timezone`' };
  return Math.ceil(parseSchedule(schedule, timezone, names).longestGapMs() / HOUR_MS) + 1;
}
