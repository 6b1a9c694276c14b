import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

// What stands in a page as YAML is copied into workflows: it must be YAML, and name what our actions and workflows have.

const PAGES = [
  'README.md',
  ...(await Array.fromAsync(glob(['docs/*.md', 'docs/how-to/*.md', 'actions/*/README.md']))),
];

interface Snippet {
  readonly at: string;
  /** Pages leave out what is as ever: `# …` on a line of its own. What stands before and after it needs not fit together. */
  readonly parts: readonly string[];
}

async function snippetsOf(page: string): Promise<Snippet[]> {
  const text = await readFile(page, 'utf8');
  return [...text.matchAll(/^( *)```yaml\n(.*?)\n\1```$/gms)].map(
    ({ 1: indent = '', 2: yaml = '', index }) => ({
      at: `${page}:${text.slice(0, index).split('\n').length}`,
      parts: yaml
        .replace(new RegExp(`^${indent}`, 'gm'), '')
        .split(/^ *# …$/m)
        .map(withoutIndent),
    }),
  );
}

function withoutIndent(text: string): string {
  const indents = [...text.matchAll(/^( *)\S/gm)].map(({ 1: spaces = '' }) => spaces.length);
  return text.replace(new RegExp(`^ {${Math.min(...indents, 80)}}`, 'gm'), '');
}

/** Every mapping in a value. */
function* mappingsIn(value: unknown): Generator<Readonly<Record<string, unknown>>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Readonly<Record<string, unknown>>;
  for (const one of Object.values(value)) yield* mappingsIn(one);
}

/** Names that an action or a reusable workflow of ours has; null: somebody else's. */
async function namesOf(
  uses: unknown,
): Promise<{ inputs: string[]; secrets: string[]; outputs: string[] } | null> {
  const path = /^holdfast\/holdfast\/?([^@]*)@/.exec(String(uses))?.[1];
  if (path === undefined) return null;
  const isWorkflow = path.endsWith('.yml');
  const file = parse(await readFile(isWorkflow ? path : join(path, 'action.yml'), 'utf8'));
  const { inputs = {}, secrets = {}, outputs = {} } = isWorkflow ? file.on.workflow_call : file;
  return { inputs: Object.keys(inputs), secrets: Object.keys(secrets), outputs: Object.keys(outputs) };
}

test.each(PAGES)('what %s shows as YAML is YAML, and names only what there is', async (page) => {
  for (const { at, parts } of await snippetsOf(page)) {
    for (const part of parts) {
      expect(() => parse(part), at).not.toThrow();
      for (const step of mappingsIn(parse(part))) {
        const names = await namesOf(step['uses']);
        if (names === null) continue;
        expect(names.inputs, at).toEqual(expect.arrayContaining(Object.keys(step['with'] ?? {})));
        const { secrets = {} } = step;
        if (typeof secrets === 'object')
          expect(names.secrets, at).toEqual(expect.arrayContaining(Object.keys(secrets ?? {})));
        const { id } = step;
        const asked = [
          ...parts.join('\n').matchAll(new RegExp(`steps\\.${String(id)}\\.outputs\\.([\\w-]+)`, 'g')),
        ];
        if (id !== undefined)
          expect(names.outputs, at).toEqual(expect.arrayContaining(asked.map(({ 1: name }) => name)));
      }
    }
  }
});

test.each(PAGES)('a workflow that %s shows gives no more than is needed', async (page) => {
  for (const { at, parts } of await snippetsOf(page)) {
    for (const mapping of parts.flatMap((part) => [...mappingsIn(parse(part))])) {
      if ('jobs' in mapping && 'on' in mapping) expect(mapping, at).toHaveProperty('permissions');
      if (/^actions\/checkout@/.test(String(mapping['uses'])))
        expect(mapping, at).toMatchObject({ with: { 'persist-credentials': false } });
    }
  }
});
