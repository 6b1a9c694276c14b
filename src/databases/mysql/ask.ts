import { type ByteString, display, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { quoted } from '../quoted.ts';
import { type MysqlAccess, toolCall } from './access.ts';
import { ClientMessages } from './client-messages.ts';
import { CLIENT_ARGS, fieldsOf } from './session.ts';
import { findClient } from './tools.ts';

/** Nobody expects more of a check. */
const LIMIT_BYTES = 1024 * 1024;

/** What a user's statement prints. The session is read-only: a check of a restored database changes nothing in it. */
export async function ask(
  host: Host,
  { access, database, statement }: { access: MysqlAccess; database: string; statement: string },
  signal: AbortSignal,
): Promise<string> {
  const client = await findClient(host, { prefer: 'mariadb', folder: access.toolFolder, signal });
  const { script, input } = toolCall(
    access,
    client,
    [...CLIENT_ARGS, `--database=${database}`].map(fromText),
  );
  const stdin = Buffer.concat([
    input,
    Buffer.from(`SET SESSION TRANSACTION READ ONLY;\n${statement}\n;\n`, 'utf8'),
  ]);
  const { exit, stdout, stderr } = await runToEnd(host, script, { stdin, limitBytes: LIMIT_BYTES, signal });
  if (isSuccess(exit)) {
    const lines = stdout.toString('latin1').trimEnd().split('\n');
    return display(lines.map((line) => fieldsOf(line).join('|')).join('\n') as ByteString);
  }
  const messages = new ClientMessages([access.password ?? '']).addAll(stderr);
  throw new HoldfastError(
    'command-failed',
    `Cannot ask the database ${quoted(database)} on "${host.name}": the client ${endedWith(exit)}${messages.shown}, expected ` +
      'exit status 0. Correct the statement.',
  );
}
