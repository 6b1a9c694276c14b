import { HoldfastError } from '../errors.ts';
import { booleanInput, choiceInput, listInput, textInput } from '../github/inputs.ts';
import type { ForgetOptions } from '../operations/forget/options.ts';
import { PRUNE } from '../progress/prune-after-forget.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
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
  return { repository, onFrozen, options: readOptions(repository.retryLockMs) };
}

function readOptions(retryLockMs: number): ForgetOptions {
  const words = readWords();
  const given = (word: RetentionWord) => words[word];
  const show = (word: string) => `the input \`${word}\``;
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
    prune: booleanInput('prune') ? requirePrune() : null,
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

function requirePrune() {
  if (PRUNE !== null) return PRUNE;
  throw new HoldfastError(
    'bad-input',
    'Cannot use the input `prune`: this version does not prune. Leave it out, and run `restic prune` afterwards.',
  );
}
