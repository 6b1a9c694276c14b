import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Action {
  readonly name: string;
  readonly description: string;
  readonly inputs: Readonly<Record<string, Input>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
}

interface Input {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** The reference of all actions, as Markdown, from their action.yml below `root`. */
export function actionsPage(root: string): string {
  const names = readdirSync(join(root, 'actions')).sort();
  const sections = names.map((name) => {
    const action: Action = parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8'));
    return section(name, action);
  });
  return `# Actions

Made from each \`action.yml\` by \`npm run docs\`. Inputs are the command line's flags of the same names. The root
\`action.yml\` is \`backup-host\` under the project's own name; with \`target: NAME\` (and \`config\`, a file) it takes all of it from a
[backup.yml](../how-to/backup-yml.md).

${sections.join('\n')}`;
}

function section(name: string, { description, inputs, outputs }: Action): string {
  const inputRows = Object.entries(inputs).map(
    ([input, { description, required, default: value }]) =>
      `| \`${input}\`${required ? ' (required)' : ''} | ${cell(description)} | ${value ? `\`${cell(value)}\`` : ''} |`,
  );
  const outputRows = Object.entries(outputs).map(
    ([output, { description }]) => `| \`${output}\` | ${cell(description)} |`,
  );
  return `## ${name}

${description} How to use it: [actions/${name}](../../actions/${name}/README.md).

| input | what it is | default |
| --- | --- | --- |
${inputRows.join('\n')}

| output | what it is |
| --- | --- |
${outputRows.join('\n')}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}
