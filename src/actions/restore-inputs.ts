import type { ByteString } from '../bytestring.ts';
import { givenPath } from '../files/given-path.ts';
import {
  booleanInput,
  choiceInput,
  commandsInput,
  requiredInput,
  selectionInput,
  textInput,
} from '../github/inputs.ts';
import type { HoldOptions } from '../operations/backup/application-hold.ts';
import type { RestoreOptions } from '../operations/restore/options.ts';
import type { SnapshotFilter } from '../repository/find-snapshot.ts';
import { dumpAsFile } from '../settings/dump-file.ts';
import { type RestoreWord, requireOneMeaning } from '../settings/restore-meaning.ts';
import { parseSnapshotSpec, type SnapshotSpec } from '../settings/snapshot-spec.ts';
import { splitTags } from '../settings/tags.ts';
import { parseTime } from '../settings/time.ts';
import { type HostAccess, type RepositoryAccess, readHostAccess, readRepositoryAccess } from './access.ts';
import { type ArchiveAccess, readArchiveAccess } from './archive-access.ts';

/** Where what is restored is: a repository, or among archives. */
export type SourceAccess =
  | { readonly kind: 'repository'; readonly repository: RepositoryAccess }
  | { readonly kind: 'archive'; readonly archive: ArchiveAccess };

export interface RestoreInputs {
  readonly host: HostAccess;
  readonly source: SourceAccess;
  readonly spec: SnapshotSpec;
  readonly filter: SnapshotFilter;
  readonly options: Omit<RestoreOptions, 'snapshot'> & HoldOptions;
}

/** @throws HoldfastError bad-input, before anything is connected to. */
export async function readRestoreInputs(): Promise<RestoreInputs> {
  const source = await readSourceAccess();
  const { spec, filter, parts } = readSource();
  const locking = source.kind === 'repository' ? source.repository : { retryLockMs: 0 };
  const options = { ...parts, ...readOptions(spec, locking) };
  return { host: readHostAccess(), source, spec, filter, options };
}

/** @throws HoldfastError bad-input. */
export async function readSourceAccess(): Promise<SourceAccess> {
  const archive = readArchiveAccess();
  return archive === null
    ? { kind: 'repository', repository: await readRepositoryAccess() }
    : { kind: 'archive', archive };
}

/** What action.yml gives where a person gives nothing, or what says no more than that. */
const DEFAULTS: Partial<Record<RestoreWord, string>> = {
  'database-on': 'host',
  snapshot: 'latest',
  overwrite: 'always',
  on: 'local',
};

/** @throws HoldfastError bad-input for inputs of which one would be ignored. */
export function requireMeaning(): void {
  const named = (word: RestoreWord | 'undo') => (word === 'app-option' ? 'app-options' : word);
  const isGiven = (word: RestoreWord): boolean => {
    const text = textInput(named(word)) ?? '';
    return text !== '' && !/^false$/i.test(text) && text !== DEFAULTS[word];
  };
  requireOneMeaning(booleanInput('undo'), isGiven, (word) => `the input \`${named(word)}\``);
}

/** Which snapshot, and what of it. */
export function readSource() {
  const spec = parseSnapshotSpec(textInput('snapshot') ?? 'latest');
  const dump = textInput('database');
  if (dump !== null) return { spec, filter: readFilter(), parts: dumpAsFile(dump) };
  const parts = {
    folder: spec.folder,
    includes: selectionInput('include'),
    iincludes: selectionInput('iinclude'),
    excludes: selectionInput('exclude'),
    iexcludes: selectionInput('iexclude'),
    includeOwn: booleanInput('own'),
  };
  return { spec, filter: readFilter(), parts };
}

function readFilter(): SnapshotFilter {
  const tags = splitTags(selectionInput('tags'));
  const notAfter = textInput('not-after');
  const host = textInput('host');
  return {
    hosts: host === null ? [] : [host],
    target: textInput('of'),
    tags: tags.length === 0 ? [] : [tags],
    paths: selectionInput('paths'),
    ...(notAfter === null ? {} : { notAfterNs: parseTime(notAfter, 'the input `not-after`') }),
  };
}

function readOptions(
  spec: SnapshotSpec,
  { retryLockMs, asOfMs = null }: Pick<RepositoryAccess, 'retryLockMs' | 'asOfMs'>,
) {
  return {
    target: readTarget(spec),
    overwrite: choiceInput('overwrite', ['always', 'if-changed', 'if-newer', 'never']),
    delete: booleanInput('delete'),
    owners: booleanInput('ownership-by-name') ? 'names' : 'numeric',
    verify: true,
    dryRun: booleanInput('dry-run'),
    // What was there at a time stays whatever others do now.
    noLock: asOfMs !== null,
    retryLockMs,
    before: commandsInput('before'),
    after: commandsInput('after'),
  } satisfies Partial<RestoreInputs['options']>;
}

function readTarget({ folder }: SnapshotSpec): ByteString | null {
  const path = targetInput('Give the folder to restore to, or `/` for the original place.');
  return path === '/' && folder === null ? null : path;
}

/** @throws HoldfastError bad-input unless it is an absolute path. */
export function targetInput(whatToDo: string): ByteString {
  return givenPath(requiredInput('target', whatToDo), 'the input `target`');
}
