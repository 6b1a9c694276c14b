/** The end: a drill, which proves what the story has shown, without touching what stands there, and leaves a page. */
import { join } from 'node:path';
import { fromText } from '../../../src/bytestring.ts';
import { quote } from '../../../src/hosts/quote.ts';
import type { Scene } from '../scene.ts';
import type { ShopAfterwards } from './ticket-shop.ts';

/** Beside the demo's own page. */
export const DRILL_PAGE = 'drill.html';

export async function tellDrill({ story, figures }: Scene, { shop }: ShopAfterwards): Promise<void> {
  await story.step(
    'A restore drill: would it work tomorrow?',
    'The newest backup is restored once more, into a folder of its own, and compared. Then one byte of it is changed: a\n' +
      'proof that didn’t notice would be none. All of it is removed; evidence and a sheet for the emergency are kept.',
  );
  const check = `file: ${join(shop.folder, 'config/shop.toml')} => name`;
  const { output, milliseconds } = await story.run(
    `holdfast drill --of ticket-shop --max-age 1h --restic never \\\n  --check ${quote(fromText(check))} --page ${DRILL_PAGE}`,
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
