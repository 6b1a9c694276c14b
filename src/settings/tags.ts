import { HoldfastError } from '../errors.ts';
import { isOwnTag } from '../repository/tags.ts';

/** Single tags out of restic's form `a,b`, given once or several times; empty ones are left out, as restic does. */
export function splitTags(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(',').map((tag) => tag.trim())).filter((tag) => tag !== '');
}

/**
 * The same for a new snapshot. Ours say what it is: with one of them it would be another application's, or a checkpoint, which
 * the next backup removes.
 *
 * @param name What a person gave them by.
 * @throws HoldfastError bad-input.
 */
export function parseNewTags(lists: readonly string[], name: string): string[] {
  const tags = splitTags(lists);
  const own = tags.find(isOwnTag);
  if (own === undefined) return tags;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(own)}, and that is a tag of Holdfast’s own, expected neither \`incomplete\` nor one that ` +
      'begins with `holdfast:`. Choose another; what a snapshot is of, and why it stays, is said by `of` (`target`) and `keep-because`.',
  );
}
