import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { actionsPage } from '../../scripts/docs/actions-page.ts';
import { commandsPage } from '../../scripts/docs/commands-page.ts';
import { configPage } from '../../scripts/docs/config-page.ts';
import { configJsonSchema, configSchemaFile, type JsonSchema } from '../../scripts/docs/config-schema.ts';
import { drillAction } from '../../scripts/docs/drill-action.ts';
import { jsonPage } from '../../scripts/docs/json-page.ts';
import { JSON_SHAPES } from '../../scripts/docs/json-shapes.ts';
import { rootAction } from '../../scripts/docs/root-action.ts';
import { workflowsPage } from '../../scripts/docs/workflows-page.ts';
import { createProgram } from '../../src/cli/program.ts';
import { TaskRunner } from '../../src/cli/task.ts';
import { processTerminal } from '../../src/cli/terminal.ts';

const root = dirname(dirname(import.meta.dirname));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

// `npm run docs` makes what these expect.
test('the reference of the actions is that of their action.yml', () => {
  expect(read('docs/reference/actions.md')).toBe(actionsPage(root));
});

test('the reference of the workflows is what they say of themselves', () => {
  expect(read('docs/reference/workflows.md')).toBe(workflowsPage(root));
});

test('the reference of the command line is its help', () => {
  expect(read('docs/reference/command-line.md')).toBe(commandsPage());
});

test('the reference of JSON is that of the shapes that tests hold it to, and no command is left out', () => {
  expect(read('docs/reference/json.md')).toBe(jsonPage());
  const described = JSON_SHAPES.map(({ command }) => command).sort();
  const commands = leavesOf(createProgram(new TaskRunner(processTerminal))).filter(
    (name) => !WITHOUT_JSON.has(name),
  );
  expect(described).toEqual(commands.sort());
});

/** These print what they print. */
const WITHOUT_JSON = new Set(['dump', 'help']);

function leavesOf(command: Command, path: readonly string[] = []): string[] {
  if (command.commands.length === 0) return [path.join(' ')];
  return command.commands.flatMap((child) => leavesOf(child, [...path, child.name()]));
}

test('the reference of backup.yml is that of its schema', () => {
  expect(read('docs/reference/backup-yml.md')).toBe(configPage());
  expect(read('docs/reference/backup.schema.json')).toBe(configSchemaFile());
});

test('the schema says what each key is, and allows no others', () => {
  const undescribed = [...objectsIn(configJsonSchema(), 'file')].flatMap(({ path, schema }) =>
    Object.entries(schema.properties ?? {}).flatMap(([key, one]) =>
      one.description ? [] : [`${path}.${key}`],
    ),
  );
  expect(undescribed).toEqual([]);
  const open = [...objectsIn(configJsonSchema(), 'file')].filter(
    ({ schema }) => schema.properties !== undefined && schema.additionalProperties !== false,
  );
  expect(open).toEqual([]);
});

function* objectsIn(schema: JsonSchema, path: string): Iterable<{ path: string; schema: JsonSchema }> {
  if (schema.type === 'object') yield { path, schema };
  for (const [key, one] of Object.entries(schema.properties ?? {})) yield* objectsIn(one, `${path}.${key}`);
  if (typeof schema.additionalProperties === 'object')
    yield* objectsIn(schema.additionalProperties, `${path}.*`);
  if (schema.items !== undefined) yield* objectsIn(schema.items, `${path}[]`);
}

test('the root action is backup-host', () => {
  expect(read('action.yml')).toBe(rootAction(read('actions/backup-host/action.yml')));
});

test('the composite restore-drill is restore-verify with what follows it, all pinned', () => {
  const composite = read('actions/restore-drill/action.yml');
  expect(composite).toBe(drillAction(read('actions/restore-verify/action.yml')));
  const pins = [...composite.matchAll(/^ +(?:- )?uses: (.*)$/gm)].map(([, pin]) => pin);
  expect(pins).toHaveLength(4);
  for (const pin of pins) expect(pin).toMatch(/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v[\d.]+$/);
});
