/** A typing mistake, not another word: at most so many letters off, and of a short word less. */
const MAX_DISTANCE = 3;

/** The one of `known` that `word` was likely meant to be, or null. */
export function nearest(word: string, known: readonly string[]): string | null {
  const limit = Math.min(MAX_DISTANCE, Math.max(1, Math.floor(word.length / 2)));
  const folded = fold(word);
  const ranked = known
    .map((candidate) => ({ candidate, distance: distance(folded, fold(candidate), limit) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate ?? null;
}

/** Foreign words may be long: more of one says nothing about what it was meant to be. */
const MAX_CHARACTERS = 64;

function fold(word: string): string {
  return word.slice(0, MAX_CHARACTERS).toLowerCase().replace(/[_. ]/g, '-');
}

/** How many letters are missing, too many, other, or changed places (Damerau's restricted distance). */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + cost,
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}

/** More are no help in a sentence. */
const MAX_NAMES = 12;

/** Among more nobody is looked for: each word of a stranger's file would be compared with each name in it. */
const MAX_KNOWN = 500;

/** `Did you mean \`x\`?`, or what there is: to put behind what is unknown. */
export function suggestion(word: string, known: readonly string[]): string {
  if (known.length > MAX_KNOWN) return `There are ${known.length}.`;
  const near = nearest(word, known);
  if (near !== null) return `Did you mean \`${near}\`?`;
  if (known.length === 0) return 'There is none.';
  if (known.length > MAX_NAMES) return 'It is like none that there is.';
  return `There is ${known.map((name) => `\`${name}\``).join(', ')}.`;
}
