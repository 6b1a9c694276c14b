import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { listIn, type OpensearchClient, objectIn, pathOf, textIn } from './http.ts';

/**
 * Deletes a document of the first of `indexes` that has one, for good: there are no transactions.
 * @returns the index, as it was named. @throws HoldfastError command-failed where there is no document.
 */
export async function deleteDocument(client: OpensearchClient, indexes: readonly string[]): Promise<string> {
  for (const index of indexes) {
    const what = `find a document of ${displayText(index)}`;
    const path = `${pathOf(index)}/_search?size=1&_source=false`;
    const answer = await client.require(what, { method: 'POST', path, body: {} });
    const [hit] = listIn(objectIn(answer, 'hits'), 'hits');
    if (hit === undefined) continue;
    // Of a data stream the document is in one of its indexes.
    const place = pathOf(textIn(hit, '_index'), '_doc', textIn(hit, '_id'));
    const request = { method: 'DELETE', path: `${place}?refresh=true` } as const;
    await client.require(`delete a document of ${displayText(index)}`, request);
    return index;
  }
  throw new HoldfastError(
    'command-failed',
    `Cannot tamper with what was restored on "${client.host.name}": no index of it has a document, expected one. A drill of ` +
      'empty indexes proves nothing.',
  );
}
