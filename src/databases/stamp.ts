/** Now, as it stands in names: `20261126T031700Z`. */
export function stampNow(): string {
  return new Date().toISOString().replace(/[-:]|\.\d+/g, '');
}
