import { type ByteString, fromText, toBytes } from '../../bytestring.ts';
import type { Host } from '../../hosts/host.ts';
import { selectedRows } from '../selected-rows.ts';
import { toolCall } from './access.ts';
import type { MysqlChoices } from './choices.ts';
import { ClientMessages } from './client-messages.ts';
import { CLIENT_ARGS, SESSION_ADVICE } from './session.ts';
import { identifier, sql } from './sql.ts';
import { findClient } from './tools.ts';

/**
 * The rows of a SELECT (UTF-8), each as the server sends it. NULL is the text `NULL`; the session can write nothing.
 * @throws HoldfastError command-failed, host-unsupported without a client.
 */
export async function* selectMysql(
  host: Host,
  { access, databases }: MysqlChoices,
  statement: string,
  signal: AbortSignal,
): AsyncGenerator<ByteString[]> {
  const client = await findClient(host, { prefer: 'mariadb', folder: access.toolFolder, signal });
  const { script, input } = toolCall(access, client, [...CLIENT_ARGS, '--quick'].map(fromText));
  const [database] = databases ?? [];
  const use = database === undefined ? ('' as ByteString) : sql`USE ${identifier(fromText(database))};\n`;
  const ask = toBytes(sql`SET SESSION TRANSACTION READ ONLY;\n${use}${fromText(statement)};\n`);
  yield* selectedRows(host, {
    client: 'the client',
    script,
    input: Buffer.concat([input, ask]),
    messages: new ClientMessages([access.password ?? '']),
    advice: SESSION_ADVICE,
    signal,
  });
}
