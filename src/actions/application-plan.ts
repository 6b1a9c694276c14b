import type { ConfiguredApplication } from '../apps/applications.ts';
import { parseStopSpans } from '../apps/quiesce-words.ts';
import { commandsInput, textInput } from '../github/inputs.ts';
import type { Host } from '../hosts/host.ts';
import type { BackupOptions } from '../operations/backup/options.ts';
import { refuseContainer, refuseOtherStop, withPlan } from '../operations/backup/planned-backup.ts';
import { parseApplication } from '../settings/application.ts';
import { connect, type HostAccess } from './access.ts';
import { applicationWords, showApplicationWord, siteOn } from './application-inputs.ts';
import { holder } from './quiesce-inputs.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** The application that is to be saved; null: none. @throws HoldfastError bad-input. */
export function readApplication(): ConfiguredApplication | null {
  const application = parseApplication(applicationWords(), showApplicationWord);
  if (application === null) return null;
  const others = ['stop', 'start', 'status'].filter((name) => commandsInput(name).length > 0);
  refuseOtherStop(
    others.map((name) => `the input \`${name}\``),
    'the input `app`',
  );
  return application;
}

/** `options` with all that the application's profile says of the host. */
export async function planApplication<O extends BackupOptions>(
  { application, options }: { application: ConfiguredApplication; options: O },
  { access, host }: { access: HostAccess; host: Host },
  tools: StageTools,
): Promise<O> {
  const spans = parseStopSpans(
    { lease: textInput('lease'), maxQuiesce: textInput('max-quiesce') },
    (word) => `the input \`${word}\``,
  );
  const site = siteOn(access, host, tools);
  const plan = await application.planBackup(site);
  if (access.options.container !== undefined) refuseContainer(plan, 'the input `container`');
  if (plan.nodes.length > 0) unfinished.nodes(plan.nodes.map(({ address }) => address));
  const reach = (signal: AbortSignal) => connect(access, { ...tools, signal });
  return withPlan(options, plan, { site, stop: { ...spans, holder: holder(), connect: reach } });
}
