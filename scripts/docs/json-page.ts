import { JSON_VERSION } from '../../src/cli/json-version.ts';
import { JSON_OF_ALL, JSON_PARTS, JSON_SHAPES, type ValueShape } from './json-shapes.ts';

/** The reference of what `--json` prints, as Markdown. */
export function jsonPage(): string {
  const commands = JSON_SHAPES.map(
    ({ command, values }) => `## holdfast ${command}\n\n${values.map(valueText).join('\n')}`,
  );
  const parts = Object.entries(JSON_PARTS).map(([name, members]) => `## ${name}\n\n${table(members)}`);
  return `# JSON

What \`--json\` prints, made by \`npm run docs\`; every test of the command line is held to it. Version ${JSON_VERSION}: members are added without
another number, so pass over those that you don't know; the number goes up where one goes or means something else. \`holdfast version --json\`
says it (\`json_version\`).

Each line of stdout is one JSON value, and the last one is the result. Where restic has the command, names and meaning are restic's
([coming from restic](../how-to/coming-from-restic.md)). Times are RFC 3339, sizes bytes; \`…_ms\` is milliseconds, other spans are seconds. What isn't
known is null, or missing where that is said. Names that aren't UTF-8 have their bytes beside them in base64. An exit status other than 0 is
told by \`exit_error\` on stderr, whatever was printed before.

## All commands

${JSON_OF_ALL.map(valueText).join('\n')}
${commands.join('\n')}
${parts.join('\n')}`;
}

function valueText({ type, about, members }: ValueShape): string {
  const title = type === null ? about : `\`message_type\` is \`${type}\`: ${about}`;
  return members.startsWith('*') ? `${capital(title)}.\n` : `${capital(title)}.\n\n${table(members)}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function table(members: string): string {
  const rows = members
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, below = '', part] = /^(?:(\S+)\s+)?\.\.\.(\w+)$/.exec(line) ?? [];
      if (part !== undefined) {
        const anchor = part === part.toUpperCase() ? part.toLowerCase() : `holdfast-${part}`;
        return `| ${below === '' ? '' : `\`${below}\``} | | the members of [${part}](#${anchor}) |`;
      }
      const [, path = '', types = '', missing, about = ''] =
        /^(\S+)\s+([a-z|]+)(\?)?(?:\s+(.*))?$/.exec(line) ?? [];
      const kinds = types.replaceAll('|', ' or ') + (missing === '?' ? ', or missing' : '');
      return `| \`${path}\` | ${kinds} | ${about} |`;
    });
  return ['| member | is | |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
