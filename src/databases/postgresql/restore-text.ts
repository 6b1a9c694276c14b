import { randomBytes } from 'node:crypto';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { BrokenDump } from '../broken-dump.ts';
import { fedOutput } from '../fed-tool.ts';
import { ToolMessages } from '../tool-output.ts';
import { knowsRestrict, psqlCall, toolCall } from './access.ts';
import { guardedScript } from './guarded-script.ts';
import { contentOf, restoreFailed, runRestoreTool } from './restore-tool.ts';
import type { RestoreWork } from './restore-work.ts';
import type { Tool } from './tools.ts';

const PSQL_ARGS = ['-X', '-q', '-A', '-t', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'] as const;

/** From 17 on the tools begin with a SET that servers before 17 don't know, which would be the first error. */
const FIRST_WITH_SETTING = 17;
const SETTING = 'SET transaction_timeout = 0';

/** Whether the text of a tool of this version has something in it that the server doesn't know. */
export function isTooNew(toolMajor: number, { serverMajor }: RestoreWork): boolean {
  return toolMajor >= FIRST_WITH_SETTING && serverMajor < FIRST_WITH_SETTING;
}

/** Has psql run a dump that is a text. @throws HoldfastError command-failed with psql's own words. */
export async function restorePlain(
  work: RestoreWork,
  database: string,
  inOneTransaction: boolean,
): Promise<void> {
  const dumpMajor = Number(/\(PostgreSQL\) (\d+)/.exec(work.dump.record.tool)?.[1] ?? 0);
  const leftOut = isTooNew(dumpMajor, work) ? [SETTING] : [];
  await runText(work, database, contentOf(work), { inOneTransaction, leftOut });
}

/**
 * Archives by way of pg_restore's text, for a server that is older than its first SET: no option leaves that out. It comes by
 * us: an archive can hold commands for psql as well as a text.
 * @throws HoldfastError command-failed with the tool's own words.
 */
export async function restoreAsText(
  work: RestoreWork,
  database: string,
  options: { tool: Tool; archiveArgs: readonly string[]; inOneTransaction: boolean },
): Promise<void> {
  const { tool, archiveArgs, inOneTransaction } = options;
  const { choices, context, host } = work;
  if (choices.jobs > 1) {
    context.onInfo(
      `pg_restore ${tool.major} is newer than the server, which is ${work.serverMajor}: jobs is not heeded.`,
    );
  }
  const single = inOneTransaction ? ['--single-transaction'] : [];
  // It connects to nothing: it needs no password.
  const access = { ...choices.access, password: null };
  const { script } = toolCall(access, tool.path, [...archiveArgs, '--file=-', ...single], { database });
  async function* text(): AsyncGenerator<Uint8Array> {
    const messages = new ToolMessages();
    const exit = yield* fedOutput(host, script, {
      stdin: contentOf(work),
      messages,
      signal: context.signal,
    });
    if (!isSuccess(exit)) {
      throw restoreFailed(work, database, `pg_restore ${endedWith(exit)}${messages.shown}`);
    }
    for (const line of messages.lines) context.onWarning(line);
  }
  await runText(work, database, text(), { inOneTransaction, leftOut: [SETTING] });
}

/**
 * Has psql run what a text has for the server. To psql the end of its input looks the same when a connection is cut: only what a
 * last statement of ours answers says that all was read, and only that commits a transaction of ours.
 */
async function runText(
  work: RestoreWork,
  database: string,
  text: AsyncIterable<Uint8Array>,
  { inOneTransaction, leftOut }: { inOneTransaction: boolean; leftOut: readonly string[] },
): Promise<void> {
  const { choices, host, context } = work;
  const { script, input } = psqlCall(choices.access, PSQL_ARGS, { database });
  const isKnown = await knowsRestrict(host, choices.access, context.signal);
  const marker = randomBytes(16).toString('hex');
  const options = {
    restrictKey: isKnown ? randomBytes(16).toString('hex') : null,
    // A transaction of pg_restore's own would end before we know that it has succeeded.
    leftOut: inOneTransaction ? [...leftOut, 'BEGIN', 'COMMIT'] : leftOut,
  };
  async function* stdin(): AsyncGenerator<Uint8Array> {
    yield input;
    if (inOneTransaction) yield Buffer.from('BEGIN;\n');
    yield* guardedScript(text, options);
    yield Buffer.from(`${inOneTransaction ? 'COMMIT;\n' : ''}SELECT '${marker}';\n`);
  }
  const printed = await runRestoreTool(work, database, { script, stdin: stdin() }).catch((error: unknown) => {
    if (!(error instanceof BrokenDump)) throw error;
    throw restoreFailed(work, database, `the dump is broken: ${error.message}`);
  });
  if (printed.trimEnd().endsWith(marker)) return;
  throw restoreFailed(work, database, 'psql ended before it had read all of the dump');
}
