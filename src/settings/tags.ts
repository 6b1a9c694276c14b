/** Single tags out of restic's form `a,b`, given once or several times; empty ones are left out, as restic does. */
export function splitTags(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(',').map((tag) => tag.trim())).filter((tag) => tag !== '');
}
