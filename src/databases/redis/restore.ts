import { randomBytes } from 'node:crypto';
import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { DatabaseContext, RestoredDatabase, RestoreTerms, StoredDump } from '../database.ts';
import { requireDumpedBy } from '../dumped-by.ts';
import { runFed, wholeContent } from '../fed-tool.ts';
import { userIn, whoRunsIn } from '../in-use.ts';
import { stampNow } from '../stamp.ts';
import { ToolMessages } from '../tool-output.ts';
import { MAKE_AND_ENTER } from '../work-folder.ts';
import type { RedisChoices } from './choices.ts';
import { BrokenRdb, rdbOf } from './rdb-stream.ts';

/**
 * Puts a dump where a server finds it when it starts: beside its place first, checked as it passes and by `redis-check-rdb` where
 * that is, then in its place. A server that runs doesn't look at it, and writes over it when it stops.
 */
export async function restoreRedis(
  host: Host,
  { file, toolFolder }: RedisChoices,
  { record, content }: StoredDump,
  { overwrite }: RestoreTerms,
  context: DatabaseContext,
): Promise<RestoredDatabase> {
  requireDumpedBy(['redis'], record, 'as Redis’s');
  if (file === null) throw noFile(record.name);
  const aside = `${file}.before-${stampNow()}`;
  const work = `${file}.restore-${randomBytes(4).toString('hex')}`;
  const names = { file, aside, work, folder: toolFolder };
  const script = restoreScript(names, { overwrite, isRdb: record.format === 'rdb' });
  // An RDB says itself whether it is whole.
  const stdin = record.format === 'rdb' ? rdbOf(content()) : wholeContent(content(), record);
  const output = await runFed(host, script, { stdin, signal: context.signal }).catch(
    async (error: unknown) => {
      // The shell removes it, unless it was ended too soon for that.
      const late = AbortSignal.timeout(REMOVE_LIMIT_MS);
      await runToEnd(host, `rm -rf ${quote(fromText(work))}`, { signal: late }).catch(() => {});
      throw explained(host, record.name, error);
    },
  );
  const said = output.stdout.toString('latin1').split('\n');
  if (said.includes('in-the-way')) throw inTheWay(host, file, overwrite);
  const user = userIn(output.stdout.toString('latin1'));
  if (user !== null) throw inUse(host, file, user);
  if (!isSuccess(output.exit)) {
    const messages = new ToolMessages().addAll(output.stderr);
    throw failure(
      host,
      record.name,
      `the command ${endedWith(output.exit)}${messages.shown}, expected exit status 0`,
    );
  }
  if (record.format === 'rdb')
    context.onInfo(
      `${displayText(file)}: start the server now; with appendonly yes it reads its AOF instead`,
    );
  return {
    database: displayText(file),
    movedAside: said.includes('aside') ? displayText(aside) : null,
    verified: null,
  };
}

const REMOVE_LIMIT_MS = 5000;

/** As /proc names them. */
const SERVERS = ['redis-server', 'valkey-server', 'keydb-server'];

/** The new file belongs to whom the old one did, else to the folder's owner. */
function restoreScript(
  { file, aside, work, folder }: { file: string; aside: string; work: string; folder: string | null },
  { overwrite, isRdb }: { overwrite: boolean; isRdb: boolean },
): string {
  const tools = ['redis-check-rdb', 'valkey-check-rdb', 'keydb-check-rdb'].map((name) =>
    folder === null ? `"$(command -v ${name})"` : quote(fromText(`${folder}/${name}`)),
  );
  const unlessServed = `p=$(dirname "$f"); u=$(${whoRunsIn(SERVERS)}); [ -z "$u" ] || { echo "$u"; exit 0; }`;
  const check = `for t in ${tools.join(' ')}; do [ -x "$t" ] || continue; "$t" "$s" >&2 || exit 1; break; done`;
  return `f=${quote(fromText(file))} a=${quote(fromText(aside))} d=${quote(fromText(work))} s=restored
${isRdb ? unlessServed : ''}
if [ -d "$f" ] || { [ -s "$f" ] && ${overwrite ? 'false' : 'true'}; }; then echo in-the-way; exit 0; fi
trap 'rm -rf "$d"' EXIT
trap 'exit 143' HUP INT TERM
{ ${MAKE_AND_ENTER}; } || exit 1
cat >"$s" || exit 1
${isRdb ? check : ''}
o=$f; [ -e "$o" ] || o=$(dirname "$f")
u=$(stat -L -c %u:%g "$o" 2>/dev/null || stat -L -f %u:%g "$o" 2>/dev/null)
chmod 640 "$s" || exit 1
[ -z "$u" ] || chown "$u" "$s" 2>/dev/null
if [ -e "$f" ]; then mv "$f" "$a" || exit 1; [ ! -s "$a" ] || echo aside; fi
mv -f "$s" "$f" || { mv "$a" "$f"; exit 1; }`;
}

function noFile(name: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot restore the dump ${name} into a running Redis: it loads an RDB only when it starts. Ask it for its place (CONFIG GET ` +
      'dir, CONFIG GET dbfilename), stop it, restore into that file (--into redis:/var/lib/redis/dump.rdb), and start it; with ' +
      'appendonly yes start it once with appendonly no, and switch it on again when it has loaded (CONFIG SET appendonly yes).',
  );
}

function inUse(host: Host, file: string, user: string): HoldfastError {
  return new HoldfastError(
    'restore-blocked',
    `Cannot restore ${JSON.stringify(file)} on "${host.name}": ${user} runs in that folder, and would write over it when it stops. Stop it ` +
      'first (--before), and start it afterwards (--after); or restore into another folder.',
  );
}

function inTheWay(host: Host, file: string, overwrite: boolean): HoldfastError {
  return new HoldfastError(
    'restore-blocked',
    `Cannot restore ${JSON.stringify(file)} on "${host.name}": ${overwrite ? 'it is a folder' : 'it is there'}, expected none. ` +
      'Name another file, or say that it may be renamed aside (--overwrite-database).',
  );
}

function explained(host: Host, name: string, error: unknown): unknown {
  return error instanceof BrokenRdb ? failure(host, name, `the RDB is broken: ${error.message}`) : error;
}

function failure(host: Host, name: string, problem: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot restore the dump ${name} on "${host.name}": ${problem}. Nothing of it was kept.`,
  );
}
