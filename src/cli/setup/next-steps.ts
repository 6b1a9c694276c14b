import { fromText } from '../../bytestring.ts';
import { type NeededSecret, secretsFor } from '../../config/callers.ts';
import type { ConfigFile } from '../../config/schema/file.ts';
import { quote } from '../../hosts/quote.ts';
import type { HostFlags } from '../flags.ts';
import type { Task } from '../task.ts';
import { HOST_VARIABLES } from './host.ts';
import { STORAGE_VARIABLES } from './storage.ts';

/** What a person does now: commands to paste, and comments. No secret is in them, only the files that hold one. */
export function nextSteps(
  config: ConfigFile,
  { flags, terminal: { env } }: Pick<Task<Partial<HostFlags>>, 'flags' | 'terminal'>,
): string[] {
  const files: Readonly<Record<string, string | undefined>> = {
    [STORAGE_VARIABLES.password]: flags.passwordFile ?? (env['RESTIC_PASSWORD_FILE'] || undefined),
    [HOST_VARIABLES.identity]: flags.identity,
    [HOST_VARIABLES.passphrase]: flags.identityPassphraseFile,
    [HOST_VARIABLES.password]: flags.sshPasswordFile,
  };
  const secrets = secretsFor(config);
  return [
    '# secrets, which the workflows name (without a file, gh asks for the value)',
    ...secrets.filter(({ use }) => use === 'backup').map(({ name }) => setSecret(name, files[name])),
    ...restoreSteps(secrets),
    ...retentionSteps(config, secrets),
    '# a key that signs the evidence of drills; its public half stays with you',
    'openssl genpkey -algorithm ed25519 -out ~/drill-key.pem',
    'openssl pkey -in ~/drill-key.pem -pubout -out ~/drill-key.pub.pem',
    'gh secret set DRILL_SIGNING_KEY <~/drill-key.pem && rm ~/drill-key.pem',
    '# then look at what was written, and at what it means',
    'holdfast validate',
    'git add backup.yml .github/workflows',
  ];
}

function restoreSteps(secrets: readonly NeededSecret[]): string[] {
  const own = secrets.filter(({ use }) => use === 'restore');
  return [
    '# restores: in an environment whose reviewers approve them, first of all you',
    `${environment('restore')} -F 'reviewers[][type]=User' -F "reviewers[][id]=$(gh api user --jq .id)"`,
    ...(own.length === 0 ? [] : ['# with a login that may write on the host (backups need only read)']),
    ...own.map(({ name }) => setSecret(name, undefined)),
  ];
}

function retentionSteps(config: ConfigFile, secrets: readonly NeededSecret[]): string[] {
  if (config.retention === undefined) return [];
  const own = secrets.filter(({ use }) => use === 'retention');
  return [
    '# retention: in an environment of its own, with the only credential that may delete',
    environment('retention'),
    ...own.map(({ name }) => `${setSecret(name, undefined)} --env retention`),
  ];
}

function environment(name: string): string {
  return `gh api -X PUT 'repos/{owner}/{repo}/environments/${name}'`;
}

function setSecret(name: string, file: string | undefined): string {
  return `gh secret set ${name}${file === undefined ? '' : ` <${quote(fromText(file)) as string}`}`;
}
