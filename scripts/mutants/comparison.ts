import type { Mutant } from './mutant.ts';

/** Of what is taken over from a parent. */
export const COMPARISON: readonly Mutant[] = [
  {
    name: 'always-unchanged',
    fault: 'A file that changed is taken over from the parent.',
    file: 'src/operations/backup/comparison.ts',
    find: "entry.mtimeNs === previous.mtimeNs &&\n      (ignored !== 'nothing' || entry.ctimeNs === previous.ctimeNs) &&",
    replace: '',
    tests: ['test/operations/backup/comparison.test.ts'],
  },
  {
    name: 'ctime-not-compared',
    fault: 'A file whose mtime somebody set back is taken over from the parent.',
    file: 'src/operations/backup/comparison.ts',
    find: "(ignored !== 'nothing' || entry.ctimeNs === previous.ctimeNs) &&",
    replace: '',
    tests: ['test/operations/backup/comparison.test.ts'],
  },
  {
    name: 'inode-not-compared',
    fault: 'A file that was replaced by one of the same size and times is taken over from the parent.',
    file: 'src/operations/backup/comparison.ts',
    find: "(ignored === 'inode' || entry.inode === previous.inode) &&",
    replace: '',
    tests: ['test/operations/backup/comparison.test.ts'],
  },
  {
    name: 'young-ctime-trusted',
    fault: 'A second change within one tick of the clock is never seen.',
    file: 'src/operations/backup/comparison.ts',
    find: 'export const CTIME_GRANULE_NS = 2_000_000_000n;',
    replace: 'export const CTIME_GRANULE_NS = -3_600_000_000_000n;',
    tests: ['test/operations/backup/comparison.test.ts'],
  },
  {
    name: 'missing-blob-handed-on',
    fault: 'A snapshot names a blob that the repository has lost, for the parent names it.',
    file: 'src/operations/backup/comparison.ts',
    find: 'if (blobBytes === null) return null;',
    replace: 'if (blobBytes === null) continue;',
    tests: ['test/operations/backup/comparison.test.ts'],
  },
  {
    name: 'any-text-is-the-same',
    fault: 'A file that changed is taken over, since its node begins like the one that the parent has.',
    file: 'src/repository/format/tree-text.ts',
    find: 'if (!text.startsWith(head)) return null;',
    replace: 'if (!text.startsWith(head.slice(0, 10))) return null;',
    tests: ['test/repository/format/tree-text.test.ts'],
  },
  {
    name: 'kept-without-a-look',
    fault: 'What nobody may trust is kept: a young ctime, a blob that is lost.',
    file: 'src/operations/backup/comparison.ts',
    find: 'this.#isTrusted(entry, listingStartedNs) &&\n      (entry.type',
    replace: '(entry.type',
    tests: ['test/operations/backup/previous-folder.test.ts'],
  },
  {
    name: 'gone-entry-stays',
    fault: 'A folder keeps its tree although an entry of it is gone: another was listed twice.',
    file: 'src/operations/backup/previous-folder.ts',
    find: 'return areApart && nodes.every',
    replace: 'return nodes.every',
    tests: ['test/operations/backup/previous-folder.test.ts'],
  },
];
