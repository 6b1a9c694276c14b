import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface WorkflowCall {
  readonly inputs?: Readonly<Record<string, Input>>;
  readonly secrets?: Readonly<Record<string, { readonly description: string }>>;
}

interface Input {
  readonly description: string;
  readonly type: string;
  readonly required?: boolean;
  readonly default?: string | number | boolean;
}

/** The reference of the reusable workflows, as Markdown, from what they say of themselves. */
export function workflowsPage(root: string): string {
  const folder = join(root, '.github/workflows');
  const sections = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const { on } = parse(readFileSync(join(folder, name), 'utf8')) as {
        on: Record<string, WorkflowCall | null>;
      };
      const call = on['workflow_call'];
      return call ? [section(name, call)] : [];
    });
  return `# Reusable workflows

Made from each workflow’s own \`on.workflow_call\` by \`npm run docs\`. How to call them, and with which permissions:
[workflows](../how-to/workflows.md).

${sections.join('\n')}`;
}

function section(name: string, { inputs = {}, secrets = {} }: WorkflowCall): string {
  const inputRows = Object.entries(inputs).map(
    ([input, { description, type, required, default: value }]) =>
      `| \`${input}\`${required ? ' (required)' : ''} | ${cell(description)} | ${type} | ${value === undefined || value === '' ? '' : `\`${cell(String(value))}\``} |`,
  );
  const secretRows = Object.entries(secrets).map(
    ([secret, { description }]) => `| \`${secret}\` | ${cell(description)} |`,
  );
  const secretTable =
    secretRows.length === 0
      ? 'It takes no secret.'
      : `| secret | what it is |\n| --- | --- |\n${secretRows.join('\n')}`;
  return `## ${name}

\`uses: holdfast/holdfast/.github/workflows/${name}@…\`

| input | what it is | type | default |
| --- | --- | --- | --- |
${inputRows.join('\n')}

${secretTable}
`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}
