/**
 * What the dump tools say when they leave something out, or can't read it, and exit 0 all the same (mysqldump.c of MariaDB 10 and
 * 11, mysqldump.cc of MySQL 5.7 and 8).
 */
const LOSS =
  /error|couldn't|could not|can't|cannot|skipp|insufficient|denied|privilege|lost|invalid|not dumped|ignor|fail/i;
/** What they say of themselves. */
const HARMLESS = /deprecated|using a password|partial dump from a server that has GTIDs|column statistics/i;

/** The first line that means loss, or null. */
export function lossIn(lines: readonly string[]): string | null {
  return lines.find((line) => LOSS.test(line) && !HARMLESS.test(line)) ?? null;
}
