import { HoldfastError } from '../errors.ts';
import { parseSize } from '../size.ts';

/**
 * How many bytes of packs may wait on this machine while an application is held. Null: the default; 0: none.
 * @throws HoldfastError bad-input.
 */
export function parseSpoolSize(text: string | null | undefined, name: string): number | null {
  if (text === null || text === undefined) return null;
  const sizeBytes = parseSize(text, name);
  if (sizeBytes <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(sizeBytes);
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected at most 8191t.`,
  );
}
