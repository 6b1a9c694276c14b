import { randomBytes } from 'node:crypto';
import { lstat, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { displayText, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host, RunningCommand } from '../hosts/host.ts';
import { runToEnd } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';

/** `holdfast-drill-<drill's ID>-<when it is over, in seconds since 1970>-<random>`. */
const PREFIX = 'holdfast-drill-';
const NAME = /^holdfast-drill-(.+)-(\d{9,12})-[^-]+$/;

/**
 * Removes the folder `$1`. What is mounted in it is not entered: it may be anybody's. Where we were killed, a tar of ours may still
 * be at its last bytes: then it is tried again.
 */
const REMOVE = `for i in 1 2 3 4 5; do
chmod -R u+rwX -- "$1" 2>/dev/null
rm -rf --one-file-system -- "$1" 2>/dev/null || find "$1" -xdev -depth -delete 2>/dev/null
[ -e "$1" ] || break; sleep 1
done`;

/**
 * Makes the folder, and removes it once its stdin, which is ours, ends: however we end, the data doesn't stay, nor an empty folder
 * where we end between the two. In a session of its own, where what ends our commands doesn't reach it.
 */
const KEEPER = (path: string) => `umask 077
command -v setsid >/dev/null && set -- setsid -w || set --
exec "$@" sh -c ${quote(fromText(`mkdir -- "$1" || exit 1\necho ${MADE}\ncat >/dev/null\n${REMOVE}`))} sh ${quote(fromText(path))}`;
const MADE = 'made';

/** A folder of this machine that a drill works in. It is gone when we are. */
export class DrillFolder {
  readonly path: string;
  readonly #host: Host;
  readonly #keeper: RunningCommand;

  private constructor(host: Host, path: string, keeper: RunningCommand) {
    this.#host = host;
    this.path = path;
    this.#keeper = keeper;
  }

  /**
   * @param host This machine.
   * @param drill Its ID, and how long it may last.
   * @throws HoldfastError bad-input when it can't be made.
   */
  static async make(host: Host, drill: { id: string; timeMs: number }): Promise<DrillFolder> {
    const parent = parentFolder();
    const ends = Math.ceil((Date.now() + drill.timeMs) / 1000);
    const path = join(parent, `${PREFIX}${drill.id}-${ends}-${randomBytes(6).toString('hex')}`);
    const keeper = await host.start(KEEPER(path));
    keeper.stdin.on('error', () => {});
    let said = '';
    keeper.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString('utf8')).slice(-SAID_CHARACTERS);
    });
    const isMade = await new Promise<boolean>((resolve) => {
      keeper.stdout.once('data', () => resolve(true)).once('close', () => resolve(false));
    });
    if (isMade) {
      keeper.stdout.resume();
      return new DrillFolder(host, path, keeper);
    }
    throw new HoldfastError(
      'bad-input',
      `Cannot make a folder for the drill in ${JSON.stringify(parent)}: ${displayText(said.trim())}. Set TMPDIR to one that ` +
        'can be written.',
    );
  }

  /** Idempotent. @returns whether it is gone. */
  async remove(): Promise<boolean> {
    this.#keeper.stdin.end();
    await this.#keeper.exited.catch(() => {});
    return removeFolder(this.#host, this.path);
  }
}

const SAID_CHARACTERS = 500;

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
