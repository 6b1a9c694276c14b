import type { ByteRange } from '../backends/backend.ts';
import { error, type Finding, reasonOf } from './check-finding.ts';
import { checkPack, PIECE_BYTES } from './check-pack.ts';
import { blobsOf, type IndexedPacks } from './check-packs.ts';
import { isUnreadable } from './damage.ts';
import type { PackedBlob } from './format/packed-blob.ts';
import type { OpenRepository } from './open-repository.ts';
import { mapInOrder } from './parallel.ts';
import type { SizedPack } from './read-data-subset.ts';

/** More than there are threads, so that none of them waits. */
const PACKS_AT_ONCE = 4;

export interface ReadDataOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each pack. */
  readonly onPack?: (pack: SizedPack) => void;
}

/** Reads packs whole: their hash, their header against the index, and each blob. */
export async function* checkReadData(
  repository: OpenRepository,
  packs: IndexedPacks,
  chosen: readonly SizedPack[],
  options: ReadDataOptions,
): AsyncGenerator<Finding> {
  const work = async (pack: SizedPack): Promise<Finding[]> => {
    const [entry] = packs.get(pack.id) ?? [];
    const indexed = entry === undefined ? [] : blobsOf(repository.index, entry);
    const read = () => problemsOf(repository, { ...pack, indexed }, options.signal);
    // What was altered on its way here is read rightly the second time.
    const problems = (await read()).length === 0 ? [] : await read();
    options.onPack?.(pack);
    return problems.map((problem) => error('pack-unreadable', `Pack ${pack.id}: ${problem}`, pack.id));
  };
  for await (const findings of mapInOrder(chosen, PACKS_AT_ONCE, work)) yield* findings;
}

async function problemsOf(
  repository: OpenRepository,
  pack: SizedPack & { readonly indexed: readonly PackedBlob[] },
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const { backend, masterKey } = repository;
  const file = { kind: 'pack', name: pack.id } as const;
  const load = (range: ByteRange) => backend.load(file, range, signal);
  const workers = repository.workers();
  if (pack.sizeBytes > PIECE_BYTES) {
    return checkPack(pack, { load, open: (sealed, expected) => workers.open(sealed, expected) }, masterKey);
  }
  try {
    return await workers.checkPack(pack, (into) => load({ offset: 0, length: pack.sizeBytes, into }));
  } catch (caught) {
    if (!isUnreadable(caught)) throw caught;
    return [reasonOf(caught)];
  }
}
