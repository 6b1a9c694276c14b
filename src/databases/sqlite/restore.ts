import { randomBytes } from 'node:crypto';
import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { type Output, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { requireAsDumped } from '../as-dumped.ts';
import type { DatabaseContext, RestoredDatabase, RestoreTerms, StoredDump } from '../database.ts';
import { requireDumpedBy } from '../dumped-by.ts';
import { userIn, WHO_HAS_IT_OPEN } from '../in-use.ts';
import { quoted } from '../quoted.ts';
import { stampNow } from '../stamp.ts';
import { MAKE_AND_ENTER } from '../work-folder.ts';
import { behindLinks } from './behind-links.ts';
import type { SqliteChoices } from './choices.ts';
import { compareNow } from './compare-now.ts';
import { requireIntact } from './fingerprint.ts';
import { findTool, OWN_FLAGS, type StillFile, wordsOf } from './tool.ts';

/** In a folder of its own, beside the file that it becomes. */
const STAGED = 'restored';

interface RestoreWork {
  readonly host: Host;
  readonly choices: SqliteChoices;
  readonly dump: StoredDump;
  readonly context: DatabaseContext;
}

/**
 * Puts a dump back: into a file beside the one that is meant, which is compared there and gets its name only then. What was there
 * keeps its data under another name, with what its journal or WAL held.
 */
export async function restoreSqlite(
  host: Host,
  named: SqliteChoices,
  dump: StoredDump,
  { overwrite }: RestoreTerms,
  context: DatabaseContext,
): Promise<RestoredDatabase> {
  requireDumpedBy(['sqlite'], dump.record, 'as a SQLite database');
  const choices = { ...named, path: await behindLinks(host, named.path, context.signal) };
  const work = { host, choices, dump, context };
  const tool = await findTool(host, choices.toolFolder, context.signal);
  await requireFree(work, overwrite);
  const folder = `${choices.path}.restore-${randomBytes(4).toString('hex')}`;
  const still = { host, tool, path: `${folder}/${STAGED}`, signal: context.signal };
  try {
    await stage(work, folder);
    const verified = await verify(work, still);
    const movedAside = await swap(work, { folder, tool: tool.path });
    return { database: displayText(choices.path), movedAside, verified };
  } catch (error) {
    await remove(work, folder);
    throw error;
  }
}

async function requireFree({ host, choices, context }: RestoreWork, overwrite: boolean): Promise<void> {
  const script = `p=${quote(fromText(choices.path))}
if [ -d "$p" ]; then echo folder; elif [ -s "$p" ]; then echo full; fi
[ ! -f "$p" ] || { ${WHO_HAS_IT_OPEN}; }`;
  const { stdout } = await runToEnd(host, script, { signal: context.signal });
  const said = stdout.toString('latin1');
  const problem = inTheWay(said, overwrite);
  if (problem === null) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore the SQLite database ${JSON.stringify(choices.path)} on "${host.name}": ${problem}`,
  );
}

/** Whoever has the file open goes on writing into what is renamed aside: what it writes there, nobody reads again. */
function inTheWay(said: string, overwrite: boolean): string | null {
  const state = /^(folder|full)$/m.exec(said)?.[1];
  if (state === 'folder') return 'it is a folder, expected a file or nothing.';
  if (state === 'full' && !overwrite)
    return 'there is one, expected none. Name another file, or say that it may be renamed aside (--overwrite-database).';
  const user = userIn(said);
  return user === null
    ? null
    : `${user} has it open, and would write on into the old one. Stop what uses it (--before, --after).`;
}

/** Its owner is that of the file that it stands for, else of the one that was dumped. */
async function stage({ host, choices, dump, context }: RestoreWork, folder: string): Promise<void> {
  const [, mode = '600', owner = ''] =
    /^([0-7]{3,4}) ([0-9]+:[0-9]+)$/.exec(dump.record.restore['owner'] ?? '') ?? [];
  const script = `set -e
d=${quote(fromText(folder))} s=${STAGED} p=${quote(fromText(choices.path))}
mkdir -p "$(dirname "$p")"
{ ${MAKE_AND_ENTER}; } || exit 1
cat >"$s"
o=$(stat -L -c '%a %u:%g' "$p" 2>/dev/null || stat -L -f '%Lp %u:%g' "$p" 2>/dev/null || echo ${quote(fromText(`${mode} ${owner}`))})
chmod "\${o%% *}" "$s"
[ -z "\${o#* }" ] || chown "\${o#* }" "$s" 2>/dev/null || true
wc -c <"$s"`;
  const output = await runToEnd(host, script, {
    stdin: dump.content(),
    hasLargeInput: true,
    signal: context.signal,
  });
  requireSuccess({ host, choices, dump }, output);
  const sizeBytes = Number(output.stdout.toString('latin1').trim());
  if (sizeBytes !== dump.record.size_bytes) {
    throw failed(
      { host, choices, dump },
      `${sizeBytes} bytes of it were written, expected ${dump.record.size_bytes}`,
    );
  }
}

async function verify(
  { host, choices, dump, context }: RestoreWork,
  still: StillFile,
): Promise<RestoredDatabase['verified']> {
  await requireIntact(still, choices.check);
  const found = await compareNow(still, dump.record);
  return requireAsDumped(found, { host, database: choices.path, dump, context });
}

/**
 * What the old one's WAL holds goes into its file first: under its new name it has no WAL. Root doesn't open it for that, unless it
 * was named by `as` (`openedAs` in copy.ts says why): WAL and journal move aside with the file, and count for it there. What is left
 * of a file that is gone moves, too: SQLite would play it back into the new one.
 */
async function swap(
  work: RestoreWork,
  { folder, tool }: { folder: string; tool: string },
): Promise<string | null> {
  const { host, choices, context } = work;
  const aside = `${choices.path}.before-${stampNow()}`;
  const script = `d=${quote(fromText(folder))} p=${quote(fromText(choices.path))} a=${quote(fromText(aside))}
moved=
if [ -s "$p" ]${choices.runAs === null ? ' && [ "$(id -u)" != 0 ]' : ''}; then
  ${quote(fromText(tool))} ${OWN_FLAGS} "$p" 'PRAGMA busy_timeout = 5000' 'PRAGMA wal_checkpoint(TRUNCATE)' >/dev/null 2>&1
fi
for x in -wal -shm -journal; do
  [ -e "$p$x" ] || continue
  mv "$p$x" "$a$x" || exit 1
  moved=1
done
if [ -s "$p" ]; then
  mv "$p" "$a" || exit 1
  moved=1
fi
[ -z "$moved" ] || echo aside
mv -f "$d/${STAGED}" "$p" && { rm -rf "$d"; exit 0; }
[ ! -e "$a" ] || mv "$a" "$p"
exit 1`;
  const output = await runToEnd(host, script, { signal: context.signal });
  requireSuccess(work, output);
  return output.stdout.toString('latin1').includes('aside') ? displayText(aside) : null;
}

async function remove({ host, context }: RestoreWork, folder: string): Promise<void> {
  const signal = AbortSignal.timeout(REMOVE_LIMIT_MS);
  const { exit } = await runToEnd(host, `rm -rf ${quote(fromText(folder))}`, { signal }).catch(() => ({
    exit: { code: 1 },
  }));
  if (!isSuccess(exit)) {
    context.onWarning(`The folder ${quoted(folder)} may be left of the restore that failed: remove it.`);
  }
}

const REMOVE_LIMIT_MS = 5000;

function requireSuccess(work: Omit<RestoreWork, 'context'>, { exit, stderr }: Output): void {
  if (!isSuccess(exit))
    throw failed(work, `the command ${endedWith(exit)}${wordsOf(stderr)}, expected exit status 0`);
}

function failed({ host, choices, dump }: Omit<RestoreWork, 'context'>, problem: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot restore the dump ${dump.record.name} as ${quoted(choices.path)} on "${host.name}": ${problem}. Nothing of it was kept.`,
  );
}
