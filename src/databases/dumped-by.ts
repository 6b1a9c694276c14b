import { HoldfastError } from '../errors.ts';
import type { DumpRecord } from './record.ts';

/** @param where For the message: `into MySQL`. @throws HoldfastError bad-input for a dump of another engine. */
export function requireDumpedBy(engines: readonly string[], record: DumpRecord, where: string): void {
  if (engines.includes(record.engine)) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore the dump ${record.name} ${where}: it is of ${record.engine}, expected ${engines.join(' or ')}.`,
  );
}
