import { type ByteString, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { BrokenDump } from '../broken-dump.ts';
import type { RestoredDatabase } from '../database.ts';
import { wholeContent } from '../fed-tool.ts';
import { MAINTENANCE_DATABASE } from './choices.ts';
import { PlainReader, unquoted } from './plain-reader.ts';
import { runRestore } from './restore-run.ts';
import type { RestoreWork } from './restore-work.ts';
import type { PsqlSession } from './session.ts';
import { sql } from './sql.ts';

/** Roles and tablespaces are few; more isn't what pg_dumpall writes. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Makes the roles and tablespaces that aren't there. Those that are stay as they are, passwords and rights and all: a
 * restore must not lock anybody out.
 */
export async function restoreGlobals(work: RestoreWork, session: PsqlSession): Promise<RestoredDatabase> {
  const there = await session.query(
    sql`SELECT rolname FROM pg_roles UNION ALL SELECT spcname FROM pg_tablespace`,
    1,
  );
  const names = new Set(there.map(([name = '']) => name));
  const { kept, left } = await withoutThose(work, names);
  if (left.size > 0)
    work.context.onInfo(`Left as they are: ${left.size} roles and tablespaces that are there already.`);
  const dump = {
    record: { ...work.dump.record, format: 'plain', size_bytes: kept.length },
    content: async function* content() {
      yield toBytes(kept);
    },
  };
  // A tablespace can't be made in a transaction; what a first try made, a second leaves as it is.
  await runRestore({ ...work, dump, hasSecrets: true }, MAINTENANCE_DATABASE, { inOneTransaction: false });
  return { database: null, movedAside: null, verified: null };
}

/** The statements but those that make or alter what is there. @throws HoldfastError before anything was changed. */
async function withoutThose(
  { dump, host }: RestoreWork,
  names: ReadonlySet<string>,
): Promise<{ kept: ByteString; left: ReadonlySet<string> }> {
  const statements: string[] = [];
  const left = new Set<string>();
  const { record } = dump;
  const reader = new PlainReader(
    {
      statement: (text) => {
        const name = nameIn(text);
        if (name !== null && names.has(name)) left.add(name);
        else statements.push(`${text};\n`);
      },
      comment: () => {},
      copy: (_text, table) => {
        throw new BrokenDump(`it has data of ${table}, expected none`);
      },
      data: () => {},
      dataEnd: () => {},
    },
    { wholeUpToBytes: MAX_BYTES },
  );
  try {
    if (record.size_bytes > MAX_BYTES) throw new BrokenDump(`it is larger than ${MAX_BYTES} bytes`);
    for await (const part of wholeContent(dump.content(), record)) reader.push(part);
    reader.finish();
  } catch (error) {
    if (!(error instanceof BrokenDump)) throw error;
    throw new HoldfastError(
      'command-failed',
      `Cannot restore the dump ${record.name} on "${host.name}": the dump is broken: ${error.message}. Nothing was changed.`,
    );
  }
  return { kept: statements.join('') as ByteString, left };
}

const MADE = /^(?:CREATE|ALTER) (?:ROLE|TABLESPACE) ("(?:[^"]|"")+"|[^\s;]+)/s;

function nameIn(statement: ByteString): string | null {
  const name = MADE.exec(statement)?.[1];
  return name === undefined ? null : unquoted(name);
}
