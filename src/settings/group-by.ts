import { HoldfastError } from '../errors.ts';
import type { GroupBy } from '../repository/group-by.ts';

/**
 * restic's `--group-by`: any of `host`, `paths` and `tags`, with commas between; empty: everything is one group.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
export function parseGroupBy(text: string, name: string): GroupBy {
  const words = text === '' ? [] : text.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !/^(hosts?|paths?|tags?)?$/.test(word));
  if (wrong !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${name}: it has ${JSON.stringify(wrong)}, expected any of host, paths and tags, with commas between.`,
    );
  }
  const has = (start: string) => words.some((word) => word.startsWith(start));
  return { host: has('host'), paths: has('path'), tags: has('tag') };
}
