const OWN_INPUTS = `inputs:
  target:
    description: "Which target of \`backup.yml\` to back up. What the file says of it takes the place of the inputs below."
  config:
    description: "The configuration, from the checkout’s root. Default, with \`target\`: \`backup.yml\`."
  variables:
    description: "What the configuration names as \`env:NAME\` (a secret), where \`env\` of the step can’t say it: a JSON object of texts, in one line."
  if-due:
    description: "\`true\`, with \`target\`: do nothing unless it is due by now, as \`plan\` sees it. For a job that has waited for another run of the same target."
    default: "false"
`;

/**
 * The root `action.yml`, which is what a marketplace lists: backup-host under the project's own name, and from a
 * `backup.yml`. An action can't stand for another, so it is a copy that `npm run docs` makes.
 */
export function rootAction(backupHost: string): string {
  return `# Made from actions/backup-host/action.yml by \`npm run docs\`: change it there.\n${backupHost}`
    .replace(/^name: .*$/m, 'name: Holdfast backup')
    .replace('inputs:\n', OWN_INPUTS)
    .replace(/^ {4}required: true\n/gm, '')
    .replaceAll('../../dist/backup-host', 'dist/backup');
}
