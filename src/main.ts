/** The shared bundle's entry: the stubs in dist/ call it. Each face loads only what it needs. */

/** What post has to do, some haven't. */
interface Stages {
  main(): Promise<void>;
  post?(): Promise<void>;
}

const ACTIONS = {
  audit: () => import('./actions/audit.ts'),
  backup: () => import('./actions/backup.ts'),
  'backup-host': () => import('./actions/backup-host.ts'),
  'dump-db': () => import('./actions/dump-db.ts'),
  report: () => import('./actions/report.ts'),
  plan: () => import('./actions/plan.ts'),
  retention: () => import('./actions/retention.ts'),
  restore: () => import('./actions/restore.ts'),
  'restore-verify': () => import('./actions/restore-verify.ts'),
  'validate-config': () => import('./actions/validate-config.ts'),
} satisfies Record<string, () => Promise<Stages>>;

/** Runs the command line and sets the process's exit status. */
export async function runCli(): Promise<void> {
  const { main } = await import('./cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
  leaveSoon();
}

/** Runs one stage of an action; it sets the exit status itself. */
export async function runAction(name: keyof typeof ACTIONS, stage: 'main' | 'post'): Promise<void> {
  const action: Stages = await ACTIONS[name]();
  await action[stage]?.();
  leaveSoon();
}

/** Our work is done: something that is still open (a socket that won't close) must not hold up a job for hours. */
const LEAVE_AFTER_MS = 5000;

function leaveSoon(): void {
  setTimeout(() => process.exit(), LEAVE_AFTER_MS).unref();
}
