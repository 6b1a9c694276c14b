import { randomBytes } from 'node:crypto';
import { type ByteString, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { type Output, runToEnd } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { quoted } from '../quoted.ts';
import { ToolMessages } from '../tool-output.ts';
import { psqlCall, toolCall } from './access.ts';
import { connectionWord } from './globals.ts';
import type { RestoreWork } from './restore-work.ts';
import { findTool } from './tools.ts';

/** What pg_restore and psql may print: psql a line for each sequence. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Has the dump's own tool fill `database`; it stops at the first error.
 * @throws HoldfastError command-failed with the tool's own words.
 */
export async function runRestore(
  work: RestoreWork,
  database: string,
  { inOneTransaction }: { inOneTransaction: boolean },
): Promise<void> {
  if (work.dump.record.format === 'plain') return restorePlain(work, database, inOneTransaction);
  if (work.choices.jobs > 1 && !inOneTransaction) return restoreFromFile(work, database);
  const args = [
    ...(await restoreArgs(work, database)),
    ...(inOneTransaction ? ['--single-transaction'] : []),
  ];
  const [tool = '', ...rest] = args;
  const { script, input } = toolCall(work.choices.access, tool, rest, { database });
  const output = await run(work, script, joined(input, work.dump.content()));
  requireSuccess(work, output, database);
}

async function restoreArgs(work: RestoreWork, database: string): Promise<string[]> {
  const { choices, dump, host, context } = work;
  const serverMajor = Number(dump.record.restore['server_major']);
  const { toolFolder } = choices.access;
  const tool = await findTool(host, 'pg_restore', {
    serverMajor,
    folder: toolFolder,
    signal: context.signal,
  });
  return [
    tool.path,
    `--format=${dump.record.format}`,
    '--exit-on-error',
    '--no-password',
    `--dbname=dbname=${connectionWord(database)}`,
    ...(choices.owner ? [] : ['--no-owner']),
    ...(choices.privileges ? [] : ['--no-privileges']),
  ];
}

/**
 * Several tables at a time: pg_restore does that only from a file, which stands in the work folder meanwhile, for nobody
 * else to read. The shell that wrote it removes it, also when it is ended.
 */
async function restoreFromFile(work: RestoreWork, database: string): Promise<void> {
  const { choices } = work;
  const [tool = '', ...rest] = await restoreArgs(work, database);
  const file = `${choices.workFolder}/holdfast-restore-${randomBytes(8).toString('hex')}`;
  const toolArgs = [...rest, `--jobs=${choices.jobs}`, file];
  const { setup, command, input } = toolCall(choices.access, tool, toolArgs, { database });
  // The password's line comes first, then the dump to the end of the input.
  const whole = `f=${quote(fromText(file))}
trap 'rm -f "$f"' EXIT
trap 'exit 143' HUP INT TERM
${setup}
cat >"$f" || exit 1
${command} </dev/null`;
  const output = await run(work, whole, joined(input, work.dump.content()));
  requireSuccess(work, output, database);
}

/**
 * To psql the end of its input looks the same when a connection is cut: only what a last statement of ours answers says
 * that all was read, and only that commits a transaction of ours.
 */
async function restorePlain(work: RestoreWork, database: string, inOneTransaction: boolean): Promise<void> {
  const { choices, dump } = work;
  const args = ['-X', '-q', '-A', '-t', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
  const { script, input } = psqlCall(choices.access, args, { database });
  const marker = randomBytes(16).toString('hex');
  const begin = Buffer.concat([input, Buffer.from(inOneTransaction ? 'BEGIN;\n' : '')]);
  const end = Buffer.from(`\n;\n${inOneTransaction ? 'COMMIT;\n' : ''}SELECT '${marker}';\n`);
  const output = await run(work, script, joined(begin, dump.content(), end));
  requireSuccess(work, output, database);
  if (!output.stdout.toString('latin1').trimEnd().endsWith(marker)) {
    throw failed(work, database, 'psql ended before it had read all of the dump');
  }
}

function run(work: RestoreWork, script: string, stdin: AsyncIterable<Uint8Array>): Promise<Output> {
  return runToEnd(work.host, script, { stdin, limitBytes: OUTPUT_LIMIT_BYTES, signal: work.context.signal });
}

async function* joined(...parts: (Uint8Array | AsyncIterable<Uint8Array>)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Uint8Array) yield part;
    else yield* part;
  }
}

function requireSuccess(work: RestoreWork, { exit, stderr }: Output, database: string): void {
  const messages = new ToolMessages([work.choices.access.password ?? '']);
  for (const line of stderr.toString('latin1').split('\n')) messages.add(line as ByteString);
  if (isSuccess(exit)) {
    for (const line of messages.lines) work.context.onWarning(line);
    return;
  }
  throw failed(work, database, `the command ${endedWith(exit)}${messages.shown}, expected exit status 0`);
}

function failed({ host, dump, choices }: RestoreWork, database: string, problem: string): HoldfastError {
  const roles = /role .* does not exist/.test(problem) && choices.owner;
  const advice = roles
    ? ' Restore the roles first (the dump globals.sql), or leave them out: ?owner=false&privileges=false.'
    : '';
  return new HoldfastError(
    'command-failed',
    `Cannot restore the dump ${dump.record.name} into the database ${quoted(database)} on "${host.name}": ` +
      `${problem}. Nothing of it was kept.${advice}`,
  );
}
