import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { MUTANTS, mutate } from '../scripts/mutants/all.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

test.each(MUTANTS)('mutant $name still fits the code, and is code', async (mutant) => {
  const source = await readFile(`${ROOT}${mutant.file}`, 'utf8');
  const mutated = mutate(source, mutant);
  expect(mutated).not.toBe(source);
  // AssemblyScript has decorators, which the compiler sees to.
  if (mutant.rebuild === undefined) stripTypeScriptTypes(mutated);
  expect(mutant.tests.filter((file) => !existsSync(`${ROOT}${file}`))).toEqual([]);
});

test('mutants have names of their own, and are many', () => {
  expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length);
  expect(MUTANTS.length).toBeGreaterThanOrEqual(60);
});
