import { fromText } from '../../bytestring.ts';
import { environmentSecretsFor, secretsFor } from '../../config/needed-secrets.ts';
import type { ConfigFile } from '../../config/schema/file.ts';
import { quote } from '../../hosts/quote.ts';
import type { HostFlags } from '../flags.ts';
import type { Task } from '../task.ts';
import { HOST_VARIABLES } from './host.ts';
import type { SetupPlan } from './plan-setup.ts';
import { STORAGE_VARIABLES } from './storage.ts';

/** What a person does now: commands to paste, and comments. No secret is in them, only the files that hold one. */
export function nextSteps(
  { config, pinned: { pin, whyNot } }: Pick<SetupPlan, 'config' | 'pinned'>,
  { flags, terminal: { env } }: Pick<Task<Partial<HostFlags>>, 'flags' | 'terminal'>,
): string[] {
  const files: Readonly<Record<string, string | undefined>> = {
    [STORAGE_VARIABLES.password]: flags.passwordFile ?? (env['RESTIC_PASSWORD_FILE'] || undefined),
    [HOST_VARIABLES.identity]: flags.identity,
    [HOST_VARIABLES.passphrase]: flags.identityPassphraseFile,
    [HOST_VARIABLES.password]: flags.sshPasswordFile,
  };
  return [
    ...(whyNot === null
      ? []
      : [
          `# ${whyNot}. With COMMIT, the full SHA of a release of Holdfast:`,
          `sed -i 's/@${pin.commit} #.*/@COMMIT/' .github/workflows/*.yml`,
        ]),
    '# secrets, which the workflows name (without a file, gh asks for the value)',
    ...secretsFor(config)
      .filter(({ use }) => use === 'backup')
      .map(({ name }) => setSecret(name, files[name])),
    '# restores: in an environment whose reviewers approve them, first of all you',
    ...environment(
      config,
      'restore',
      REVIEWERS,
      'a login that may write on the host (backups need only read)',
    ),
    ...(config.retention === undefined
      ? []
      : [
          '# retention: in an environment of its own, with the only credential that may delete',
          ...environment(config, 'retention', '', 'a credential that may delete'),
        ]),
    '# a key that signs the evidence of drills; its public half stays with you',
    'openssl genpkey -algorithm ed25519 -out ~/drill-key.pem',
    'openssl pkey -in ~/drill-key.pem -pubout -out ~/drill-key.pub.pem',
    'gh secret set DRILL_SIGNING_KEY <~/drill-key.pem && rm ~/drill-key.pem',
    '# then look at what was written, and at what it means',
    'holdfast validate',
    "git add backup.yml .github/workflows && git commit -m 'Backups as code' && git push",
    '# the first backup; later ones come by the schedule',
    'gh workflow run backup.yml && gh run watch',
  ];
}

const REVIEWERS = ` -F 'reviewers[][type]=User' -F "reviewers[][id]=$(gh api user --jq .id)"`;

/** An environment whose secret only jobs of the default branch get, and the secret. */
function environment(
  config: ConfigFile,
  name: 'restore' | 'retention',
  flags: string,
  credential: string,
): string[] {
  const at = `repos/{owner}/{repo}/environments/${name}`;
  const policy = `-F 'deployment_branch_policy[protected_branches]=false' -F 'deployment_branch_policy[custom_branch_policies]=true'`;
  const branch = '"name=$(gh repo view --json defaultBranchRef --jq .defaultBranchRef.name)"';
  const secret = environmentSecretsFor(config).find((one) => one.environment === name);
  return [
    `gh api -X PUT '${at}'${flags} ${policy}`,
    `gh api -X POST '${at}/deployment-branch-policies' -f ${branch}`,
    ...(secret === undefined
      ? []
      : [
          `# its HOLDFAST_ENV, with ${secret.own.join(', ')} of ${credential}: one file for each name in ~/holdfast-${name}`,
          `${jsonOf(secret.variables, `~/holdfast-${name}`)} | gh secret set HOLDFAST_ENV --env ${name}`,
        ]),
  ];
}

/** One line of JSON out of files, as gh takes them too: without the newline at their ends. */
function jsonOf(variables: readonly string[], folder: string): string {
  const files = variables.map((name) => `--rawfile ${name} ${folder}/${name}`);
  return `jq -cn ${files.join(' ')} '$ARGS.named | map_values(rtrimstr("\\n"))'`;
}

function setSecret(name: string, file: string | undefined): string {
  return `gh secret set ${name}${file === undefined ? '' : ` <${quote(fromText(file)) as string}`}`;
}
