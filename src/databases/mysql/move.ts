import { type ByteString, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { runToEnd } from '../../hosts/output.ts';
import { ToolMessages } from '../tool-output.ts';
import { toolCall } from './access.ts';
import { runStatements } from './restore-run.ts';
import type { RestoreWork } from './restore-work.ts';
import { isNamed } from './server.ts';
import { identifier, joined, sql } from './sql.ts';
import { listTables } from './tables.ts';
import { findDumpTool } from './tools.ts';

/** Triggers, routines, events and views are text, and not much of it. */
const MAX_OBJECTS_BYTES = 256 * 1024 * 1024;

/**
 * Moves all that the database `from` holds into `to`, which is there and empty; `from` is gone then. A database can't be renamed:
 * its tables and sequences are, all in one statement, with their data where it is. What isn't a table is read by the dump tool
 * first and made anew: triggers keep their tables from being moved, and nothing else can be.
 */
export async function moveDatabase(
  work: RestoreWork,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const session = await work.server.open();
  try {
    const [source, target] = [fromText(from), fromText(to)];
    const tables = await listTables(session, source);
    const views = tables.filter(({ kind }) => kind === 'view').map(({ name }) => name);
    const objects = await readObjects(
      work,
      from,
      ['--routines', '--events', '--triggers', '--no-create-info'],
      [],
    );
    const viewText = views.length === 0 ? null : await readObjects(work, from, ['--skip-triggers'], views);
    const triggers = await session.query(
      sql`SELECT trigger_name FROM information_schema.triggers WHERE ${isNamed('trigger_schema', source)}`,
      1,
    );
    const drops = triggers.map(
      ([name = EMPTY]) => sql`DROP TRIGGER ${identifier(source)}.${identifier(name)}`,
    );
    if (drops.length > 0) await session.run(joined(drops, '; '));
    const renames = tables
      .filter(({ kind }) => kind !== 'view')
      .map(({ name }) => {
        const named = identifier(name);
        return sql`${identifier(source)}.${named} TO ${identifier(target)}.${named}`;
      });
    if (renames.length > 0) await session.run(sql`RENAME TABLE ${joined(renames, ', ')}`);
    for (const text of [objects, viewText]) {
      if (text !== null) await runStatements(work, to, once(text), { isDump: true });
    }
    await session.run(sql`DROP DATABASE ${identifier(source)}`);
  } finally {
    await session.close();
  }
}

/** What the dump tool writes of `database` without rows. */
async function readObjects(
  work: RestoreWork,
  database: string,
  options: readonly string[],
  names: readonly ByteString[],
): Promise<Buffer> {
  const { host, choices, server, context } = work;
  const search = { server: server.facts, folder: choices.access.toolFolder, signal: context.signal };
  const tool = await findDumpTool(host, search);
  const gtid = tool.product === 'mysql' ? ['--set-gtid-purged=OFF'] : [];
  const args = [
    ...['--no-data', '--no-tablespaces', '--skip-dump-date', '--default-character-set=utf8mb4'],
    ...[...gtid, ...options, '--', database],
  ];
  const { script, input } = toolCall(choices.access, tool, [...args.map(fromText), ...names]);
  const limitBytes = MAX_OBJECTS_BYTES;
  const output = await runToEnd(host, script, { stdin: input, limitBytes, signal: context.signal });
  if (isSuccess(output.exit)) return output.stdout;
  const messages = new ToolMessages([choices.access.password ?? '']);
  for (const line of output.stderr.toString('latin1').split('\n')) messages.add(line as ByteString);
  throw new HoldfastError(
    'command-failed',
    `Cannot read triggers, routines and views on "${host.name}": the dump tool ${endedWith(output.exit)}${messages.shown}.`,
  );
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const EMPTY = '' as ByteString;
