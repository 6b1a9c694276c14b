import { HoldfastError } from '../errors.ts';
import type { PackId } from './format/ids.ts';

/** Which packs `check --read-data-subset` reads. */
export type ReadDataSubset =
  | { readonly kind: 'all' }
  /** Group `part` (from 1) of `parts`, by the first byte of a pack's ID: `parts` runs read all. */
  | { readonly kind: 'part'; readonly part: number; readonly parts: number }
  | { readonly kind: 'percent'; readonly percent: number }
  | { readonly kind: 'bytes'; readonly bytes: number };

export interface SizedPack {
  readonly id: PackId;
  readonly sizeBytes: number;
}

const UNITS: Record<string, number> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30, t: 2 ** 40 };
const MAX_PARTS = 256;

/**
 * restic's notation: `2/5`, `10%`, `2.5%`, `500M`.
 * @throws HoldfastError bad-input.
 */
export function parseReadDataSubset(text: string): ReadDataSubset {
  const part = /^(\d+)\/(\d+)$/.exec(text);
  if (part !== null) return asPart(text, Number(part[1]), Number(part[2]));
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(text);
  if (percent !== null) return asPercent(text, Number(percent[1]));
  const size = /^(\d+)([kmgt]?)$/i.exec(text);
  if (size !== null) return asBytes(text, Number(size[1]) * (UNITS[(size[2] ?? '').toLowerCase()] ?? 1));
  throw wrong(text, 'it is none of these');
}

/** The packs of the subset. `random` (0 to 1) chooses for percentages and sizes. */
export function selectPacks(
  packs: readonly SizedPack[],
  subset: ReadDataSubset,
  random: () => number = Math.random,
): SizedPack[] {
  switch (subset.kind) {
    case 'all':
      return [...packs];
    case 'part':
      return packs.filter(({ id }) => Number.parseInt(id.slice(0, 2), 16) % subset.parts === subset.part - 1);
    case 'percent':
      return pick(packs, random, (count) => count < Math.ceil((packs.length * subset.percent) / 100));
    case 'bytes':
      return pick(packs, random, (_, bytes) => bytes < subset.bytes);
  }
}

/** Packs at random, as long as `wantsMore` says so of those chosen; never none if there are any. */
function pick(
  packs: readonly SizedPack[],
  random: () => number,
  wantsMore: (count: number, bytes: number) => boolean,
): SizedPack[] {
  const left = [...packs];
  const chosen: SizedPack[] = [];
  let bytes = 0;
  while (left.length > 0 && (chosen.length === 0 || wantsMore(chosen.length, bytes))) {
    const at = Math.min(Math.floor(random() * left.length), left.length - 1);
    const pack = left[at] as SizedPack;
    left[at] = left[left.length - 1] as SizedPack;
    left.pop();
    chosen.push(pack);
    bytes += pack.sizeBytes;
  }
  return chosen;
}

function asPart(text: string, part: number, parts: number): ReadDataSubset {
  if (parts < 1 || parts > MAX_PARTS || part < 1 || part > parts) {
    throw wrong(text, `its numbers must be 1 to ${MAX_PARTS}, the first not above the second`);
  }
  return { kind: 'part', part, parts };
}

function asPercent(text: string, percent: number): ReadDataSubset {
  if (percent <= 0 || percent > 100) throw wrong(text, 'it must be above 0 % and at most 100 %');
  return { kind: 'percent', percent };
}

function asBytes(text: string, bytes: number): ReadDataSubset {
  if (bytes === 0 || !Number.isSafeInteger(bytes)) throw wrong(text, 'it must be above 0');
  return { kind: 'bytes', bytes };
}

function wrong(text: string, actual: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot read a subset "${text}": ${actual}, expected a part "n/m", a percentage "x%" or a size "500M".`,
  );
}
