/** Whether version `a` comes before `b`, by the numbers that both have: `2.9.1` before `2.10`. What is no number says nothing. */
export function isOlder(a: string, b: string): boolean {
  const [x = [], y = []] = [a, b].map((version) => version.split(/[.-]/).map(Number));
  for (let i = 0; i < Math.min(x.length, y.length, 3); i++) {
    const [m, n] = [x[i] ?? Number.NaN, y[i] ?? Number.NaN];
    if (m !== n) return m < n;
  }
  return false;
}
