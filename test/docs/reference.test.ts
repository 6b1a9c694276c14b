import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { actionsPage } from '../../scripts/docs/actions-page.ts';
import { commandsPage } from '../../scripts/docs/commands-page.ts';
import { rootAction } from '../../scripts/docs/root-action.ts';

const root = dirname(dirname(import.meta.dirname));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

// `npm run docs` makes what these expect.
test('the reference of the actions is that of their action.yml', () => {
  expect(read('docs/reference/actions.md')).toBe(actionsPage(root));
});

test('the reference of the command line is its help', () => {
  expect(read('docs/reference/command-line.md')).toBe(commandsPage());
});

test('the root action is backup-host', () => {
  expect(read('action.yml')).toBe(rootAction(read('actions/backup-host/action.yml')));
});
