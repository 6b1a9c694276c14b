/**
 * An identifier has at most 63 bytes (NAMEDATALEN), what is added to a stem at most 24. The server cuts a longer one, and says only that it
 * does: `CREATE` and `DROP DATABASE` would then be of another name, at worst of the very database that is to be replaced.
 */
const MAX_STEM_BYTES = 39;
/** Of a character that isn't ASCII, in the widest encoding of a server. */
const WIDEST_BYTES = 4;

/** The beginning of a database's name, for the names of those beside it: the server keeps `STEM_before_20261126T031700Z` as it is. */
export function stemOf(database: string): string {
  let stem = '';
  let bytes = 0;
  for (const character of database) {
    bytes += character < '\u0080' ? 1 : WIDEST_BYTES;
    if (bytes > MAX_STEM_BYTES) break;
    stem += character;
  }
  return stem;
}
