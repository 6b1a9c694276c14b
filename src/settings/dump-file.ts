import { parseDumpName } from '../databases/dump-name.ts';

/** What of a snapshot is a dump as a file, or all of its dumps (null). @throws HoldfastError bad-input. */
export function dumpAsFile(name: string | null) {
  const pattern = name === null ? '*' : parseDumpName(name, 'the dump’s name');
  return {
    folder: null,
    includes: [`/.holdfast/*/dumps/${pattern}`],
    iincludes: [],
    excludes: [],
    iexcludes: [],
    includeOwn: true,
  };
}
