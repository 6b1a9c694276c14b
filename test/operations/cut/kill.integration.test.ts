import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SEED } from '../../cases.ts';
import { type Bundle, bundleOf } from '../../services/bundle.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint, PASSWORD } from '../backup/fixture.ts';
import { PackLedger } from './pack-ledger.ts';
import { BACKUP_PROGRAM, type BackupEnd, BackupProcess, type Cut } from './processes.ts';
import { SeededRandom } from './random.ts';

const KILLS = 100;
/** Chains of kills side by side, each with a repository of its own: while one waits for a lock to settle, others work. */
const CHAINS = 4;
const PACK_BYTES = 64 * 1024;
const FILES = 30;
const MAX_FILE_BYTES = 60_000;
/** A backup of the files above has about so many operations after its first pack; a later cut lets it end. */
const OPERATIONS = 30;
/** And goes on for about so long after its first pack. */
const LONGEST_MS = 200;

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleOf(BACKUP_PROGRAM);
});
afterAll(() => bundle?.remove());

test(`${KILLS} kills, each after a pack was stored: stock restic accepts the repository every time, and nothing is stored twice (seed ${SEED})`, async () => {
  const chains = Array.from({ length: CHAINS }, (_, i) => new Chain(new SeededRandom(SEED + i)));
  const kills = await Promise.all(chains.map((chain) => chain.run(KILLS / CHAINS)));
  expect(kills.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(KILLS);
}, 900_000);

/** Backups one after the other, most of them killed, of files that change whenever one of them got to its end. */
class Chain {
  readonly #random: SeededRandom;
  /** Bytes of blobs that runs stored since the last that got to its end. */
  #storedBytes = 0;

  constructor(random: SeededRandom) {
    this.#random = random;
  }

  /** Says how many backups were killed: as many as were wanted. */
  async run(wanted: number): Promise<number> {
    const fixture = await BackupFixture.create();
    try {
      const ledger = new PackLedger(fixture.repositoryPath, PASSWORD);
      await this.#changeFiles(fixture);
      for (let kills = 0; ; ) {
        const cut = kills === wanted ? null : this.#nextCut();
        const { signal } = await this.#backUp(fixture, cut, ledger);
        if (signal === 'SIGKILL') kills++;
        else if (cut === null) {
          await this.#judgeLocks(fixture);
          return kills;
        } else await this.#changeFiles(fixture);
      }
    } finally {
      await fixture.remove();
    }
  }

  async #backUp(fixture: BackupFixture, cut: Cut | null, ledger: PackLedger): Promise<BackupEnd> {
    const { repositoryPath: repository, source, options } = fixture;
    const checkpointEveryMs = this.#random.pick(null, 1);
    const order = {
      repository,
      password: PASSWORD,
      source,
      packSizeBytes: PACK_BYTES,
      options: { ...options, checkpointEveryMs },
      cut,
      delaySeed: this.#random.below(2 ** 31),
      holdBefore: null,
    };
    const end = await new BackupProcess(order, bundle.program).ended;
    const what = JSON.stringify({ seed: SEED, cut, ...end });
    expect(end.signal === 'SIGKILL' || end.status === 0, what).toBe(true);
    const added = await ledger.update();
    expect(added.packs, what).toBeGreaterThan(0);
    if (this.#storedBytes > 0) expect(added.againBytes / this.#storedBytes, what).toBeLessThan(0.1);
    this.#storedBytes += added.storedBytes;
    // Locks of the killed are left to the end: they are nobody's way but restic's own.
    await restic(fixture.restic, ['--no-lock', 'check', '--read-data']).catch((error) => {
      throw new Error(`stock restic refuses the repository: ${what}`, { cause: error });
    });
    if (end.status === 0) await this.#judgeWhole(fixture);
    return end;
  }

  /** After a backup that got to its end: it is whole, and nothing is left of those before it. */
  async #judgeWhole({ restic: at, folder, source }: BackupFixture): Promise<void> {
    this.#storedBytes = 0;
    const restored = join(folder, 'restored');
    await restic(at, ['--no-lock', 'restore', 'latest', '--target', restored]);
    expect(await fingerprint(`${restored}${source}`)).toBe(await fingerprint(source));
    await rm(restored, { recursive: true });
    const listed = await restic(at, ['--no-lock', 'snapshots', '--json']);
    const snapshots: { tags: string[] }[] = JSON.parse(listed);
    expect(snapshots.filter(({ tags }) => tags.includes('incomplete'))).toEqual([]);
  }

  /** restic sees that their processes are gone, and is then let in. */
  async #judgeLocks({ restic: at, repositoryPath }: BackupFixture): Promise<void> {
    // Where another process has got the number of one that was killed, restic takes that for alive: a moment.
    const locks = () => readdir(join(repositoryPath, 'locks'));
    for (let tries = 0; tries < 5; tries++) {
      await restic(at, ['unlock']);
      if ((await locks()).length === 0) break;
      await sleep(1000);
    }
    expect(await locks()).toEqual([]);
    await restic(at, ['check', '--read-data']);
  }

  #nextCut(): Cut {
    const kind = this.#random.pick('delay', 'operation', 'stored');
    if (kind === 'delay') return { kind, delayMs: this.#random.below(LONGEST_MS) };
    if (kind === 'stored') return { kind, file: this.#random.pick('index', 'snapshot') };
    const phase = this.#random.pick('before', 'after');
    return { kind, operations: this.#random.below(OPERATIONS), phase };
  }

  async #changeFiles({ source }: BackupFixture): Promise<void> {
    await rm(source, { recursive: true, force: true });
    for (let i = 0; i < FILES; i++) {
      const folder = join(source, `folder-${this.#random.below(5)}`);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `file-${i}`), this.#random.bytes(this.#random.below(MAX_FILE_BYTES)));
    }
  }
}
