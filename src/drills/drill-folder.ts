import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host, RunningCommand } from '../hosts/host.ts';
import { quote } from '../hosts/quote.ts';
import { systemErrorText } from '../system-error.ts';

const PREFIX = 'holdfast-drill-';

/** A folder of this machine that nobody has touched for so long is what a machine's sudden end left. */
const ABANDONED_AFTER_MS = 2 * 24 * 3_600_000;

/**
 * Removes the folder once its stdin, which is ours, ends: however we end, the data doesn't stay. In a session of its own,
 * where what ends our commands doesn't reach it. What is mounted in there isn't entered.
 */
const WIPE = (path: string) => {
  const folder = quote(fromText(path));
  const wipe = `cat >/dev/null; chmod -R u+rwX -- "$1" 2>/dev/null; rm -rf --one-file-system -- "$1" 2>/dev/null || rm -rf -- "$1"`;
  return `command -v setsid >/dev/null || { echo none; exec cat >/dev/null; }
echo wiper
exec setsid -w sh -c ${quote(fromText(wipe))} sh ${folder}`;
};

/** A folder of this machine that a drill works in. It is gone when we are. */
export class DrillFolder {
  readonly path: string;
  readonly #wiper: RunningCommand;

  private constructor(path: string, wiper: RunningCommand) {
    this.path = path;
    this.#wiper = wiper;
  }

  /** @param host This machine. @throws HoldfastError bad-input when it can't be made. */
  static async make(host: Host, drillId: string): Promise<DrillFolder> {
    const parent = process.env['RUNNER_TEMP'] || tmpdir();
    const path = await mkdtemp(join(parent, `${PREFIX}${drillId}-`)).catch((cause: unknown) => {
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
    return new DrillFolder(path, wiper);
  }

  /** Idempotent. @returns whether it is gone. */
  async remove(): Promise<boolean> {
    this.#wiper.stdin.end();
    await this.#wiper.exited.catch(() => {});
    await rm(this.path, { recursive: true, force: true }).catch(() => {});
    return (await lstat(this.path).catch(() => null)) === null;
  }
}

/** Removes folders that drills have left: all of the drill `drillId`, and old ones of our own user. @returns how many. */
export async function sweepFolders(drillId: string | null): Promise<number> {
  const parent = process.env['RUNNER_TEMP'] || tmpdir();
  let count = 0;
  for (const name of await readdir(parent).catch(() => [])) {
    if (!name.startsWith(PREFIX)) continue;
    const path = join(parent, name);
    const found = await lstat(path).catch(() => null);
    if (found === null || !found.isDirectory() || found.uid !== process.getuid?.()) continue;
    const isOurs = drillId !== null && name.startsWith(`${PREFIX}${drillId}-`);
    if (!isOurs && Date.now() - found.mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(path, { recursive: true, force: true }).catch(() => {});
    count++;
  }
  return count;
}
