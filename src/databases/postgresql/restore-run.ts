import { randomBytes } from 'node:crypto';
import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Output } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import { runFed, wholeContent } from '../fed-tool.ts';
import { quoted } from '../quoted.ts';
import { ToolMessages } from '../tool-output.ts';
import { psqlCall, toolCall } from './access.ts';
import { connectionWord } from './globals.ts';
import type { RestoreWork } from './restore-work.ts';
import { findTool, type Tool } from './tools.ts';

const PSQL_ARGS = ['-X', '-q', '-A', '-t', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'] as const;

/** From 17 on the tools begin with a SET that servers before 17 don't know, which would be the first error. */
const FIRST_WITH_SETTING = 17;
const WITHOUT_SETTING = `LC_ALL=C sed -e '1,100{' -e '/^SET transaction_timeout = 0;$/d' -e '}'`;

function isTooNew(toolMajor: number, { serverMajor }: RestoreWork): boolean {
  return toolMajor >= FIRST_WITH_SETTING && serverMajor < FIRST_WITH_SETTING;
}

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
  const tool = await findRestoreTool(work);
  if (isTooNew(tool.major, work)) return restoreAsText(work, database, { tool, inOneTransaction });
  if (work.choices.jobs > 1 && !inOneTransaction) return restoreFromFile(work, database, tool);
  const args = [...restoreArgs(work, database), ...(inOneTransaction ? ['--single-transaction'] : [])];
  const { script, input } = toolCall(work.choices.access, tool.path, args, { database });
  const output = await run(work, script, joined(input, contentOf(work)));
  requireSuccess(work, output, database);
}

function findRestoreTool({ choices, dump, host, context }: RestoreWork): Promise<Tool> {
  const serverMajor = Number(dump.record.restore['server_major']);
  const { toolFolder } = choices.access;
  return findTool(host, 'pg_restore', { serverMajor, folder: toolFolder, signal: context.signal });
}

function restoreArgs(work: RestoreWork, database: string): string[] {
  return [
    ...archiveArgs(work),
    '--exit-on-error',
    '--no-password',
    `--dbname=dbname=${connectionWord(database)}`,
  ];
}

function archiveArgs({ choices, dump }: RestoreWork): string[] {
  return [
    `--format=${dump.record.format}`,
    ...(choices.owner ? [] : ['--no-owner']),
    ...(choices.privileges ? [] : ['--no-privileges']),
  ];
}

/**
 * Several tables at a time: pg_restore does that only from a file, which stands in the work folder meanwhile, for nobody
 * else to read. The shell that wrote it removes it, also when it is ended.
 */
async function restoreFromFile(work: RestoreWork, database: string, tool: Tool): Promise<void> {
  const { choices } = work;
  const file = `${choices.workFolder}/holdfast-restore-${randomBytes(8).toString('hex')}`;
  const toolArgs = [...restoreArgs(work, database), `--jobs=${choices.jobs}`, file];
  const { setup, command, input } = toolCall(choices.access, tool.path, toolArgs, { database });
  // The password's line comes first, then the dump to the end of the input.
  const whole = `f=${quote(fromText(file))}
trap 'rm -f "$f"' EXIT
trap 'exit 143' HUP INT TERM
${setup}
cat >"$f" || exit 1
${command} </dev/null`;
  const output = await run(work, whole, joined(input, contentOf(work)));
  requireSuccess(work, output, database);
}

/**
 * To psql the end of its input looks the same when a connection is cut: only what a last statement of ours answers says
 * that all was read, and only that commits a transaction of ours.
 */
async function restorePlain(work: RestoreWork, database: string, inOneTransaction: boolean): Promise<void> {
  const { choices, dump } = work;
  const { script, setup, command, input } = psqlCall(choices.access, PSQL_ARGS, { database });
  const dumpMajor = Number(/\(PostgreSQL\) (\d+)/.exec(dump.record.tool)?.[1] ?? 0);
  const whole = isTooNew(dumpMajor, work) ? `${setup}\n${WITHOUT_SETTING} | ${command}` : script;
  const marker = randomBytes(16).toString('hex');
  const begin = Buffer.concat([input, Buffer.from(inOneTransaction ? 'BEGIN;\n' : '')]);
  const end = Buffer.from(`\n;\n${inOneTransaction ? 'COMMIT;\n' : ''}SELECT '${marker}';\n`);
  const output = await run(work, whole, joined(begin, contentOf(work), end));
  requireSuccess(work, output, database);
  requireEnd(work, output, { database, marker, problem: 'psql ended before it had read all of the dump' });
}

/**
 * Archives by way of pg_restore's text, for a server that is older than its first SET: no option leaves that out. That the
 * tool has written all of it only a last statement says, which comes after it has succeeded.
 */
async function restoreAsText(
  work: RestoreWork,
  database: string,
  { tool, inOneTransaction }: { tool: Tool; inOneTransaction: boolean },
): Promise<void> {
  const { choices, context } = work;
  if (choices.jobs > 1) {
    context.onInfo(
      `pg_restore ${tool.major} is newer than the server, which is ${work.serverMajor}: jobs is not heeded.`,
    );
  }
  const { setup, command, input } = psqlCall(choices.access, PSQL_ARGS, { database });
  const args = [...archiveArgs(work), '--file=-', ...(inOneTransaction ? ['--single-transaction'] : [])];
  const restore = toolCall(choices.access, tool.path, args, { database }).command;
  const marker = randomBytes(16).toString('hex');
  const end = quote(fromText(`SELECT '${marker}';`));
  const script = `${setup}\n{ ${restore} && printf '\\n;\\n%s\\n' ${end}; } | ${WITHOUT_SETTING} | ${command}`;
  const output = await run(work, script, joined(input, contentOf(work)));
  const messages = messagesOf(work, output);
  requireSuccess(work, output, database);
  const problem = `pg_restore ended before it had written all of the dump${messages.shown}`;
  requireEnd(work, output, { database, marker, problem });
}

function requireEnd(
  work: RestoreWork,
  { stdout }: Output,
  { database, marker, problem }: { database: string; marker: string; problem: string },
): void {
  if (!stdout.toString('latin1').trimEnd().endsWith(marker)) throw failed(work, database, problem);
}

function run(work: RestoreWork, script: string, stdin: AsyncIterable<Uint8Array>): Promise<Output> {
  return runFed(work.host, script, { stdin, limitBytes: OUTPUT_LIMIT_BYTES, signal: work.context.signal });
}

/** Without its end some of the tools would go on, or wait for ever. */
function contentOf({ dump }: RestoreWork): AsyncGenerator<Uint8Array> {
  return wholeContent(dump.content(), dump.record);
}

async function* joined(...parts: (Uint8Array | AsyncIterable<Uint8Array>)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Uint8Array) yield part;
    else yield* part;
  }
}

function messagesOf({ choices }: RestoreWork, { stderr }: Output): ToolMessages {
  const messages = new ToolMessages([choices.access.password ?? '']).addAll(stderr);
  return messages;
}

function requireSuccess(work: RestoreWork, output: Output, database: string): void {
  const { exit } = output;
  const messages = messagesOf(work, output);
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
