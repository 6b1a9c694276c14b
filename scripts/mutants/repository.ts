import type { Mutant } from './mutant.ts';

export const REPOSITORY: readonly Mutant[] = [
  {
    name: 'key-in-use-removed',
    fault: 'The key in use can be removed: perhaps nobody gets in any more.',
    file: 'src/repository/keys.ts',
    find: 'if (id === repository.keyId)',
    replace: 'if (id.length === 0)',
    tests: ['test/repository/keys.test.ts'],
  },
  {
    name: 'new-key-unproved',
    fault: 'The old password goes before the new one is known to open.',
    file: 'src/repository/key-store.ts',
    find: '  await assertOpens(backend, id, password, masterKey);\n',
    replace: '',
    tests: ['test/repository/keys.test.ts'],
  },
  {
    name: 'tree-in-any-order',
    fault: 'Names of a tree stand in an order that restic refuses.',
    file: 'src/operations/backup/tree-assembly.ts',
    find: 'nodes.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));',
    replace: 'nodes.sort((a, b) => a.name.localeCompare(b.name));',
    tests: ['test/operations/backup/tree-assembly.test.ts'],
  },
  {
    name: 'tree-order-unchecked',
    fault: 'A tree out of order is written.',
    file: 'src/repository/format/tree.ts',
    find: 'if (name <= last) throw',
    replace: 'if (name < name) throw',
    tests: ['test/repository/format/tree.test.ts'],
  },
  {
    name: 'unsafe-name-written',
    fault: 'A tree with ".." in it is written.',
    file: 'src/repository/format/tree.ts',
    find: 'if (!isSafeName(name)) throw',
    replace: 'if (name.length < 0) throw',
    tests: ['test/repository/format/tree.test.ts'],
  },
  {
    name: 'incomplete-is-latest',
    fault: '"latest" is a snapshot that lacks something.',
    file: 'src/repository/find-snapshot.ts',
    find: 'found.filter(({ snapshot }) => !isIncomplete(snapshot))',
    replace: '[...found]',
    tests: ['test/repository/find-snapshot.test.ts'],
  },
];
