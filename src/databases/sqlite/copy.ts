import { once } from 'node:events';
import { dirname } from 'node:path';
import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith } from '../../hosts/exit-status.ts';
import type { Host, RunningCommand } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { SqliteChoices } from './choices.ts';
import { fileUri, OWN_FLAGS, type Tool, wordsOf } from './tool.ts';

/** What a script of ours says is short. */
const MAX_WORDS_BYTES = 64 * 1024;

/**
 * A copy of a database's one moment, in a folder of its own that nobody else may enter. It is there for as long as the shell runs
 * that made it: that removes it, also when it is ended or the connection is cut.
 */
export class Copy {
  /** Of letters, digits and what `work-folder` has. */
  readonly path: string;
  readonly sizeBytes: number;
  /** Of the database's own file: `640 1000:1000`. */
  readonly owner: string;
  readonly #host: Host;
  readonly #command: RunningCommand;
  readonly #ending: AbortController;
  #isClosed = false;

  private constructor(host: Host, said: string, command: RunningCommand, ending: AbortController) {
    const [path = '', size, owner = ''] = said.split('\n');
    this.path = path;
    this.sizeBytes = Number(size);
    this.owner = owner;
    this.#host = host;
    this.#command = command;
    this.#ending = ending;
  }

  /**
   * Resolves when the copy is made: from then on nothing of the database is held.
   * @throws HoldfastError dump-failed with sqlite3's own words, and what the host throws.
   */
  static async make(
    host: Host,
    { choices, tool, signal }: { choices: SqliteChoices; tool: Tool; signal: AbortSignal },
  ): Promise<Copy> {
    const ending = new AbortController();
    const command = await host.start(copyScript(choices, tool), {
      signal: AbortSignal.any([ending.signal, signal]),
    });
    command.stdin.on('error', () => {});
    command.exited.catch(() => {});
    const errors = readWords(command.stderr);
    const said = await readUntilReady(command);
    if (said !== null) return new Copy(host, said, command, ending);
    const exit = await command.exited;
    const words = wordsOf(await errors);
    throw new HoldfastError(
      'dump-failed',
      `Cannot copy the SQLite database ${JSON.stringify(choices.path)} on "${host.name}": the command ` +
        `${endedWith(exit)}${words}. Nothing of it was kept as a dump.${words.includes(READONLY) ? READONLY_ADVICE : ''}`,
    );
  }

  /** Removes it. Idempotent; never rejects. */
  async close(): Promise<void> {
    this.#command.stdin.end();
    const late = setTimeout(() => this.#ending.abort(), CLOSE_LIMIT_MS);
    const hasEnded = await this.#command.exited.then(
      () => true,
      () => false,
    );
    clearTimeout(late);
    if (hasEnded || this.#isClosed) return;
    this.#isClosed = true;
    // A shell that was ended may have been ended before it had removed it.
    const script = `rm -rf ${quote(fromText(dirname(this.path)))}`;
    await runToEnd(this.#host, script, { signal: AbortSignal.timeout(REMOVE_LIMIT_MS) }).catch(() => {});
  }
}

/** A large file takes a moment to be removed. */
const CLOSE_LIMIT_MS = 10_000;
const REMOVE_LIMIT_MS = 5000;

const READY = 'holdfast-ready';

const READONLY = 'attempt to write a readonly database';
const READONLY_ADVICE =
  ' Beside it lies the journal of a transaction that was cut off, which root does not play back: start the application, which ' +
  'does, or name the account that it has (?as=).';

/**
 * Sets `$f`, which sqlite3 opens. Root opens a database for reading alone unless it was named by `as`: whoever may write beside it
 * could lay a journal there, and what plays that back removes the file that it names, any of the host. And only by a sqlite3 that
 * opens no WAL through a symlink, as old ones do: it would make the file where that leads, and give it to the database's owner.
 */
function openedAs({ path, runAs }: SqliteChoices, tool: string): string {
  if (runAs !== null) return 'f=$p';
  return `f=$p
if [ "$(id -u)" = 0 ]; then
  f=${quote(fromText(fileUri(path, 'mode=ro')))}
  ${tool} probe 'PRAGMA journal_mode = wal' >/dev/null || exit 1
  for x in wal shm; do
    ln -s led "probe-$x" && { ${tool} probe 'PRAGMA user_version = 1' >/dev/null 2>&1; rm "probe-$x"; }
    [ ! -h led ] && [ ! -e led ] || {
      echo "this sqlite3 follows symlinks that somebody may lay beside the database: name the account that it has (?as=), or a newer one (?bin=)" >&2
      exit 1
    }
  done
fi`;
}

/**
 * The transaction is what makes the copy of one moment: without it sqlite3 begins anew whenever somebody writes. A folder whose
 * name is odd is only entered: SQLite's own commands read things into names.
 */
function copyScript(choices: SqliteChoices, { path: toolPath }: Tool): string {
  const { path, workFolder, lockWaitSeconds } = choices;
  const tool = `${quote(fromText(toolPath))} ${OWN_FLAGS}`;
  return `p=${quote(fromText(path))}
[ -f "$p" ] || { echo "there is no such file" >&2; exit 1; }
[ -s "$p" ] || { echo "the file is empty: it is no database yet" >&2; exit 1; }
umask 077
d=$(mktemp -d ${quote(fromText(workFolder))}/holdfast-sqlite-XXXXXXXX) || exit 1
trap 'rm -rf "$d"' EXIT
trap 'exit 143' HUP INT TERM
cd "$d" || exit 1
${openedAs(choices, tool)}
${tool} "$f" >out <<'END' || exit 1
.timeout ${lockWaitSeconds * 1000}
BEGIN;
SELECT count(*) FROM sqlite_master;
.backup main copy
COMMIT;
END
[ -s copy ] || { echo "sqlite3 made no copy" >&2; exit 1; }
o=$(stat -L -c '%a %u:%g' "$p" 2>/dev/null || stat -L -f '%Lp %u:%g' "$p" 2>/dev/null)
printf '%s\\n%s\\n%s\\n${READY}\\n' "$d/copy" "$(wc -c <copy)" "$o"
cat >/dev/null`;
}

/** Null: the command ended without. */
async function readUntilReady({ stdout }: RunningCommand): Promise<string | null> {
  let said = '';
  const onData = (chunk: Buffer) => {
    said += chunk.toString('utf8');
    if (said.length > MAX_WORDS_BYTES || said.endsWith(`${READY}\n`)) stdout.emit('ready');
  };
  stdout.on('data', onData);
  await Promise.race([once(stdout, 'ready'), once(stdout, 'end'), once(stdout, 'close')]);
  return said.endsWith(`${READY}\n`) ? said : null;
}

async function readWords(stderr: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of stderr) {
      if (length < MAX_WORDS_BYTES) parts.push(part);
      length += part.length;
    }
  } catch {
    // How the command ended says why.
  }
  return Buffer.concat(parts);
}
