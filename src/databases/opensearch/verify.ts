import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import {
  compareFingerprints,
  FINGERPRINT_VERSION,
  type Fingerprint,
  toldOfOnlyCounted,
} from '../fingerprint.ts';
import type { DumpRecord } from '../record.ts';
import { readCluster, readStates } from './cluster.ts';
import { readOpensearchFingerprint } from './fingerprint.ts';
import type { OpensearchRestore } from './restore-work.ts';

/**
 * Compares the restored indexes with what the dump's manifest says was dumped.
 * @returns null without anything to compare with.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyIndexes({
  client,
  choices,
  dump,
  context,
}: OpensearchRestore): Promise<RestoredDatabase['verified']> {
  const { name } = dump.record;
  const dumped = settled(dump.record);
  const indexes = Object.keys(dumped?.tables ?? {});
  if (dumped === null || dumped.fingerprint_version !== FINGERPRINT_VERSION || indexes.length === 0) {
    context.onWarning(`${name}: there is no fingerprint to compare with what was restored.`);
    return null;
  }
  const states = await readStates(
    client,
    indexes.map((index) => choices.prefix + index),
  );
  const unread = new Set(indexes.filter((index) => dumped.tables[index]?.checksum === null));
  const how = {
    ...choices,
    fingerprint: unread.size === indexes.length ? 'count' : 'full',
    checksumUpToBytes: Number.POSITIVE_INFINITY,
  } as const;
  const facts = await readCluster(client);
  const { fingerprint } = await readOpensearchFingerprint(client, { states, choices: how, facts });
  const now = withoutPrefix(fingerprint, choices.prefix);
  const compared = compareFingerprints(dumped, now);
  const { differences, differenceCount, schemaDifferences, onlyCounted, tables, rows } = compared;
  if (differenceCount > 0) {
    const more = differenceCount - differences.length;
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the dump ${name} as restored: ${differences.map(displayText).join('; ')}${more > 0 ? ` and ${more} more` : ''}, ` +
        'expected what was dumped.',
    );
  }
  const mappings = schemaDifferences.filter((kind) => indexes.includes(kind.replace(/^mappings /, '')));
  if (mappings.length > 0) {
    context.onWarning(
      `Mappings read otherwise than when they were dumped: ${mappings.map(displayText).join(', ')}. Compare them if it matters.`,
    );
  }
  const counted = toldOfOnlyCounted(onlyCounted);
  if (counted !== null) context.onWarning(`${name}: ${counted}.`);
  return { tables, rows, onlyCounted: onlyCounted.length };
}

/** Without what was written while the snapshot was taken: how much of that is in it, nobody knows. */
function settled({ fingerprint, restore }: DumpRecord): Fingerprint | null {
  if (fingerprint === null) return null;
  let unsettled: unknown = [];
  try {
    unsettled = JSON.parse(restore['unsettled'] ?? '[]');
  } catch {
    // Then all is compared.
  }
  const left = new Set(Array.isArray(unsettled) ? unsettled.map((index) => displayText(String(index))) : []);
  const tables = Object.entries(fingerprint.tables).filter(([index]) => !left.has(index));
  return { ...fingerprint, tables: Object.fromEntries(tables) };
}

function withoutPrefix(fingerprint: Fingerprint, prefix: string): Fingerprint {
  const short = <T>(named: Readonly<Record<string, T>>, before = '') =>
    Object.fromEntries(
      Object.entries(named).map(
        ([name, value]) => [before + name.slice((before + prefix).length), value] as const,
      ),
    );
  return {
    ...fingerprint,
    tables: short(fingerprint.tables),
    schema: short(fingerprint.schema, 'mappings '),
  };
}
