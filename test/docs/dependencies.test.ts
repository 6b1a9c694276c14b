import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const page = await readFile('docs/dependencies.md', 'utf8');
const manifest = JSON.parse(await readFile('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};

/** The first cell of every table row, where packages are named. */
const named = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

test('every dependency is explained, and none that is gone', () => {
  const { dependencies, devDependencies } = manifest;
  expect(named.toSorted()).toEqual(
    [...Object.keys(dependencies), ...Object.keys(devDependencies)].toSorted(),
  );
});

test('every package that npm fetches is held to its hash, on every system, and comes from the registry', async () => {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8')) as {
    packages: Record<string, { link?: boolean; integrity?: string; resolved?: string }>;
  };
  // `tools/…` lies in this checkout.
  const fetched = Object.entries(packages).filter(
    ([path, { link }]) => path.startsWith('node_modules/') && !link,
  );
  const isElsewhere = (from: string) => !from.startsWith('https://registry.npmjs.org/');
  const loose = fetched.filter(
    ([, { integrity, resolved }]) =>
      !integrity?.startsWith('sha512-') || (resolved !== undefined && isElsewhere(resolved)),
  );
  expect(fetched.length).toBeGreaterThan(100);
  expect(loose.map(([path]) => path)).toEqual([]);
});

test('others’ actions in what a reader copies are pinned by the SHAs of our own workflows', async () => {
  const uses = /uses: ((?:actions|github)\/\S+)/g;
  const of = async (pattern: string | string[]) => {
    const found: string[] = [];
    for await (const file of glob(pattern))
      for (const [, action = ''] of (await readFile(file, 'utf8')).matchAll(uses)) found.push(action);
    return found;
  };
  const ours = new Set(await of('.github/workflows/*.yml'));
  const documented = await of(['README.md', 'docs/**/*.md', 'actions/*/README.md', 'examples/**/*.yml']);
  expect([...ours, ...documented].filter((action) => !/@[0-9a-f]{40}$/.test(action))).toEqual([]);
  expect(documented.length).toBeGreaterThan(5);
  expect(documented.filter((action) => !ours.has(action))).toEqual([]);
});
