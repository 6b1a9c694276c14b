/**
 * The root `action.yml`, which is what a marketplace lists: backup-host under the project's own name. An action can't
 * stand for another, so it is a copy that `npm run docs` makes.
 */
export function rootAction(backupHost: string): string {
  return `# Made from actions/backup-host/action.yml by \`npm run docs\`: change it there.\n${backupHost}`
    .replace(/^name: .*$/m, 'name: Holdfast backup')
    .replaceAll('../../dist/', 'dist/');
}
