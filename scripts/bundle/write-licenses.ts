import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `node scripts/bundle/write-licenses.ts OUT STATS…`: the licences of all packages that ncc has bundled, by what webpack
 * says (`--stats-out`) of the modules in it. Packages with the same text stand above it together. ncc's own `--license`
 * forgets packages where a bundle has parts.
 *
 * Fails where a package tells no licence.
 */

interface Module {
  readonly name?: string;
  /** What was put together in one. */
  readonly modules?: readonly Module[];
}

/** `node_modules/a/node_modules/b` of `./node_modules/a/node_modules/b/lib/index.js`. */
const PACKAGE_FOLDER = /^\.\/((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+)\//;
/** Apache's licence asks for the notices, too. */
const LICENSE_FILE = /^(licen[cs]e|copying|notice)/i;

function* packageFolders(modules: readonly Module[]): Generator<string> {
  for (const { name = '', modules: parts = [] } of modules) {
    const folder = PACKAGE_FOLDER.exec(name)?.[1];
    if (folder !== undefined) yield folder;
    yield* packageFolders(parts);
  }
}

/** Packages in which no licence is to be found. Brought by `@actions/artifact`, for unpacking; its author's others are MIT's. */
const WITHOUT_LICENSE: readonly string[] = ['buffers'];

/** A package's name, and its licence with the text, as the package has it. */
function licenseOf(folder: string): { name: string; license: string } {
  const { name, license, licenses } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // The list is how packages said it when npm was young.
  const said = license ?? licenses?.[0]?.type;
  if (typeof said === 'string') return { name, license: [said, ...licenseTexts(folder)].join('\n') };
  if (WITHOUT_LICENSE.includes(name)) return { name, license: 'The package names no licence.' };
  throw new Error(
    `Cannot bundle "${name}": its package.json names no licence, expected one. Do without the package.`,
  );
}

/** Some have a folder of them, for what they took from others. */
function licenseTexts(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => LICENSE_FILE.test(name));
  const paths = entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [path];
  });
  return paths.sort().map((path) => readFileSync(path, 'utf8').trim());
}

function writeLicenses(out: string, statsFiles: readonly string[]): void {
  const folders = new Set(
    statsFiles.flatMap((file) => [...packageFolders(JSON.parse(readFileSync(file, 'utf8')).modules)]),
  );
  const packages = [...folders].map(licenseOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const byLicense = Map.groupBy(packages, ({ license }) => license);
  const paragraphs = [...byLicense].map(([license, of]) =>
    [...new Set(of.map(({ name }) => name)), license].join('\n'),
  );
  writeFileSync(out, `${paragraphs.join('\n\n')}\n`);
}

const [out = '', ...statsFiles] = process.argv.slice(2);
writeLicenses(out, statsFiles);
