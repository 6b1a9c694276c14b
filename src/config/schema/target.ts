import { applicationFields } from '../../apps/application-fields.ts';
import { quiescingFields } from '../../apps/quiesce-section.ts';
import { bucketFields } from '../../buckets/bucket-fields.ts';
import { databaseAccessFields, databaseFields } from '../../databases/database-fields.ts';
import { drillFields, restoreTimeFields } from '../../drills/drill-fields.ts';
import { fileFields } from '../../files/file-fields.ts';
import { volumeFields } from '../../files/volume/volume-fields.ts';
import { notificationsSection } from '../../notify/notification-section.ts';
import { scheduleFields } from '../../schedule/schedule-fields.ts';
import type { z } from '../../schema.ts';
import { reference, section } from '../../section.ts';
import { hookFields, runFields } from '../../settings/run-fields.ts';

/** What a target has, each of which `defaults` may say for all. What names something in the file is the file's own. */
export const targetShape = {
  ...applicationFields,
  host: reference('On which of `hosts` it is.').optional(),
  storage: reference('In which of `storage` its backups are kept.').optional(),
  'copy-to': reference('In which other repository of `storage` each snapshot is copied.').optional(),
  ...fileFields,
  ...databaseFields,
  ...bucketFields,
  ...databaseAccessFields,
  ...quiescingFields,
  ...volumeFields,
  ...hookFields,
  ...scheduleFields,
  ...restoreTimeFields,
  retention: reference(
    'By which policy of `retention` its snapshots are kept. Default: nothing is removed.',
  ).optional(),
  ...drillFields,
  notifications: notificationsSection.optional(),
  ...runFields,
};

/** One application on one host. */
export const targetSection = section(targetShape);

export type TargetSection = z.output<typeof targetSection>;
