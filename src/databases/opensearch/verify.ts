import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import { type DatabaseFindings, findingsOf, type Tampering } from '../drilled.ts';
import {
  compareFingerprints,
  FINGERPRINT_VERSION,
  type Fingerprint,
  toldOfOnlyCounted,
  whyNotCompared,
} from '../fingerprint.ts';
import type { DumpRecord } from '../record.ts';
import type { OpensearchChoices } from './choices.ts';
import { readCluster, readStates } from './cluster.ts';
import { readOpensearchFingerprint } from './fingerprint.ts';
import type { OpensearchClient } from './http.ts';
import type { OpensearchRestore } from './restore-work.ts';
import { deleteDocument } from './tamper.ts';

/**
 * Compares the restored indexes with what the dump's manifest says was dumped.
 * @returns null without anything to compare with.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyIndexes({
  client,
  choices,
  dump: { record },
  context,
}: OpensearchRestore): Promise<RestoredDatabase['verified']> {
  const found = await compareIndexes(client, choices, record);
  if (found === null) {
    context.onWarning(`${record.name}: ${whyNotCompared(record.fingerprint)}.`);
    return null;
  }
  if (found.differences.length > 0) {
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the dump ${record.name} as restored: ${found.differences.join('; ')}, expected what was dumped.`,
    );
  }
  for (const remark of found.remarks) context.onWarning(`${remark}. Compare them if it matters.`);
  const counted = toldOfOnlyCounted(found.onlyCounted);
  if (counted !== null) context.onWarning(`${record.name}: ${counted}.`);
  return { tables: found.tables, rows: found.rows, onlyCounted: found.onlyCounted.length };
}

/**
 * What is there now against what was dumped: a restore's verification and a drill's alike. With `row-deleted` a document is
 * missing: nothing brings it back.
 * @returns null without anything to compare with.
 */
export async function compareIndexes(
  client: OpensearchClient,
  choices: OpensearchChoices,
  record: DumpRecord,
  tampering: Tampering = 'nothing',
): Promise<DatabaseFindings | null> {
  const dumped = settled(record);
  const indexes = Object.keys(dumped?.tables ?? {});
  if (dumped === null || dumped.fingerprint_version !== FINGERPRINT_VERSION || indexes.length === 0)
    return null;
  const prefixed = indexes.map((index) => choices.prefix + index);
  const deleted = tampering === 'nothing' ? null : await deleteDocument(client, prefixed);
  const states = await readStates(client, prefixed);
  const unread = new Set(indexes.filter((index) => dumped.tables[index]?.checksum === null));
  const how = {
    ...choices,
    fingerprint: unread.size === indexes.length ? 'count' : 'full',
    checksumUpToBytes: Number.POSITIVE_INFINITY,
  } as const;
  const facts = await readCluster(client);
  const { fingerprint } = await readOpensearchFingerprint(client, { states, choices: how, facts });
  const comparison = compareFingerprints(dumped, withoutPrefix(fingerprint, choices.prefix));
  const mappings = comparison.schemaDifferences.filter((kind) =>
    indexes.includes(kind.replace(/^mappings /, '')),
  );
  const told = `Mappings read otherwise than when they were dumped: ${mappings.map(displayText).join(', ')}`;
  return findingsOf(comparison, {
    remarks: mappings.length === 0 ? [] : [told],
    tampered: deleted === null ? null : deleted.slice(choices.prefix.length),
  });
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
