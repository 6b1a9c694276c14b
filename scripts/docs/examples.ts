import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callersFor, type Pin } from '../../src/config/callers.ts';
import { readConfig } from '../../src/config/read-config.ts';

/** In the account of the examples. */
const RETENTION_ROLE = 'arn:aws:iam::123456789012:role/holdfast-retention';

const PINNED = /holdfast\/holdfast\/\.?[\w/.-]+@([0-9a-f]{40}) # (v\S+)/;

/** What stands below `examples` besides the configurations themselves: by their paths. */
export function exampleFiles(root: string): ReadonlyMap<string, string> {
  const pin = pinOf(root);
  const files = new Map<string, string>();
  for (const name of readdirSync(join(root, 'examples'), { withFileTypes: true })) {
    if (!name.isDirectory()) continue;
    const path = join('examples', name.name, 'backup.yml');
    const { config, findings } = readConfig(readFileSync(join(root, path), 'utf8'), path);
    if (config === null) throw new Error(`Cannot read ${path}: ${findings[0]?.what}`);
    for (const [file, text] of Object.entries(callersFor(config, pin, { retentionRole: RETENTION_ROLE })))
      files.set(join('examples', name.name, '.github/workflows', file), text);
  }
  return files;
}

export function writeExamples(root: string): void {
  for (const [path, text] of exampleFiles(root)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** The one that our own workflows have. */
function pinOf(root: string): Pin {
  const [, commit = '', version = ''] =
    PINNED.exec(readFileSync(join(root, '.github/workflows/backup.yml'), 'utf8')) ?? [];
  return { commit, version };
}
