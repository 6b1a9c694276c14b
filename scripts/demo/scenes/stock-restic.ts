/** The format is open: restic itself reads what Holdfast wrote. */
import { join } from 'node:path';
import { fromText } from '../../../src/bytestring.ts';
import { quote } from '../../../src/hosts/quote.ts';
import { findRestic } from '../programs.ts';
import type { Scene } from '../scene.ts';
import { compare, type ShopAfterwards } from './ticket-shop.ts';

const TITLE = 'Without Holdfast: stock restic reads the same repository';

export async function tellStockRestic(scene: Scene, { shop, tree }: ShopAfterwards): Promise<void> {
  const { story, folder } = scene;
  const program = findRestic();
  if (program === null) {
    story.skip(
      TITLE,
      'restic is not installed. Where it is, the demo has it check and restore the repository.',
    );
    return;
  }
  await story.step(
    TITLE,
    'No one is locked in, and a restore needs neither Holdfast nor GitHub: restic checks the repository, lists it\n' +
      'and restores from it, with the same password or with the recovery code.',
  );
  const restic = quote(fromText(program));
  await story.run(`${restic} version`);
  await story.run(`${restic} check --no-cache --read-data`);
  await story.run(`${restic} ls --no-cache latest ${shop.folder}/config`);
  const { milliseconds } = await story.run(
    `${restic} restore --no-cache latest --include ${shop.folder} --target by-restic`,
  );
  scene.figures.timings.push({ name: 'Restore by stock restic', milliseconds });
  await compare(scene, 'Tree restored by restic', {
    saved: tree,
    folder: join(folder, 'by-restic', shop.folder),
  });
}
