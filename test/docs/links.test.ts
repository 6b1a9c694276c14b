import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const PAGES = ['README.md', ...(await Array.fromAsync(glob(['docs/*.md', 'actions/*/README.md'])))];

/** Files of the project that a page names as code, and that its relative links point to. */
async function targetsOf(page: string): Promise<string[]> {
  const text = await readFile(page, 'utf8');
  const named = [...text.matchAll(/`((?:src|test|scripts|tools)\/[\w./-]+)`/g)].map(([, path = '']) => path);
  const linked = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, path = '']) =>
    join(dirname(page), path),
  );
  return [...named, ...linked];
}

test.each(PAGES)('%s names and links only what exists', async (page) => {
  expect((await targetsOf(page)).filter((path) => !existsSync(path))).toEqual([]);
});
