import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type ByteString, displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { baseName } from '../../files/paths.ts';
import { type Change, changesOf, type Stay, stays } from './plan.ts';

/** Which kernel runs. Two hosts of one have the same numbers for the same devices. */
export const BOOT_ID = '/proc/sys/kernel/random/boot_id';

/**
 * Where on the host the repository, or the store of archives, lies that is restored from. A restore that moved it away would
 * take the only copy of what was saved out of its place, and whoever then removes the undo folder, would remove it.
 */
export class SourcePlace {
  /** Ready to show. */
  readonly shown: string;
  readonly #own: string;
  readonly #around: ReadonlySet<string>;
  /** Of the folders on the way to it: only what has one of these can be one of them. */
  readonly #names: ReadonlySet<string>;

  private constructor(folder: string, path: string, [own = '', ...around]: readonly string[]) {
    this.shown = displayText(folder);
    this.#own = own;
    this.#around = new Set(around);
    const names = path.split('/').filter((name) => name !== '');
    this.#names = new Set(names.map((name) => fromText(name)));
  }

  /**
   * @param folder Of this machine; undefined: it lies elsewhere.
   * @param bootId The host's; empty: it doesn't say.
   * @returns Null where the host has nothing of it.
   */
  static async find(folder: string | undefined, bootId: string): Promise<SourcePlace | null> {
    if (folder === undefined || bootId === '') return null;
    const here = await readFile(BOOT_ID, 'latin1').catch(() => '');
    if (here.trim() !== bootId) return null;
    const path = await realpath(folder).catch(() => null);
    if (path === null) return null;
    const identities: string[] = [];
    for (const at of ancestorsOf(path)) {
      const { dev, ino } = await stat(at, { bigint: true });
      identities.push(`${dev}:${ino}`);
    }
    return new SourcePlace(folder, path, identities);
  }

  /** What must be looked at before `assertStays` is asked: nothing that is changed can be the source but by its name. */
  *doubtful(root: Stay): Generator<ByteString> {
    for (const { path, kind } of changesOf(root))
      if (kind !== 'create' && this.#names.has(baseName(path))) yield path;
    for (const { folder } of stays(root)) if (this.#names.has(baseName(folder.path))) yield folder.path;
  }

  /** @param identities Of what stands at one path: `device:inode`, also of what a symlink there leads to. */
  is(identities: readonly string[]): boolean {
    return identities.includes(this.#own);
  }

  /** Whether it is the source, or a folder that it lies in, however deep. */
  isIn(identities: readonly string[]): boolean {
    return this.is(identities) || identities.some((identity) => this.#around.has(identity));
  }

  /**
   * @param standing What stands at a path.
   * @throws HoldfastError restore-blocked if the plan moves the source, or changes something in it.
   */
  assertStays(root: Stay, standing: (path: ByteString) => readonly string[]): void {
    if (this.#isChangedIn(root, standing))
      throw this.#blocked('the snapshot holds an earlier state of it, which would take its place');
    for (const { path, kind } of changesOf(root))
      if (kind !== 'create' && this.isIn(standing(path))) throw this.#blocked(WORDS[kind]);
  }

  #isChangedIn(stay: Stay, standing: (path: ByteString) => readonly string[]): boolean {
    const plans = [...stay.changes.values()];
    if (plans.length > 0 && this.is(standing(stay.folder.path))) return true;
    return plans.some((plan) => typeof plan !== 'string' && this.#isChangedIn(plan, standing));
  }

  #blocked(why: string): HoldfastError {
    return new HoldfastError(
      'restore-blocked',
      `Cannot restore over "${this.shown}", from which it is restored: ${why}, expected it to stay. Nothing was changed. ` +
        'Leave it out with --exclude (the input "exclude"), leave out --delete, or restore elsewhere with --target.',
    );
  }
}

const WORDS: Readonly<Record<Exclude<Change, 'create'>, string>> = {
  replace: 'what is in its place would be moved away',
  remove: 'it isn’t in the snapshot, and would be moved away with what else isn’t',
};

/** Itself first, the root last. */
function* ancestorsOf(path: string): Generator<string> {
  yield path;
  if (path !== dirname(path)) yield* ancestorsOf(dirname(path));
}
