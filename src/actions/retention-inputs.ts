import { booleanInput, choiceInput, listInput, textInput } from '../github/inputs.ts';
import type { ForgetOptions } from '../operations/forget/options.ts';
import { pruneAfterForget } from '../progress/prune-after-forget.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { pruneOptions } from '../settings/prune.ts';
import {
  parseDespite,
  parseLimits,
  parsePolicy,
  parseRetentionGroupBy,
  type RetentionWord,
} from '../settings/retention.ts';
import { splitTags } from '../settings/tags.ts';
import { type RepositoryAccess, readRepositoryAccess } from './access.ts';

export interface RetentionInputs {
  readonly repository: RepositoryAccess;
  readonly options: ForgetOptions;
  readonly onFrozen: 'fail' | 'warn';
}

const DEFAULT_GROUP_BY = 'target';

/** @throws HoldfastError bad-input, before anything is opened. */
export async function readRetentionInputs(): Promise<RetentionInputs> {
  const repository = await readRepositoryAccess();
  const onFrozen = choiceInput('on-frozen', ['fail', 'warn']);
  return {
    repository,
    onFrozen,
    options: { ...readOptions(repository.retryLockMs), extendLocks: repository.s3?.objectLock !== undefined },
  };
}

function readOptions(retryLockMs: number): ForgetOptions {
  const words = readWords();
  const given = (word: RetentionWord) => words[word];
  const show = (word: string) => `the input \`${word}\``;
  const pruning = readPruning();
  return {
    specs: [],
    filter: readFilter(),
    policy: parsePolicy(given, listInput('keep-tag'), show),
    groupBy: parseRetentionGroupBy(textInput('group-by') ?? DEFAULT_GROUP_BY, show('group-by')),
    limits: parseLimits(given, show),
    despite: parseDespite(listInput('despite'), show('despite')),
    release: listInput('release'),
    allowRemoveAll: false,
    dryRun: booleanInput('dry-run'),
    noLock: false,
    retryLockMs,
    prune: booleanInput('prune') ? pruneAfterForget(pruning) : null,
  };
}

function readWords(): Record<RetentionWord, string | null> {
  return {
    'keep-last': textInput('keep-last'),
    'keep-hourly': textInput('keep-hourly'),
    'keep-daily': textInput('keep-daily'),
    'keep-weekly': textInput('keep-weekly'),
    'keep-monthly': textInput('keep-monthly'),
    'keep-yearly': textInput('keep-yearly'),
    'keep-within': textInput('keep-within'),
    'keep-within-hourly': textInput('keep-within-hourly'),
    'keep-within-daily': textInput('keep-within-daily'),
    'keep-within-weekly': textInput('keep-within-weekly'),
    'keep-within-monthly': textInput('keep-within-monthly'),
    'keep-within-yearly': textInput('keep-within-yearly'),
    'max-age': textInput('max-age'),
    'shrunken-below': textInput('shrunken-below'),
  };
}

function readFilter(): SnapshotFilter {
  return {
    hosts: listInput('host'),
    target: textInput('of'),
    tags: listInput('tags').map((list) => splitTags([list])),
    paths: listInput('paths'),
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
  return pruneOptions(settings, (word) => `the input \`${word}\``);
}
