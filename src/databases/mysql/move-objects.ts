import { type ByteString, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { runToEnd } from '../../hosts/output.ts';
import { ToolMessages } from '../tool-output.ts';
import { toolCall } from './access.ts';
import type { RestoreWork } from './restore-work.ts';
import { findDumpTool, type Tool } from './tools.ts';

/** Triggers, routines, events and views are text, and not much of it. */
const MAX_OBJECTS_BYTES = 256 * 1024 * 1024;

/**
 * What of `database` isn't a table, as the dump tool writes it: first triggers, routines and events, then its views.
 * @throws HoldfastError command-failed with the tool's own words, host-unsupported without one.
 */
export async function readObjects(
  work: RestoreWork,
  database: string,
  views: readonly ByteString[],
): Promise<Buffer[]> {
  const { host, choices, server, context } = work;
  const search = { server: server.facts, folder: choices.access.toolFolder, signal: context.signal };
  const tool = await findDumpTool(host, search);
  const all = ['--routines', '--events', '--triggers', '--no-create-info'];
  const texts = [await read(work, tool, [...all, '--', database], [])];
  if (views.length > 0) texts.push(await read(work, tool, ['--skip-triggers', '--', database], views));
  return texts;
}

async function read(
  { host, choices, context }: RestoreWork,
  tool: Tool,
  options: readonly string[],
  names: readonly ByteString[],
): Promise<Buffer> {
  const args = [
    ...['--no-data', '--no-tablespaces', '--skip-dump-date', '--default-character-set=utf8mb4'],
    ...(tool.product === 'mysql' ? ['--set-gtid-purged=OFF'] : []),
    ...options,
  ];
  const { script, input } = toolCall(choices.access, tool, [...args.map(fromText), ...names]);
  const limitBytes = MAX_OBJECTS_BYTES;
  const output = await runToEnd(host, script, { stdin: input, limitBytes, signal: context.signal });
  if (isSuccess(output.exit)) return output.stdout;
  const messages = new ToolMessages([choices.access.password ?? '']).addAll(output.stderr);
  throw new HoldfastError(
    'command-failed',
    `Cannot read triggers, routines and views on "${host.name}": the dump tool ${endedWith(output.exit)}${messages.shown}.`,
  );
}
