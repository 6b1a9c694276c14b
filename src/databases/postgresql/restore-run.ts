import { randomBytes } from 'node:crypto';
import { fromText } from '../../bytestring.ts';
import { quote } from '../../hosts/quote.ts';
import { toolCall } from './access.ts';
import { connectionWord } from './globals.ts';
import { isTooNew, restoreAsText, restorePlain } from './restore-text.ts';
import { contentOf, runRestoreTool } from './restore-tool.ts';
import type { RestoreWork } from './restore-work.ts';
import { findTool, type Tool } from './tools.ts';

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
  const tool = await (work.tool ?? findRestoreTool(work));
  if (isTooNew(tool.major, work)) {
    return restoreAsText(work, database, { tool, archiveArgs: archiveArgs(work), inOneTransaction });
  }
  if (work.choices.jobs > 1 && !inOneTransaction) return restoreFromFile(work, database, tool);
  const args = [...restoreArgs(work, database), ...(inOneTransaction ? ['--single-transaction'] : [])];
  const { script, input } = toolCall(work.choices.access, tool.path, args, { database });
  await runRestoreTool(work, database, { script, stdin: after(input, contentOf(work, LENT)) });
}

/** The tool that `runRestore` will need, looked for while the server is asked; undefined: none is. */
export function toolAhead(work: ToolWork): Promise<Tool> | undefined {
  const { format } = work.dump.record;
  if (format === 'plain' || format === 'globals') return undefined;
  const tool = findRestoreTool(work);
  tool.catch(() => {}); // met by whoever needs it
  return tool;
}

type ToolWork = Pick<RestoreWork, 'choices' | 'dump' | 'host' | 'context'>;

function findRestoreTool({ choices, dump, host, context }: ToolWork): Promise<Tool> {
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
  await runRestoreTool(work, database, { script: whole, stdin: after(input, contentOf(work, LENT)) });
}

/** To `runRestoreTool` it goes as it is. */
const LENT = { isLent: true };

async function* after(input: Uint8Array, content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield input;
  yield* content;
}
