/** The main story: a shop is backed up, changes, burns down, and opens again. */
import { spawnSync } from 'node:child_process';
import { closeSync, copyFileSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { formatBytes, formatCount } from '../../../src/amounts.ts';
import { backupFigures, latestSnapshot, type SnapshotView } from '../backup-figures.ts';
import { compareFingerprints, type Fingerprint, fingerprint } from '../fingerprint.ts';
import type { Scene } from '../scene.ts';
import { FULL_SHOP, Seller, Shop, SMALL_SHOP } from '../shop.ts';
import { type DatabasePromise, readDatabase } from '../shop-database.ts';

/** The live database: it changes under a backup's hands, so its consistent copy is saved instead. */
const LIVE = 'data/live';

/** What a backup must hold, noted outside of it. */
interface Saved {
  readonly snapshot: SnapshotView;
  readonly tree: Fingerprint;
  /** The orders that were committed before the backup began, and those when it had ended. */
  readonly lastOrderBefore: number;
  readonly lastOrderAfter: number;
}

export interface ShopAfterwards {
  readonly shop: Shop;
  /** The tree that the newest snapshot holds. */
  readonly tree: Fingerprint;
}

export async function tellTicketShop(scene: Scene): Promise<ShopAfterwards> {
  const shop = new Shop(join(scene.folder, 'shop'));
  await openShop(scene, shop);
  const seller = new Seller(shop);
  try {
    await seller.sold(scene.quick ? 300 : 600); // also lets two seconds pass: younger files would be read twice
    scene.story.measured(
      `${formatCount(seller.lastOrder)} orders so far, and a new one every few milliseconds.`,
    );
    await makeRepository(scene);
    const first = await firstBackup(scene, shop, seller);
    const second = await nextBackup(scene, shop, seller, first);
    await lookInside(scene, first);
    await disaster(scene, seller);
    await restore(scene, shop, second);
    await proveDatabase(scene, shop, second);
    await undo(scene, shop, first);
    await checkRepository(scene);
    return { shop, tree: second.tree };
  } finally {
    await seller.kill();
  }
}

async function openShop({ story, quick }: Scene, shop: Shop): Promise<void> {
  await story.step(
    'A small ticket shop is at work',
    'Configuration, uploads, notes with odd names, links, and a live SQLite database into which\n' +
      'a process of its own goes on selling tickets: before, during and after the backup.',
  );
  shop.create(quick ? SMALL_SHOP : FULL_SHOP);
  await story.run('ls -l shop');
  await story.run('ls -q shop/notes');
}

async function makeRepository({ story, folder }: Scene): Promise<void> {
  await story.step(
    'A repository, and a key to keep on paper',
    'The repository is a folder here; it is encrypted, and in the format of restic. The recovery code\n' +
      'is a second key: who loses the password (a GitHub secret can’t be read back) loses no backup.',
  );
  story.setVariable('RESTIC_REPOSITORY', join(folder, 'repository'), '$PWD/repository');
  story.setVariable('RESTIC_PASSWORD_FILE', join(folder, 'password'), '$PWD/password');
  await story.run('(umask 077; head -c 24 /dev/urandom | base64 >password)');
  await story.run('holdfast init --recovery-key');
}

function backupCommand(shop: Shop): string {
  return [
    'holdfast backup shop --of ticket-shop --host shop.example \\',
    "  --exclude '/**/shop/data/live/*' \\",
    `  --before ${shop.copyCommand}`,
  ].join('\n');
}

async function backUp(scene: Scene, shop: Shop, seller: Seller, name: string): Promise<Saved> {
  const lastOrderBefore = seller.lastOrder;
  const result = await scene.story.run(backupCommand(shop));
  await seller.sold(seller.lastOrder + 1); // what was committed meanwhile has been told to us, too
  const lastOrderAfter = seller.lastOrder;
  const figures = backupFigures(scene, name, result);
  scene.figures.backups.push(figures);
  scene.figures.timings.push({ name, milliseconds: result.milliseconds });
  scene.story.measured(
    `${formatCount(figures.files)} files, ${formatBytes(figures.treeBytes)}: read ${formatBytes(figures.readBytes)}, ` +
      `added ${formatBytes(figures.addedBytes)}, stored ${formatBytes(figures.storedBytes)}.`,
  );
  return {
    snapshot: latestSnapshot(scene),
    tree: await fingerprint(shop.folder, [LIVE]),
    lastOrderBefore,
    lastOrderAfter,
  };
}

async function firstBackup(scene: Scene, shop: Shop, seller: Seller): Promise<Saved> {
  await scene.story.step(
    'The first backup, while tickets are sold',
    'A file that is written to can’t be copied as it stands. So --before has SQLite make a copy that is of one\n' +
      'moment (VACUUM INTO); the copy is saved with the files, the live database is left out.',
  );
  return backUp(scene, shop, seller, 'First backup');
}

async function nextBackup(scene: Scene, shop: Shop, seller: Seller, first: Saved): Promise<Saved> {
  const { story } = scene;
  await story.step(
    'A day goes by; the second backup reads only what changed',
    'A file is renamed, one removed, some are new, and a few bytes change in the middle of a large one.\n' +
      'Unchanged files aren’t read at all; of a changed one only the new chunks are stored.',
  );
  shop.change();
  const second = await backUp(scene, shop, seller, 'Next backup');
  const [before, after] = scene.figures.backups;
  if (before !== undefined && after !== undefined) {
    const share = Math.round((after.addedBytes / before.addedBytes) * 1000) / 10;
    story.measured(`Added ${share} % of what the first backup added.`);
    story.check('the second backup read and added less than half of the first', isLess(after, before));
  }
  await story.run(`holdfast diff ${first.snapshot.short_id} ${second.snapshot.short_id}`);
  return second;
}

function isLess(
  after: { readBytes: number; addedBytes: number },
  before: { readBytes: number; addedBytes: number },
) {
  return after.readBytes < before.readBytes / 2 && after.addedBytes < before.addedBytes / 2;
}

async function lookInside({ story, folder }: Scene, first: Saved): Promise<void> {
  await story.step(
    'A look inside',
    'What is there, and one old file out of the first backup, without restoring anything.\n' +
      'Names are bytes: whatever they hold is kept, and shown so that no terminal acts on it.',
  );
  await story.run('holdfast snapshots');
  await story.run(`holdfast ls latest ${join(folder, 'shop/notes')}`);
  await story.run("holdfast find 'poster-003*'");
  await story.run(`holdfast dump ${first.snapshot.short_id} ${join(folder, 'shop/config/shop.toml')}`);
}

async function disaster({ story }: Scene, seller: Seller): Promise<void> {
  await story.step('Disaster', 'The plug is pulled in the middle of a sale, and everything is deleted.');
  await seller.kill();
  await story.run('rm -rf shop; ls -A');
}

async function restore(scene: Scene, shop: Shop, saved: Saved): Promise<void> {
  const { story } = scene;
  await story.step(
    'Restore',
    'Files go into a folder beside the destination first, are read again and compared there, and only then\n' +
      'moved into place. --dry-run says what would happen, and does nothing.',
  );
  await story.run('holdfast restore latest --of ticket-shop --target / --dry-run');
  const { milliseconds } = await story.run('holdfast restore latest --of ticket-shop --target /');
  scene.figures.timings.push({ name: 'Restore', milliseconds });
  if (scene.plants.includes('damaged-file')) damage(join(shop.folder, 'uploads/poster-000.jpg'));
  await compare(scene, 'Restored tree', { saved: saved.tree, folder: shop.folder });
}

/** Compares every entry of a folder with what was saved, and says so. */
export async function compare(
  scene: Scene,
  name: string,
  { saved, folder }: { saved: Fingerprint; folder: string },
): Promise<void> {
  const comparison = compareFingerprints(saved, await fingerprint(folder));
  scene.figures.comparisons.push({ name, comparison });
  const { entries, files, fileBytes, differences } = comparison;
  scene.story.check(
    `${name}: ${formatCount(entries)} entries with ${formatBytes(fileBytes)} in ${formatCount(files)} files compared: ` +
      'bytes, mode, owner, links, time to the nanosecond: ' +
      (differences.length === 0 ? 'all as saved' : `${differences.length} differ`),
    differences.length === 0,
    differences,
  );
}

async function proveDatabase(scene: Scene, shop: Shop, saved: Saved): Promise<void> {
  const { story } = scene;
  await story.step(
    'Is the database whole?',
    'What it must hold was written down in the same moment as the copy, and lies in the snapshot beside it.\n' +
      'It must also lie between what the shop had sold when the backup began and when it ended.',
  );
  if (scene.plants.includes('lost-order')) loseAnOrder(shop.databaseCopy);
  const { output } = await story.run(`holdfast dump latest ${shop.databaseCopy}.json`);
  const promised = JSON.parse(output) as DatabasePromise;
  const found = readDatabase(shop.databaseCopy);
  story.check(`PRAGMA integrity_check: ${found.integrity}`, found.integrity === 'ok');
  for (const what of ['orders', 'tickets', 'lastOrder', 'takingsCents'] as const) {
    story.check(`${what}: ${found[what]}, promised ${promised[what]}`, found[what] === promised[what]);
  }
  story.check(`orders without their two tickets: ${found.brokenOrders}`, found.brokenOrders === 0);
  const { lastOrderBefore, lastOrderAfter } = saved;
  story.check(
    `last order ${found.lastOrder}: sold while the backup ran (${lastOrderBefore} to ${lastOrderAfter})`,
    lastOrderBefore <= found.lastOrder && found.lastOrder <= lastOrderAfter,
  );
  await reopen(scene, shop, found.lastOrder);
}

async function reopen({ story }: Scene, shop: Shop, lastOrder: number): Promise<void> {
  copyFileSync(shop.databaseCopy, shop.liveDatabase);
  const seller = new Seller(shop);
  try {
    await seller.sold(lastOrder + 20);
    story.check(`the shop sells again: order ${lastOrder + 20}`, true);
  } finally {
    await seller.kill();
  }
}

async function undo(scene: Scene, shop: Shop, first: Saved): Promise<void> {
  const { story } = scene;
  await story.step(
    'The wrong snapshot, and back again',
    'Restoring never destroys: what is in the way goes into an undo folder. Here somebody restores the day before\n' +
      'over the shop, notices, and takes it back.',
  );
  const now = await fingerprint(shop.folder);
  const { milliseconds } = await story.run(`holdfast restore ${first.snapshot.short_id} --target /`);
  scene.figures.timings.push({ name: 'Restore over a full folder', milliseconds });
  await compare(scene, 'The day before', { saved: first.tree, folder: shop.folder });
  await story.run('holdfast restore --undo --target shop');
  await compare(scene, 'After the undo', { saved: now, folder: shop.folder });
}

async function checkRepository(scene: Scene): Promise<void> {
  await scene.story.step(
    'Is the repository whole?',
    'Every byte of it is read, decrypted, decompressed and compared with its checksum.',
  );
  const { milliseconds } = await scene.story.run('holdfast check --read-data');
  scene.figures.timings.push({ name: 'check --read-data', milliseconds });
  const { stdout } = spawnSync('du', ['-sk', 'repository'], { cwd: scene.folder, encoding: 'utf8' });
  scene.story.measured(`The repository takes ${formatBytes(Number.parseInt(stdout, 10) * 1024)} on disk.`);
}

/** Turns one bit over, as a bad disk would. */
function damage(file: string): void {
  const first = readFileSync(file)[0] ?? 0;
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.from([first ^ 1]), 0, 1, 0);
  closeSync(descriptor);
}

function loseAnOrder(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('DELETE FROM tickets WHERE order_id = 7; DELETE FROM orders WHERE id = 7');
  database.close();
}
