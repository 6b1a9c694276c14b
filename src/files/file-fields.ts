import { checked, each, lines, shownKey, word, yesNo } from '../section.ts';
import { parseLargestSize } from '../size.ts';
import { givenPath } from './given-path.ts';
import { compilePatterns } from './path-patterns.ts';

/** Which files are saved. */
export const fileFields = {
  paths: each(lines('What is saved.', 'An absolute path.'), (path) =>
    givenPath(path, shownKey('paths')),
  ).optional(),
  exclude: checked(
    lines(
      'What of it is left out: patterns with restic’s meaning.',
      'A pattern, such as `/srv/wiki/cache` or `*.tmp`.',
    ),
    (patterns) => compilePatterns(patterns),
  ).optional(),
  iexclude: checked(lines('The same, letter case ignored.', 'A pattern.'), (patterns) =>
    compilePatterns(patterns, { ignoreCase: true }),
  ).optional(),
  'exclude-caches': yesNo('`true`: leave out what is in folders with a CACHEDIR.TAG.').optional(),
  'exclude-if-present': lines(
    'Leave out what is in folders that hold a file of this name.',
    '`NAME` or `NAME:HEADER`.',
  ).optional(),
  'exclude-larger-than': checked(word('Leave out files larger than this: `500M`.'), (size) =>
    parseLargestSize(String(size), shownKey('exclude-larger-than')),
  ).optional(),
  'one-file-system': yesNo('`true`: do not go into other filesystems.').optional(),
};
