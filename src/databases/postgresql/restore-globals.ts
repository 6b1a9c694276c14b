import { type ByteString, fromBytes, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import { MAINTENANCE_DATABASE } from './choices.ts';
import { runRestore } from './restore-run.ts';
import type { RestoreWork } from './restore-work.ts';
import type { PsqlSession } from './session.ts';
import { sql } from './sql.ts';
import { SqlLexer } from './sql-lexer.ts';

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
  const { kept, left } = withoutThose(await readWhole(work), names);
  if (left.size > 0)
    work.context.onInfo(`Left as they are: ${left.size} roles and tablespaces that are there already.`);
  const dump = {
    record: { ...work.dump.record, format: 'plain', size_bytes: kept.length },
    content: async function* content() {
      yield toBytes(kept);
    },
  };
  // A tablespace can't be made in a transaction; what a first try made, a second leaves as it is.
  await runRestore({ ...work, dump }, MAINTENANCE_DATABASE, { inOneTransaction: false });
  return { database: null, movedAside: null, verified: null };
}

/** The statements but those that make or alter what is there. */
function withoutThose(
  dump: ByteString,
  names: ReadonlySet<string>,
): { kept: ByteString; left: ReadonlySet<string> } {
  const statements: string[] = [];
  const left = new Set<string>();
  const lexer = new SqlLexer({
    statement: (text) => {
      const name = nameIn(text);
      if (name !== null && names.has(name)) left.add(name);
      else statements.push(`${text};\n`);
    },
    comment: () => {},
  });
  for (const byte of toBytes(dump)) lexer.take(byte);
  return { kept: statements.join('') as ByteString, left };
}

const MADE = /^(?:CREATE|ALTER) (?:ROLE|TABLESPACE) ("(?:[^"]|"")+"|[^\s;]+)/s;

function nameIn(statement: ByteString): string | null {
  const name = MADE.exec(statement)?.[1];
  if (name === undefined) return null;
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name;
}

async function readWhole({ dump }: RestoreWork): Promise<ByteString> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of dump.content()) {
    sizeBytes += part.length;
    if (sizeBytes > MAX_BYTES) {
      throw new HoldfastError(
        'repository-damaged',
        `Cannot restore the dump ${dump.record.name}: it is larger than ${MAX_BYTES} bytes, expected roles and tablespaces.`,
      );
    }
    parts.push(part);
  }
  return fromBytes(Buffer.concat(parts));
}
