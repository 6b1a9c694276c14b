import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { OpensearchClient } from './http.ts';

/** What the server answers to `GET /path`, as JSON. It is read alone: another method is refused. @throws HoldfastError command-failed. */
export async function ask(client: OpensearchClient, statement: string): Promise<string> {
  const [, path] = /^GET (\/\S*)$/.exec(statement.trim()) ?? [];
  if (path === undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot ask OpenSearch ${JSON.stringify(statement)}: expected what is to be read: GET /index/_count.`,
    );
  }
  const answer = await client.require('ask what a check asks', { method: 'GET', path });
  return displayText(JSON.stringify(answer));
}
