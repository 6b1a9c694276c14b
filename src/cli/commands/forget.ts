import type { Command } from 'commander';
import { formatCounted } from '../../amounts.ts';
import { addExamples } from '../examples.ts';
import type { ExitStatus } from '../exit-status.ts';
import { addForgetFlags, type ForgetFlags, refuseOfPolicyWithIds } from '../forget-flags.ts';
import { type AboutCommand, addNotifyFlags, type NotifyFlags } from '../notify-flags.ts';
import type { Task, TaskRunner } from '../task.ts';
import { told } from '../told.ts';

const ABOUT: AboutCommand = {
  action: 'Retention',
  isOfAHost: false,
  ifNotWell: 'incomplete',
  byEnvironment: false,
};

export function addForgetCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('forget')
    .summary('remove snapshots, by a policy or by their IDs')
    .description(
      'Removes snapshots that a policy (one or more --keep-… flags) does not keep, or that are named. What they held is ' +
        'removed by prune. The newest complete snapshot of each target stays, whatever the policy; a target about which ' +
        'something is odd is frozen: nothing of it is removed.',
    )
    .argument('[snapshot...]', 'remove these: IDs, their beginnings, or latest');
  addForgetFlags(command);
  addNotifyFlags(command, ABOUT);
  addExamples(
    command,
    [
      'holdfast forget --keep-daily 7 --keep-weekly 5 --keep-monthly 12 --dry-run',
      'What a policy would do, and why',
    ],
    [
      'holdfast forget --group-by target --keep-within-daily 14d --keep-within-monthly 2y --max-age 30h',
      'A policy for each application, unless its last backup is missing',
    ],
    ['holdfast forget 1a2b3c4d', 'One snapshot'],
    [
      'holdfast forget --archives /srv/archives --group-by target --keep-last 2 --keep-yearly 10',
      'The same of archives',
    ],
  );
  command.hook('preAction', () => refuseOfPolicyWithIds(command));
  runner.handle<ForgetFlags & NotifyFlags>(command, told(ABOUT, run));
}

async function run(task: Task<ForgetFlags>, specs: readonly string[]): Promise<ExitStatus> {
  const { archives } = task.flags;
  if (archives === undefined) return forgetSnapshots(task, specs);
  const { forgetArchivesIn } = await import('../forget-archives.ts');
  return forgetArchivesIn(task, specs, archives);
}

async function forgetSnapshots(task: Task<ForgetFlags>, specs: readonly string[]): Promise<ExitStatus> {
  const [
    { withRepository },
    { forgetOptions },
    { forget },
    { kindOf },
    { showForget },
    { endForget },
    { policyText },
    { parseChoice },
    { snapshotJson },
    { drilledSnapshots },
  ] = await Promise.all([
    import('../session.ts'),
    import('../forget-options.ts'),
    import('../../operations/forget.ts'),
    import('../../operations/forget/options.ts'),
    import('../show-forget.ts'),
    import('../end-forget.ts'),
    import('../../retention/policy-text.ts'),
    import('../../choice.ts'),
    import('../snapshot-json.ts'),
    import('../evidence-place.ts'),
  ]);
  const { flags, output, reporter, terminal } = task;
  const options = forgetOptions(flags, specs, terminal.env);
  const onFrozen = parseChoice(flags.onFrozen, '--on-frozen', ['fail', 'warn']);
  // Before a password is asked for.
  if (kindOf(options) !== 'named') output.note(`Policy: ${policyText(options.policy)}`);
  const verified = await drilledSnapshots(task);
  let removed = 0;
  const onRemoved = () => void removed++;
  const result = await withRepository(task, 'none', ({ repository, signal }) =>
    forget(repository, { ...options, verified, onRemoved }, reporter, signal),
  ).catch((error: unknown) => {
    if (removed > 0) reporter.onWarning(`${formatCounted(removed, 'snapshot')} had been removed by then.`);
    throw error;
  });
  const compact = flags.compact ?? false;
  await showForget(output, result, { compact, json: ({ stored }) => snapshotJson(stored) });
  return endForget(task, result, onFrozen);
}
