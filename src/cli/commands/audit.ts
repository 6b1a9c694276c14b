import type { Command } from 'commander';
import type { Audit } from '../../audit/audit.ts';
import { DEFAULT_CONFIG, DEFAULT_WORKFLOWS } from '../../config/defaults.ts';
import { HoldfastError } from '../../errors.ts';
import { addExamples } from '../examples.ts';
import { ExitStatus } from '../exit-status.ts';
import type { Task, TaskRunner } from '../task.ts';

interface AuditFlags {
  readonly workflows: string;
  readonly grace: string;
  readonly evidence?: string;
  readonly evidenceKey?: string;
  readonly tokenFile?: string;
  readonly githubRepository?: string;
  readonly onFindings: string;
}

export function addAuditCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('audit')
    .summary('compare what a backup.yml promises with what there is')
    .description(
      'Says which targets missed a run, are older than their RPO, lack a copy or a drill, and which workflows are disabled, failed or ' +
        'didn’t run. Repositories are only read; their passwords are taken from the variables that the file names.',
    )
    .argument('[config]', 'the file', DEFAULT_CONFIG)
    .option('--workflows <folder>', 'workflows to look at, too', DEFAULT_WORKFLOWS)
    .option('--grace <span>', 'how late a run may be', '3h')
    .option('--evidence <location>', 'evidence of drills (default: beside each repository)')
    .option('--evidence-key <file>', 'only what is signed by the Ed25519 key in a file (PEM) counts')
    .option(
      '--token-file <file>',
      'ask GitHub for runs by the token in a file (default: $GH_TOKEN, $GITHUB_TOKEN)',
    )
    .option('--github-repository <owner/name>', 'of which GitHub repository (default: $GITHUB_REPOSITORY)')
    .option(
      '--on-findings <policy>',
      'fail (exit status 3) or warn when something isn’t as it was promised',
      'fail',
    );
  addExamples(command, [
    'holdfast audit --github-repository acme/backups',
    'All of it, with the token in $GH_TOKEN',
  ]);
  runner.handle<AuditFlags>(command, run);
}

async function run(
  task: Task<AuditFlags>,
  [config = DEFAULT_CONFIG]: readonly string[],
): Promise<ExitStatus> {
  const { parseChoice } = await import('../../choice.ts');
  const onFindings = parseChoice(task.flags.onFindings, '--on-findings', ['fail', 'warn']);
  const audited = await read(task, config);
  await show(task, audited);
  const failed = audited.findings.some(({ severity }) => severity === 'error');
  return failed && onFindings === 'fail' ? ExitStatus.incomplete : ExitStatus.ok;
}

async function read(task: Task<AuditFlags>, config: string): Promise<Audit> {
  const [
    { audit },
    { readAuditedStorage },
    { readFileOf, readWorkflowsOf },
    { accessHere, storageTools },
    { parseAge },
    { evidenceKey },
  ] = await Promise.all([
    import('../../audit/audit.ts'),
    import('../../audit/read-storage.ts'),
    import('../../config/checkout.ts'),
    import('../configured-storage.ts'),
    import('../../age.ts'),
    import('../evidence-place.ts'),
  ]);
  const { flags } = task;
  const root = process.cwd();
  const nowMs = Date.now();
  const key = await evidenceKey(flags.evidenceKey);
  return audit({
    file: await readFileOf(root, config),
    workflows: await readWorkflowsOf(root, flags.workflows),
    nowMs,
    graceMs: parseAge(flags.grace, '--grace'),
    readStorage: (storage) =>
      readAuditedStorage(accessHere(task, storage), {
        evidence: flags.evidence ?? null,
        evidenceKey: key,
        nowMs,
        ...storageTools(task),
      }),
    runs: await readRuns(task),
  });
}

async function readRuns({ flags, terminal: { env }, signal }: Task<AuditFlags>) {
  const { readSecretFile } = await import('../password.ts');
  const { tokenFile } = flags;
  const token =
    tokenFile === undefined
      ? env['GH_TOKEN'] || env['GITHUB_TOKEN'] || null
      : await readSecretFile(tokenFile, 'the token');
  const named = flags.githubRepository;
  const repository = named ?? env['GITHUB_REPOSITORY'] ?? '';
  const isName = /^[\w.-]+\/[\w.-]+$/.test(repository);
  if (named !== undefined && !isName) throw cannotAsk(`${JSON.stringify(named)} is no GitHub repository`);
  if (tokenFile !== undefined && !isName) throw cannotAsk('nobody says of which GitHub repository');
  if (token === null || !isName) return null;
  const { githubRuns } = await import('../../github/workflow-runs.ts');
  return githubRuns({ repository, token, ownRef: env['GITHUB_WORKFLOW_REF'] ?? null, signal });
}

function cannotAsk(why: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot ask GitHub for runs: ${why}, expected OWNER/NAME. Give --github-repository acme/backups.`,
  );
}

async function show({ output }: Task<AuditFlags>, { findings, silenced, targets }: Audit): Promise<void> {
  const { showFindings } = await import('../show-validation.ts');
  await output.json({
    findings,
    silenced,
    targets: targets.map(({ target: { name, hostname }, lastMs, provedMs }) => ({
      target: name,
      hostname,
      lastMs,
      provedMs,
    })),
  });
  await showFindings(output, { findings, silenced });
  if (findings.length === 0) await output.line('Backups are as they were promised.');
}
