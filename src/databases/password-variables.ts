/** The variables that a database's URL names: `?password-env=NAME`. */
export function passwordVariablesIn(url: string): string[] {
  return [...url.matchAll(/[?&]password-env=([A-Za-z_][A-Za-z0-9_]*)(?=&|$)/g)].map(([, name = '']) => name);
}
