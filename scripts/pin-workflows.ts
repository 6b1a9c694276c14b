/**
 * `node scripts/pin-workflows.ts actions|workflows COMMIT VERSION`: what our composite actions, or our workflows, examples and
 * how-tos, use of ours, they use from that commit (docs/releasing.md).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  actions: ['actions', 'scripts/docs'],
  workflows: ['.github/workflows', 'examples', 'docs/how-to'],
};

/** Where it stands, or, of the action that a script makes, what it is made with. */
const PINNED = /(holdfast\/holdfast[^@\s]*@|const OWN = ')[0-9a-f]{40} # v[\d.]+/g;

const root = dirname(import.meta.dirname);
const [what = '', commit = '', version = ''] = process.argv.slice(2);
const folders = FOLDERS[what];
if (folders === undefined || !/^[0-9a-f]{40}$/.test(commit) || !/^v\d+\.\d+\.\d+$/.test(version)) {
  console.error(
    'Usage: node scripts/pin-workflows.ts actions|workflows COMMIT (40 hex digits) VERSION (v1.2.3)',
  );
  process.exit(2);
}
for (const folder of folders) {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const file = join(root, folder, name);
    if (!statSync(file).isFile()) continue;
    const text = readFileSync(file, 'utf8');
    const pinned = text.replaceAll(PINNED, `$1${commit} # ${version}`);
    if (pinned !== text) writeFileSync(file, pinned);
  }
}
