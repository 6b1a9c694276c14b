import { randomBytes } from 'node:crypto';
import { type ByteString, fromText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { BrokenDump } from '../broken-dump.ts';
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
    `Cannot restore the dump ${dump.record.name} into the database ${quoted(database)} on "${host.name}": ${problem}.`,
  );
}
