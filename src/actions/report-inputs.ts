import type { VerifyingKeys } from '../drills/dsse.ts';
import { HoldfastError } from '../errors.ts';
import { booleanInput, choiceInput, listInput, selectionInput, textInput } from '../github/inputs.ts';
import type { Configured } from '../report/configured.ts';
import { expectedBy } from '../report/expectations.ts';
import type { ReportSettings } from '../report/facts.ts';
import { parseAge, parseExpectations } from '../report/parse-expectations.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { isEmptyPolicy } from '../retention/policy.ts';
import { policyText } from '../retention/policy-text.ts';
import { splitTags } from '../settings/tags.ts';
import { unlocked } from '../settings/unlocked.ts';
import { maskStorageSecrets, type RepositoryAccess, readRepositoryAccess } from './access.ts';
import type { ArchivesPlace } from './archives.ts';
import { readCopyTo } from './copy-to.ts';
import { readEvidenceKey } from './evidence-inputs.ts';
import { readPolicyInputs } from './policy-inputs.ts';
import { readStorageInputs } from './storage-inputs.ts';

export interface ReportInputs {
  readonly repositories: readonly RepositoryAccess[];
  readonly archives: ArchivesPlace | null;
  readonly filter: SnapshotFilter;
  /** Where evidence on the first repository lies; null: beside it. */
  readonly evidence: string | null;
  readonly evidenceKey: VerifyingKeys | null;
  readonly settings: Pick<ReportSettings, 'periodMs' | 'expectations' | 'isExpected' | 'policy'>;
  /** Null: no configuration is named. */
  readonly configured: Configured | null;
  readonly deep: boolean;
  /** Null: a file of the job's own folder. */
  readonly html: string | null;
  readonly metrics: string | null;
  readonly onUnprotected: 'fail' | 'warn';
}

const shown = (word: string) => `the input \`${word}\``;

/** @throws HoldfastError bad-input, before anything is opened. */
export async function readReportInputs(): Promise<ReportInputs> {
  const archives = textInput('archives');
  const filter = readFilter();
  const settings = readSettings(filter);
  const configured = await readConfigured();
  const isByInputs = [archives, textInput('repository'), textInput('copy-to')].some((one) => one !== null);
  const [html, metrics] = [textInput('html'), textInput('metrics')];
  const onUnprotected = choiceInput('on-unprotected', ['fail', 'warn']);
  return {
    repositories: configured !== null && !isByInputs ? [] : await readRepositories(archives),
    archives: archives === null ? null : readArchives(archives),
    filter,
    configured,
    evidence: textInput('evidence'),
    evidenceKey: readEvidenceKey(),
    settings,
    deep: !booleanInput('shallow'),
    ...{ html, metrics, onUnprotected },
  };
}

function readFilter() {
  return {
    hosts: selectionInput('host'),
    target: textInput('of'),
    tags: selectionInput('tags').map((list) => splitTags([list])),
    paths: selectionInput('paths'),
  };
}

/** @throws HoldfastError bad-input. */
async function readConfigured(): Promise<Configured | null> {
  const config = textInput('config');
  if (config === null) return null;
  const [{ configuredIn }, { readFileOf }] = await Promise.all([
    import('../report/configured.ts'),
    import('../config/checkout.ts'),
  ]);
  return configuredIn(await readFileOf(process.env['GITHUB_WORKSPACE'] || process.cwd(), config));
}

/** The one that backups are made into, and the one that they are copied to. */
async function readRepositories(archives: string | null): Promise<RepositoryAccess[]> {
  const named = textInput('repository') ?? process.env['RESTIC_REPOSITORY'] ?? '';
  if (named === '' && archives !== null) {
    if (textInput('copy-to') === null) return [];
    throw new HoldfastError(
      'bad-input',
      'Cannot use the input `copy-to` without `repository`: expected the first repository, too.',
    );
  }
  const first = { ...(await readRepositoryAccess()), init: false };
  const second = readCopyTo(first);
  return second === null ? [first] : [first, { ...second, cache: null }];
}

function readArchives(location: string): ArchivesPlace {
  maskStorageSecrets();
  return { location, s3: unlocked(readStorageInputs()) };
}

function readSettings(filter: SnapshotFilter): ReportInputs['settings'] {
  const rules = readPolicyInputs(shown);
  const given = { rpo: listInput('rpo'), rto: listInput('rto'), provedWithin: listInput('proved-within') };
  return {
    periodMs: parseAge(textInput('period') ?? '30d', shown('period')),
    expectations: parseExpectations(given, shown),
    isExpected: expectedBy(filter),
    policy: isEmptyPolicy(rules) ? null : { rules, text: policyText(rules) },
  };
}
