import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quoted } from '../quoted.ts';
import { ToolMessages } from '../tool-output.ts';
import { psqlCall } from './access.ts';
import type { CompareWork } from './compare-now.ts';

/** Nobody expects more of a check. */
const LIMIT_BYTES = 1024 * 1024;

/** What a user's statement prints. The session is read-only: a check of a restored database changes nothing in it. */
export async function ask(
  { host, choices, signal }: Omit<CompareWork, 'record'>,
  database: string,
  statement: string,
): Promise<string> {
  const args = ['-X', '-q', '-A', '-t', '-w', '-v', 'ON_ERROR_STOP=1', '-f', '-'];
  const variables = { PGCLIENTENCODING: 'UTF8', PGOPTIONS: '-c default_transaction_read_only=on' };
  const { script, input } = psqlCall(choices.access, args, { database, variables });
  const stdin = Buffer.concat([input, Buffer.from(`${statement}\n;\n`, 'utf8')]);
  const { exit, stdout, stderr } = await runToEnd(host, script, { stdin, limitBytes: LIMIT_BYTES, signal });
  if (isSuccess(exit)) return display(stdout.toString('latin1').trimEnd() as ByteString);
  const messages = new ToolMessages([choices.access.password ?? '']).addAll(stderr);
  throw new HoldfastError(
    'command-failed',
    `Cannot ask the database ${quoted(database)} on "${host.name}": psql ${endedWith(exit)}${messages.shown}, expected ` +
      'exit status 0. Correct the statement.',
  );
}
