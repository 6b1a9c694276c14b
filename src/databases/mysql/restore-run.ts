import { randomBytes } from 'node:crypto';
import { type ByteString, fromText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { BrokenDump } from '../broken-dump.ts';
import { adviceBy } from '../connection-advice.ts';
import { runFed } from '../fed-tool.ts';
import { quoted } from '../quoted.ts';
import { toolCall } from './access.ts';
import { ClientMessages } from './client-messages.ts';
import { DumpContents } from './contents.ts';
import { DumpReader } from './dump-reader.ts';
import type { RestoreTrace } from './restore-cleanup.ts';
import type { RestoreWork } from './restore-work.ts';
import { CLIENT_ARGS } from './session.ts';
import { literal, sql } from './sql.ts';
import { findClient } from './tools.ts';

/** What the client may print: our own marker, and what a dump asks for. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Rows that were there before a check was, or that came while none was made, come back as they were: what counts is that they are compared.
 * (The dump itself says the same of foreign keys. MySQL has nothing of the kind.)
 */
const UNCHECKED = sql`SET SESSION check_constraint_checks = 0;\n`;

const ADVICE = adviceBy([
  [
    /ERROR (1153|2006|2013) /,
    'Unless the server was stopped, a row is larger than it takes: SET GLOBAL max_allowed_packet = 1073741824, and restore again.',
  ],
  [
    /ERROR (1227|1419) /,
    'Restore as an account that may make objects of others: it wants SET USER (MariaDB), SET_USER_ID or SUPER.',
  ],
  [
    /ERROR (1115|1273|1286) /,
    'Restore onto a server of the product and version that was dumped, or a newer one; or edit the dump: --target FOLDER gives it as a file.',
  ],
  [
    /ERROR 3819 /,
    'Its own checks refuse a row that it holds: --target FOLDER gives the dump as a file, to be edited.',
  ],
]);

/** To be given to `runStatements`, which writes into it what it has sent. */
export function newTrace(): RestoreTrace {
  const lock = `holdfast_restore_${randomBytes(8).toString('hex')}` as ByteString;
  return { contents: new DumpContents(), lock };
}

/**
 * Has the client run a dump in `database`; it stops at the first error. To it the end of its input looks the same when a
 * connection is cut: only what a last statement of ours answers says that all was read.
 *
 * @throws HoldfastError command-failed with the client's own words.
 */
export async function runStatements(
  work: RestoreWork,
  database: string,
  content: AsyncIterable<Uint8Array>,
  trace = newTrace(),
): Promise<void> {
  const { host, choices, context } = work;
  const { access } = choices;
  const client = await findClient(host, {
    prefer: work.server.facts.product,
    folder: access.toolFolder,
    signal: context.signal,
  });
  const args = [...CLIENT_ARGS, '--max-allowed-packet=1G', `--database=${database}`].map(fromText);
  const { script, input } = toolCall(access, client, args);
  const marker = randomBytes(16).toString('hex');
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield input;
    yield toBytes(sql`DO GET_LOCK(${literal(trace.lock)}, 0);\n`);
    if (work.server.facts.product === 'mariadb') yield toBytes(UNCHECKED);
    yield* whole(content, trace.contents);
    yield Buffer.from(`\nSELECT '${marker}';\n`);
  }
  const { signal } = context;
  const options = { stdin: stdin(), limitBytes: OUTPUT_LIMIT_BYTES, signal };
  const output = await runFed(host, script, options).catch((error: unknown) => {
    throw explained(work, database, error);
  });
  const messages = new ClientMessages([access.password ?? '']).addAll(output.stderr);
  if (!isSuccess(output.exit)) {
    throw failure(
      work,
      database,
      `the command ${endedWith(output.exit)}${messages.shown}, expected exit status 0`,
    );
  }
  if (!output.stdout.toString('latin1').trimEnd().endsWith(marker)) {
    throw failure(work, database, 'the client ended before it had read all of the dump');
  }
  for (const line of messages.lines) context.onWarning(line);
}

function explained(work: RestoreWork, database: string, error: unknown): unknown {
  return error instanceof BrokenDump
    ? failure(work, database, `the dump is broken: ${error.message}`)
    : error;
}

async function* whole(
  content: AsyncIterable<Uint8Array>,
  contents: DumpContents,
): AsyncGenerator<Uint8Array> {
  const reader = new DumpReader(contents);
  for await (const chunk of content) {
    reader.push(chunk); // before it is sent: what may have been made is known
    yield chunk;
  }
  reader.finish();
}

function failure({ host, dump }: RestoreWork, database: string, problem: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot restore the dump ${dump.record.name} into the database ${quoted(database)} on "${host.name}": ${problem}.${ADVICE(problem)}`,
  );
}
