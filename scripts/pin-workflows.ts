/**
 * `node scripts/pin-workflows.ts COMMIT VERSION`: what workflows, actions and examples of ours use of ours, they use from that
 * commit. At a release it is the one before it, whose actions are the same (docs/releasing.md).
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const PINNED = /(holdfast\/holdfast[^@\s]*@)[0-9a-f]{40} # v\S+/g;

const root = dirname(import.meta.dirname);
const [commit = '', version = ''] = process.argv.slice(2);
if (!/^[0-9a-f]{40}$/.test(commit) || !/^v\d+\.\d+\.\d+$/.test(version)) {
  console.error('Usage: node scripts/pin-workflows.ts COMMIT (40 hex digits) VERSION (v1.2.3)');
  process.exit(2);
}
for (const folder of ['.github/workflows', 'actions', 'examples', 'docs/how-to']) {
  for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
    const file = join(root, folder, name);
    if (!statSync(file).isFile()) continue;
    const text = readFileSync(file, 'utf8');
    const pinned = text.replaceAll(PINNED, `$1${commit} # ${version}`);
    if (pinned !== text) writeFileSync(file, pinned);
  }
}
