/**
 * What pg_dump says when it leaves something out, or writes what can't be restored, and exits 0 all the same. Source: the
 * warnings in src/bin/pg_dump/{pg_dump,pg_dumpall,common,pg_backup_db}.c of PostgreSQL 11 to 17. That foreign keys go in
 * circles, say, is no loss;
 * nor is what the server says at each connection of a collation's version ("has no actual collation version, but a version was recorded").
 */
const LOSS =
  /warning: (?!.*collation version).*(not dumped|ignor|skip|appears to be invalid|bogus|could not|unrecognized|invalid|missing|has no)/i;

/** The first warning that means loss, or null. */
export function lossIn(lines: readonly string[]): string | null {
  return lines.find((line) => LOSS.test(line)) ?? null;
}
