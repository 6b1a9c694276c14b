import { lstat, mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host, RunningCommand } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';
import { systemErrorText } from '../system-error.ts';

/** `holdfast-drill-<drill's ID>-<when it is over, in seconds since 1970>-<random>`. */
const PREFIX = 'holdfast-drill-';
const NAME = /^holdfast-drill-(.+)-(\d{9,12})-[^-]+$/;

/** Removes the folder `$1`. What is mounted in it is not entered: it may be anybody's. */
const REMOVE = `chmod -R u+rwX -- "$1" 2>/dev/null
rm -rf --one-file-system -- "$1" 2>/dev/null || find "$1" -xdev -depth -delete 2>/dev/null`;

/**
 * Removes the folder once its stdin, which is ours, ends: however we end, the data doesn't stay. In a session of its own,
 * where what ends our commands doesn't reach it.
 */
const WIPE = (path: string) => `command -v setsid >/dev/null || { echo none; exec cat >/dev/null; }
echo wiper
exec setsid -w sh -c ${quote(fromText(`cat >/dev/null\n${REMOVE}`))} sh ${quote(fromText(path))}`;

/** A folder of this machine that a drill works in. It is gone when we are. */
export class DrillFolder {
  readonly path: string;
  readonly #host: Host;
  readonly #wiper: RunningCommand;

  private constructor(host: Host, path: string, wiper: RunningCommand) {
    this.#host = host;
    this.path = path;
    this.#wiper = wiper;
  }

  /**
   * @param host This machine.
   * @param drill Its ID, and how long it may last.
   * @throws HoldfastError bad-input when it can't be made.
   */
  static async make(host: Host, drill: { id: string; timeMs: number }): Promise<DrillFolder> {
    const parent = parentFolder();
    const ends = Math.ceil((Date.now() + drill.timeMs) / 1000);
    const path = await mkdtemp(join(parent, `${PREFIX}${drill.id}-${ends}-`)).catch((cause: unknown) => {
      throw new HoldfastError(
        'bad-input',
        `Cannot make a folder for the drill in ${JSON.stringify(parent)}: ${systemErrorText(cause)}. Set TMPDIR to one that ` +
          'can be written.',
        { cause },
      );
    });
    const wiper = await host.start(WIPE(path));
    wiper.stdin.on('error', () => {});
    wiper.stderr.resume();
    await new Promise((resolve) => wiper.stdout.once('data', resolve).once('close', resolve));
    wiper.stdout.resume();
    return new DrillFolder(host, path, wiper);
  }

  /** Idempotent. @returns whether it is gone. */
  async remove(): Promise<boolean> {
    this.#wiper.stdin.end();
    await this.#wiper.exited.catch(() => {});
    return removeFolder(this.#host, this.path);
  }
}

function parentFolder(): string {
  return process.env['RUNNER_TEMP'] || tmpdir();
}

async function removeFolder(host: Host, path: string): Promise<boolean> {
  if (!(await isThere(path))) return true;
  const script = `set -- ${quote(fromText(path))}\n${REMOVE}`;
  await runToEnd(host, script).catch(() => {});
  return !(await isThere(path));
}

async function isThere(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );
}

/**
 * Removes folders of our own user's that drills have left: those whose time is over, and all of the drill `drillId`.
 * @param host This machine. @returns how many.
 */
export async function sweepFolders(host: Host, drillId: string | null): Promise<number> {
  const parent = parentFolder();
  let count = 0;
  for (const name of await readdir(parent).catch(() => [])) {
    const [, drill, ends] = NAME.exec(name) ?? [];
    if (drill === undefined || (drill !== drillId && Number(ends) * 1000 > Date.now())) continue;
    const path = join(parent, name);
    const found = await lstat(path).catch(() => null);
    if (found === null || !found.isDirectory() || found.uid !== process.getuid?.()) continue;
    if (await removeFolder(host, path)) count++;
  }
  return count;
}
