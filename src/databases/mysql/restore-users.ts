import { type ByteString, display, fromBytes } from '../../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import { BrokenDump } from '../broken-dump.ts';
import type { RestoredDatabase } from '../database.ts';
import { DumpContents } from './contents.ts';
import { DumpReader } from './dump-reader.ts';
import type { RestoreWork } from './restore-work.ts';
import { ACCOUNT_MARK, accountKey, listAccounts } from './users.ts';

/** Accounts are few; more isn't what we wrote. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Makes the accounts that aren't there, with what they are granted. Those that are stay as they are, passwords and rights and
 * all: a restore must not lock anybody out.
 */
export async function restoreUsers(work: RestoreWork): Promise<RestoredDatabase> {
  const { server, dump, context } = work;
  if (dump.record.engine !== server.facts.product) {
    throw new HoldfastError(
      'bad-input',
      `Cannot restore the dump ${dump.record.name}: its accounts are ${dump.record.engine}’s, and the server is ` +
        `${server.facts.product}, which writes them otherwise. Make them by hand from the file: --target.`,
    );
  }
  const statements = await readStatements(work);
  const session = await server.open();
  try {
    const there = new Set((await listAccounts(session, server.facts)).map(accountKey));
    const accounts = new Set(statements.map(({ account }) => account));
    const left = [...accounts].filter((account) => there.has(account));
    if (left.length > 0) context.onInfo(`Left as they are: ${left.length} accounts that are there already.`);
    for (const { account, text } of statements) {
      if (there.has(account)) continue;
      try {
        await session.run(text);
      } catch (error) {
        throw refused(work, account, error);
      }
    }
  } finally {
    await session.close();
  }
  return { database: null, movedAside: null, verified: null };
}

async function readStatements({ dump, host }: RestoreWork): Promise<{ account: string; text: ByteString }[]> {
  const statements: { account: string; text: ByteString }[] = [];
  let account: string | null = null;
  const reader = new DumpReader(new DumpContents(), {
    comment: (line) => {
      if (line.startsWith(ACCOUNT_MARK)) account = line.slice(ACCOUNT_MARK.length);
    },
    statement: (text) => {
      if (account === null) throw new BrokenDump('a statement in it belongs to no account');
      statements.push({ account, text });
    },
  });
  try {
    let sizeBytes = 0;
    for await (const part of dump.content()) {
      sizeBytes += part.length;
      if (sizeBytes > MAX_BYTES) throw new BrokenDump(`it is larger than ${MAX_BYTES} bytes`);
      reader.push(part);
    }
    reader.finish();
  } catch (error) {
    if (!(error instanceof BrokenDump)) throw error;
    throw new HoldfastError(
      'command-failed',
      `Cannot restore the dump ${dump.record.name} on "${host.name}": it is broken: ${error.message}. Nothing was changed.`,
    );
  }
  return statements;
}

function refused({ dump, host }: RestoreWork, account: string, error: unknown): HoldfastError {
  const [user = '', from = ''] = account
    .split(' ')
    .map((part) => display(fromBytes(Buffer.from(part === '-' ? '' : part, 'hex'))));
  const reason = withoutStatement(asHoldfastError(error)?.message ?? String(error));
  return new HoldfastError(
    'command-failed',
    `Cannot restore the account "${user}"@"${from}" of ${dump.record.name} on "${host.name}": ${reason} What came before it ` +
      'was made. Restore the databases that grants name first.',
    // No cause: it quotes the statement.
  );
}

/** The client shows the whole statement before the error, and the server a part of it: a password's hash may stand in both. */
function withoutStatement(said: string): string {
  const [, before = ''] = /^(.*?ended with exit status \d+)/s.exec(said) ?? [];
  const at = said.lastIndexOf('ERROR ');
  if (at < 0) return /\bIDENTIFIED\b/i.test(said) ? 'the server refused it.' : said;
  const error = said
    .slice(at)
    .replace(/ near '.*$/s, ' near what is not shown here, since it may be a password’s hash.');
  return `${before === '' ? '' : `${before}: `}${error}`;
}
