import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const CHECKOUT = join(import.meta.dirname, '../..');

test('the example of a profile has all that a profile must have', async () => {
  const page = await readFile(join(CHECKOUT, 'docs/adding-an-application.md'), 'utf8');
  const source = await readFile(join(CHECKOUT, 'src/apps/application.ts'), 'utf8');
  const [, example = ''] = /```ts\n(.*?)```/s.exec(page) ?? [];
  const [, profile = ''] = /export interface Application<.*?> \{\n(.*?)\n\}/s.exec(source) ?? [];
  const members = [...profile.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, name]) => name);
  expect(members).toContain('planRestore');
  const missing = members.filter((name) => !new RegExp(`^ {2}(async )?${name}\\b`, 'm').test(example));
  expect(missing).toEqual([]);
});
