/** The end: a drill, which proves what the story has shown, without touching what stands there, and leaves a page. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fromText } from '../../../src/bytestring.ts';
import { quote } from '../../../src/hosts/quote.ts';
import type { Scene } from '../scene.ts';
import { type FoundImage, findImage } from './docker.ts';
import type { ShopAfterwards } from './ticket-shop.ts';

/** Beside the demo's own page. */
export const DRILL_PAGE = 'drill.html';

/** What restoring and comparing files takes of an image. */
const TOOLS = ['tar', 'find', 'sha256sum', 'stat', 'touch', 'od', 'dd'];

export async function tellDrill({ story, folder, figures }: Scene, { shop }: ShopAfterwards): Promise<void> {
  const image = drillImage(folder);
  const where =
    image.name === null
      ? `a temporary folder (${image.reason} With a Docker image that has a shell and tar it would be a container)`
      : `a container of ${image.name}, without a network`;
  await story.step(
    'A restore drill: would it work tomorrow?',
    `The newest backup is restored once more, into ${where},\n` +
      'and compared. Then one byte of it is changed: a proof that didn’t notice would be none. All of it is removed; evidence and a sheet for the emergency are kept.',
  );
  const check = `file: ${join(shop.folder, 'config/shop.toml')} => name`;
  const into = image.name === null ? '' : ` --image files=${image.name}`;
  const { output, milliseconds } = await story.run(
    `holdfast drill --of ticket-shop --max-age 1h --restic never${into} \\\n  --check ${quote(fromText(check))} --page ${DRILL_PAGE}`,
  );
  figures.timings.push({ name: 'Restore drill', milliseconds });
  story.check('the drill passed', output.trimEnd().endsWith('The drill passed.'));
  await story.run('holdfast evidence list');
  const shown = await story.run(
    'holdfast evidence show latest --json >evidence.json; head -c 300 evidence.json',
  );
  story.check(
    'its evidence is kept, sealed, beside the repository',
    shown.output.includes('in-toto.io/Statement'),
  );
  await story.run('holdfast evidence sheet');
}

/** Of this machine's Docker, if it has one that restores. */
function drillImage(folder: string): FoundImage {
  const image = findImage(folder);
  if (image.name === null) return image;
  const script = TOOLS.map((tool) => `command -v ${tool}`).join(' && ');
  const args = ['run', '--rm', '--network', 'none', '--entrypoint', 'sh', image.name, '-c', script];
  if (spawnSync('docker', args, { timeout: 30_000 }).status === 0) return image;
  return { name: null, reason: `The image ${image.name} lacks one of ${TOOLS.join(', ')}.` };
}
