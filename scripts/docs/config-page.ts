import { configJsonSchema, type JsonSchema } from './config-schema.ts';

/** The reference of `backup.yml`, as Markdown, from its schema. */
export function configPage(): string {
  const { properties = {}, required } = configJsonSchema();
  const sections = [
    table('The file', 'What stands at the top.', {
      properties,
      ...(required === undefined ? {} : { required }),
    }),
    ...Object.entries(properties).flatMap(([key, schema]) => sectionsOf(key, schema)),
  ];
  return `# backup.yml

Made from its schema by \`npm run docs\`. How to write one: [how-to](../how-to/backup-yml.md). For an editor that completes and
checks it: [backup.schema.json](backup.schema.json), named in the first line,
\`# yaml-language-server: $schema=…/backup.schema.json\`. Keys mean what the flags and inputs of the same names mean.

${sections.join('\n')}`;
}

/** Of a key that holds keys: one table, and those of what is below it. \`defaults\` has what a target has. */
function sectionsOf(key: string, schema: JsonSchema): string[] {
  if (key === 'defaults') return [];
  const inner = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined;
  const [path, map] =
    inner?.properties !== undefined
      ? [`${key}.NAME`, inner]
      : schema.items?.properties
        ? [`${key}[]`, schema.items]
        : [key, schema];
  if (map.properties === undefined) return [];
  const below = Object.entries(map.properties).flatMap(([name, one]) => sectionsOf(`${path}.${name}`, one));
  return [table(`\`${path}\``, schema.description ?? '', map), ...below];
}

function table(title: string, description: string, { properties = {}, required = [] }: JsonSchema): string {
  const rows = Object.entries(properties).map(
    ([key, schema]) =>
      `| \`${key}\`${required.includes(key) ? ' (required)' : ''} | ${typeOf(schema)} | ${cell(schema.description ?? '')} |`,
  );
  return `## ${title}\n\n${description}\n\n| key | takes | what it is |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function typeOf(schema: JsonSchema): string {
  if (schema.secret) return '`env:NAME`';
  if (schema.const !== undefined) return `\`${String(schema.const)}\``;
  if (schema.enum !== undefined) return schema.enum.map((one) => `\`${String(one)}\``).join(', ');
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list${schema.items?.type === 'object' ? ' of maps' : ''}`;
  if (schema.type === 'object') return 'map';
  if (schema.type === 'boolean') return '`true`, `false`';
  return schema.type === 'integer' ? 'number' : 'text';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}
