import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * `node scripts/bundle/name-parts.ts build`: says to ncc, at each `import()` in a folder of compiled sources, where the
 * bundle is cut into parts, so that a start reads little of it.
 *
 * - A face is a part: the command line, and each action.
 * - All that one command (`src/cli/commands/*.ts`) loads when it runs is a part.
 * - So is what few runs need (`ON_DEMAND`).
 *
 * What several parts need, ncc puts into one that they share. Any other `import()` is bundled with whoever asks, though it
 * runs no sooner: what a run needs late, to clean up or to tell of its failure, is in memory before its work begins.
 */

/** By the file or the package that is asked for, the part that it is. Each is asked for at a run's beginning, if at all. */
const ON_DEMAND: Readonly<Record<string, string>> = {
  'age-encryption': 'age',
  'cli/application-options.js': 'applications',
  'cli/backup-to-archive.js': 'backup-to-archive',
  'cli/restore-application.js': 'restore-application',
  'cli/restore-bucket.js': 'restore-bucket',
  'cli/restore-database.js': 'restore-database',
  'cli/restore-to-tar.js': 'restore-to-tar',
  'cli/undo-restore.js': 'undo-restore',
  'hosts/identity.js': 'ssh',
  'hosts/openssh.js': 'ssh',
  'hosts/ssh.js': 'ssh',
};

/** Bundled by themselves (scripts/build.sh): ncc leaves the import as it is. */
const APART: readonly string[] = ['backends/s3-sdk.js', 'report/chart-engine.js'];

function partOf(importer: string, imported: string): string | null {
  if (importer === 'main.js') return imported.replace(/\.js$/, '').replace('/', '-');
  const command = /^cli\/commands\/(.+)\.js$/.exec(importer)?.[1];
  return ON_DEMAND[imported] ?? (command === undefined ? null : `command-${command}`);
}

function wordFor(importer: string, imported: string): string {
  if (APART.includes(imported)) return 'webpackIgnore: true';
  const part = partOf(importer, imported);
  return part === null ? 'webpackMode: "eager"' : `webpackChunkName: "${part}"`;
}

function nameParts(folder: string): void {
  const seen = new Set<string>();
  for (const importer of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!importer.endsWith('.js')) continue;
    const path = join(folder, importer);
    const source = readFileSync(path, 'utf8');
    const named = source.replaceAll(/\bimport\('([^']+)'/g, (_, specifier: string) => {
      const isFile = specifier.startsWith('.');
      const imported = isFile ? relative(resolve(folder), resolve(dirname(path), specifier)) : specifier;
      seen.add(imported);
      return `import(/* ${wordFor(importer, imported)} */ '${specifier}'`;
    });
    if (named !== source) writeFileSync(path, named);
  }
  refuseUnseen(seen);
}

/** Whoever renames a file would make it a part of every start. */
function refuseUnseen(seen: ReadonlySet<string>): void {
  const unseen = [...Object.keys(ON_DEMAND), ...APART].filter((name) => !seen.has(name));
  if (unseen.length === 0) return;
  throw new Error(
    `Cannot cut the bundle: no import() asks for ${unseen.join(', ')}. Correct scripts/bundle/name-parts.ts.`,
  );
}

nameParts(process.argv[2] ?? 'build');
