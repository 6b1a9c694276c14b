import type { Mutant } from './mutant.ts';

const ORDER = 'test/operations/prune/order.test.ts';
const FAULTS = 'test/operations/prune/faults.test.ts';

export const PRUNE: readonly Mutant[] = [
  {
    name: 'folder-for-a-snapshot-passed-over',
    fault: 'A snapshot in whose place a folder stands needs nothing: a prune removes its data.',
    file: 'src/backends/directory.ts',
    find: "target.isFile() || kind === 'snapshot' ?",
    replace: 'target.isFile() ?',
    tests: ['test/backends/directory.test.ts'],
  },
  {
    name: 'prune-packs-before-indexes',
    fault: 'Cut off in the middle, indexes name packs that are gone, and backups count on them.',
    file: 'src/operations/prune.ts',
    find: "  const indexes = await removeFiles(repository, 'index', obsolete, { signal });\n",
    replace:
      "  await removeFiles(repository, 'pack', plan.decision.remove, { signal });\n" +
      "  const indexes = await removeFiles(repository, 'index', obsolete, { signal });\n",
    tests: [ORDER],
  },
  {
    name: 'prune-indexes-without-successors',
    fault: 'The packs that stay are in no index any more.',
    file: 'src/repository/prune/rewrite-indexes.ts',
    find: '    await repository.saveIndex(encodeReadableIndex(group));\n',
    replace: '    encodeReadableIndex(group);\n',
    tests: [ORDER],
  },
  {
    name: 'prune-removes-before-it-is-durable',
    fault: 'Blobs that are still in memory alone are removed from the storage.',
    file: 'src/repository/prune/repack.ts',
    find: '  await repository.flush();\n',
    replace: '',
    tests: [ORDER],
  },
  {
    name: 'prune-moves-unverified',
    fault: 'A damaged blob is written anew, and the packs go in which it could be mended.',
    file: 'src/repository/prune/repack.ts',
    find: 'error === null ? { plain: null } : { error }',
    replace: 'error === null || error !== null ? { plain: null } : { error }',
    tests: [FAULTS],
  },
  {
    name: 'prune-trusts-the-copy-that-stays',
    fault: 'Of two copies the whole one is removed, and the damaged one stays.',
    file: 'src/repository/prune/plan.ts',
    find: 'if (atRisk.delete(first)) looks.add(row);',
    replace: 'if (atRisk.delete(first)) void row;',
    tests: [FAULTS],
  },
  {
    name: 'prune-counts-on-missing-packs',
    fault: 'The other copy of a blob is removed because a pack that is missing has it, too.',
    file: 'src/repository/prune/pack-uses.ts',
    find: 'for (const pack of packs.indexed) if (isSound(pack)) this.#countCopies(pack);',
    replace: 'for (const pack of packs.indexed) this.#countCopies(pack);',
    tests: [FAULTS],
  },
  {
    name: 'prune-without-looking-at-the-lock',
    fault: 'Somebody removed the lock and backs up: what that backup counts on is removed.',
    file: 'src/repository/prune/remove-files.ts',
    find: '    await repository.confirmExclusive();\n',
    replace: '',
    tests: [FAULTS],
  },
  {
    name: 'prune-beside-others',
    fault: 'A prune runs under a lock that lets backups in.',
    file: 'src/repository/write-guard.ts',
    find: 'if (!this.#lock?.exclusive) {',
    replace: 'if (this.#lock === null) {',
    tests: [FAULTS],
  },
  {
    name: 'prune-by-an-old-index',
    fault: 'What was indexed between the loading of the index and the lock is removed as garbage.',
    file: 'src/operations/prune.ts',
    find: '  await requireCurrentIndex(repository, signal);\n',
    replace: '',
    tests: [FAULTS],
  },
  {
    name: 'prune-past-a-retained-index',
    fault: 'An index that Object Lock keeps names packs that are gone.',
    file: 'src/operations/prune.ts',
    find: '(isNamed ? kept : going).set(id, sizeBytes);',
    replace: '(isNamed && !isNamed ? kept : going).set(id, sizeBytes);',
    tests: [FAULTS],
  },
  {
    name: 'prune-by-half-a-tree',
    fault: 'A folder whose tree is not named is passed over, and what is below it is removed.',
    file: 'src/repository/format/tree-references.ts',
    find: "else if (type === 'dir') throw",
    replace: "else if (type === 'never') throw",
    tests: [FAULTS],
  },
  {
    name: 'prune-writes-in-a-dry-run',
    fault: 'A dry run writes packs anew.',
    file: 'src/operations/prune.ts',
    find: '  if (!options.dryRun) {\n    await writeAnew',
    replace: '  {\n    await writeAnew',
    tests: [ORDER],
  },
];
