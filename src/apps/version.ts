/** Numbers with points between, as they stand somewhere in a program's words: `13.1.2`; null: there are none. */
export function versionIn(text: string): string | null {
  return /\d{1,9}(?:\.\d{1,9})+/.exec(text)?.[0] ?? null;
}

/** Below 0 where `a` is older than `b`, above where it is newer. A number that isn't there counts as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => (version.match(/\d+/g) ?? []).map(Number)) as [
    number[],
    number[],
  ];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
