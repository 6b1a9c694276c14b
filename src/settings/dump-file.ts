import { parseDumpName } from '../databases/dump-name.ts';

/** What of a snapshot is a dump as a file, or all of its dumps (null). @throws HoldfastError bad-input. */
export function dumpAsFile(name: string | null) {
  const pattern =
    name === null
      ? '*'
      : parseDumpName(
          name,
          'the dump’s name (such as `wiki.dump`, as the snapshot has it; the database’s own address is another setting)',
        );
  return {
    folder: null,
    includes: [`/.holdfast/*/dumps/${pattern}`],
    iincludes: [],
    excludes: [],
    iexcludes: [],
    includeOwn: true,
  };
}
