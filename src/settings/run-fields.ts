import { parseChoice } from '../choice.ts';
import { checked, line, lines, shownKey, word, yesNo } from '../section.ts';
import { parseCheckpointInterval } from './checkpoint-interval.ts';
import { parseSpoolSize } from './spool-size.ts';
import { parseNewTags } from './tags.ts';

/** What runs on the host around the reading of files. */
export const hookFields = {
  before: lines('Shell commands to run on the host before files are read.', 'A shell command.').optional(),
  after: lines(
    'Shell commands to run after files are read, whatever happened.',
    'A shell command.',
  ).optional(),
};

/** How a backup's run goes, whatever it is of. */
export const runFields = {
  tags: checked(lines('Tags for its snapshots.', 'A tag.'), (tags) =>
    parseNewTags(tags, shownKey('tags')),
  ).optional(),
  'skip-if-unchanged': yesNo('`true`: make no snapshot that holds what the one before does.').optional(),
  'on-unreadable': checked(line('`fail` (default) or `warn` when something can’t be read.'), (text) =>
    parseChoice(text, shownKey('on-unreadable'), ['fail', 'warn']),
  ).optional(),
  'on-changed': checked(
    line('`fail`, `warn` or `auto` (default) when a file changes while it is read.'),
    (text) => parseChoice(text, shownKey('on-changed'), ['auto', 'fail', 'warn']),
  ).optional(),
  'checkpoint-interval': checked(line('How often to save what is read so far: `30m`; `0m`: never.'), (text) =>
    parseCheckpointInterval(text, shownKey('checkpoint-interval')),
  ).optional(),
  'spool-size': checked(
    word('How much may wait on the runner while the application is held: `2g`.'),
    (size) => parseSpoolSize(String(size), shownKey('spool-size')),
  ).optional(),
};
