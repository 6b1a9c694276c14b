import { HoldfastError } from '../errors.ts';
import { booleanInput, choiceInput, listInput, selectionInput, textInput } from '../github/inputs.ts';
import type { ForgetOptions, SelectionOptions } from '../operations/forget/options.ts';
import { pruneAfterForget } from '../progress/prune-after-forget.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { parseDespite, parseLimits } from '../retention/policy-words.ts';
import { pruneOptions } from '../settings/prune.ts';
import { parseRetentionGroupBy, requireLocksThatLast } from '../settings/retention.ts';
import { splitTags } from '../settings/tags.ts';
import { unlocked } from '../settings/unlocked.ts';
import { maskStorageSecrets, type RepositoryAccess, readRepositoryAccess } from './access.ts';
import type { ArchivesPlace } from './archives.ts';
import { readPolicyInputs } from './policy-inputs.ts';
import { readStorageInputs } from './storage-inputs.ts';

interface OfRepository {
  readonly kind: 'repository';
  readonly repository: RepositoryAccess;
  readonly options: ForgetOptions;
}

interface OfArchives {
  readonly kind: 'archives';
  readonly archives: ArchivesPlace;
  readonly options: SelectionOptions;
}

export type RetentionInputs = (OfRepository | OfArchives) & { readonly onFrozen: 'fail' | 'warn' };

const DEFAULT_GROUP_BY = 'target';

/** @throws HoldfastError bad-input, before anything is opened. */
export async function readRetentionInputs(): Promise<RetentionInputs> {
  const onFrozen = choiceInput('on-frozen', ['fail', 'warn']);
  const location = textInput('archives');
  if (location !== null)
    return { kind: 'archives', archives: readArchives(location), onFrozen, options: readSelection() };
  const repository = await readRepositoryAccess();
  const pruning = readPruning();
  const selection = readSelection();
  requireLocksThatLast(repository.s3?.objectLock, selection, shownInput);
  const options = {
    ...selection,
    release: listInput('release'),
    noLock: false,
    retryLockMs: repository.retryLockMs,
    extendLocks: repository.s3?.objectLock !== undefined,
    prune: booleanInput('prune') ? pruneAfterForget(pruning) : null,
  };
  return { kind: 'repository', repository, onFrozen, options };
}

/** What a repository alone has. `retry-lock` and `no-cache` have defaults. */
const IGNORED_TEXTS = [
  'repository',
  'password',
  'release',
  'max-unused',
  'max-repack-size',
  'cache-dir',
  'evidence',
  'evidence-key',
] as const;

/** @throws HoldfastError bad-input for inputs of which one would be ignored. */
function readArchives(location: string): ArchivesPlace {
  const ignored =
    IGNORED_TEXTS.find((name) => textInput(name) !== null) ?? (booleanInput('prune') ? 'prune' : undefined);
  if (ignored !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use both the inputs \`archives\` and \`${ignored}\`: archives are in no repository, which alone has a password, locks and data to prune. Leave out one of them.`,
    );
  }
  if (location === 'artifact:' && textInput('artifact-token') === null) {
    throw new HoldfastError(
      'bad-input',
      'Cannot remove artifacts without the input `artifact-token`: only those of this run are seen then, expected those of ' +
        'all runs. Give `github.token`, with `permissions: actions: write`.',
    );
  }
  maskStorageSecrets();
  return { location, s3: unlocked(readStorageInputs()) };
}

function readSelection(): SelectionOptions {
  const limits: Readonly<Record<string, string | null>> = {
    'max-age': textInput('max-age'),
    'shrunken-below': textInput('shrunken-below'),
  };
  return {
    specs: [],
    filter: readFilter(),
    policy: readPolicyInputs(shownInput),
    groupBy: parseRetentionGroupBy(textInput('group-by') ?? DEFAULT_GROUP_BY, shownInput('group-by')),
    limits: parseLimits((word) => limits[word] ?? null, shownInput),
    despite: parseDespite(listInput('despite'), shownInput('despite')),
    allowRemoveAll: false,
    dryRun: booleanInput('dry-run'),
  };
}

function shownInput(word: string): string {
  return `the input \`${word}\``;
}

function readFilter(): SnapshotFilter {
  return {
    hosts: selectionInput('host'),
    target: textInput('of'),
    tags: selectionInput('tags').map((list) => splitTags([list])),
    paths: selectionInput('paths'),
  };
}

/** What prune is told: the rest is as restic has it. @throws HoldfastError bad-input. */
function readPruning() {
  const settings = {
    maxUnused: textInput('max-unused'),
    maxRepackSize: textInput('max-repack-size'),
    repackSmallerThan: null,
    repackCacheableOnly: false,
    repackUncompressed: false,
  };
  return pruneOptions(settings, shownInput);
}
