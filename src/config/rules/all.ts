import { archiveNotIncremental } from './archive-not-incremental.ts';
import { busyMinute } from './busy-minute.ts';
import { copyIgnores } from './copy-ignores.ts';
import { copyToItself } from './copy-to-itself.ts';
import { drillOutOfReach } from './drill-out-of-reach.ts';
import { excludedPath } from './excluded-path.ts';
import { incompleteTarget } from './incomplete-target.ts';
import { movingTag } from './moving-tag.ts';
import { oneKey } from './one-key.ts';
import { pullRequestTarget } from './pull-request-target.ts';
import { rpoOutOfReach } from './rpo-out-of-reach.ts';
import type { Rule } from './rule.ts';
import { secretInWorkflow } from './secret-in-workflow.ts';
import { secretNotPassed } from './secret-not-passed.ts';
import { shortLock } from './short-lock.ts';
import { singlePlace } from './single-place.ts';
import { unexpandedExpression } from './unexpanded-expression.ts';
import { unfitQuiesce } from './unfit-quiesce.ts';
import { unfitVolume } from './unfit-volume.ts';
import { unknownApplication } from './unknown-application.ts';
import { unknownHost } from './unknown-host.ts';
import { unknownRetention } from './unknown-retention.ts';
import { unknownStorage } from './unknown-storage.ts';
import { unknownTarget } from './unknown-target.ts';
import { unpinnedHost } from './unpinned-host.ts';
import { unreadWorkflow } from './unread-workflow.ts';
import { unseenRuns } from './unseen-runs.ts';
import { unsentNotifications } from './unsent-notifications.ts';
import { unusedName } from './unused-name.ts';

/** Every rule of sense. One more is one more line here, and a page in docs/rules. */
export const RULES: readonly Rule[] = [
  incompleteTarget,
  unexpandedExpression,
  unknownHost,
  unknownStorage,
  unknownRetention,
  unknownApplication,
  rpoOutOfReach,
  drillOutOfReach,
  shortLock,
  archiveNotIncremental,
  excludedPath,
  singlePlace,
  oneKey,
  copyToItself,
  copyIgnores,
  unpinnedHost,
  unfitQuiesce,
  unfitVolume,
  busyMinute,
  unseenRuns,
  unusedName,
  unsentNotifications,
  secretNotPassed,
  secretInWorkflow,
  unknownTarget,
  movingTag,
  pullRequestTarget,
  unreadWorkflow,
];
