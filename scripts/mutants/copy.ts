import type { Mutant } from './mutant.ts';

const COPY = 'test/operations/copy/copy.test.ts';

export const COPIES: readonly Mutant[] = [
  {
    name: 'copy-that-nobody-names',
    fault:
      'A second repository whose variable isn’t set is taken for none: every job is green without a copy.',
    file: 'src/actions/copy-to.ts',
    find: "name.startsWith('copy-to-') && value !== ''",
    replace: "name === 'copy-to-password' && value !== ''",
    tests: ['test/actions/inputs.test.ts'],
  },
  {
    name: 'copy-known-by-its-id-alone',
    fault: 'A snapshot whose tags or tree changed counts as copied.',
    file: 'src/operations/copy/copies-there.ts',
    find: 'candidates.find(({ snapshot }) => isSimilar(snapshot, stored.snapshot))?.id',
    replace: 'candidates[0]?.id',
    tests: [COPY],
  },
  {
    name: 'copy-forgets-its-original',
    fault: 'Each run, and stock restic, brings everything once more.',
    file: 'src/operations/copy.ts',
    find: 'original: originalOf(stored) }',
    replace: 'original: null }',
    tests: [COPY],
  },
  {
    name: 'copy-beside-a-prune-of-the-source',
    fault: 'A prune removes packs of the source that are about to be read.',
    file: 'src/operations/copy.ts',
    find: 'if (options.lockSource) locks',
    replace: 'if (options.lockSource && locks.length > 0) locks',
    tests: [COPY],
  },
  {
    name: 'copy-of-what-is-there',
    fault: 'Blobs that the destination has are sent again.',
    file: 'src/operations/copy/blob-copy.ts',
    find: '    if (this.#to.hasBlob(type, id)) return;\n',
    replace: '',
    tests: [COPY],
  },
  {
    name: 'copy-brings-back-what-was-forgotten',
    fault: 'After each backup all that the second repository forgot comes back.',
    file: 'src/operations/copy-after-backup.ts',
    find: 'return last < 0 ? [newest] : candidates.slice(last + 1);',
    replace: 'return last < 0 ? [newest] : candidates;',
    tests: [COPY],
  },
  {
    name: 'copy-of-checkpoints',
    fault: 'What a cut-off run left on its way fills the second repository.',
    file: 'src/operations/copy-after-backup.ts',
    find: 'isOfSame(stored) && !isCheckpoint(stored.snapshot)',
    replace: 'isOfSame(stored)',
    tests: [COPY],
  },
];
