/** Two products that speak one protocol, and whose dialects part. */
export type Product = 'mariadb' | 'mysql';

export const PRODUCT_NAMES: Readonly<Record<Product, string>> = { mariadb: 'MariaDB', mysql: 'MySQL' };

export interface Version {
  readonly product: Product;
  readonly major: number;
  readonly minor: number;
}

/** Of what a server's `VERSION()` says: `10.11.19-MariaDB-0+deb12u1`, `8.4.2`, `5.5.5-10.4.1-MariaDB`. */
export function parseServerVersion(text: string): Version | null {
  const product = /mariadb/i.test(text) ? 'mariadb' : 'mysql';
  // MariaDB puts `5.5.5-` before its own for old replicas.
  const match = /^(\d+)\.(\d+)/.exec(text.replace(/^5\.5\.5-(?=\d+\.)/, ''));
  return match === null ? null : { product, major: Number(match[1]), minor: Number(match[2]) };
}

/**
 * Of what a client says: `mysqldump  Ver 10.19 Distrib 10.11.19-MariaDB, for …`, `mariadb-dump from 11.4.2-MariaDB, client …`,
 * `mysqldump  Ver 8.4.2 for Linux on x86_64 (MySQL Community Server - GPL)`.
 */
export function parseClientVersion(text: string): Version | null {
  const match = /(?:Distrib|from) (\d+)\.(\d+)/.exec(text) ?? /Ver (\d+)\.(\d+)/.exec(text);
  const product = /mariadb/i.test(text) ? 'mariadb' : 'mysql';
  return match === null ? null : { product, major: Number(match[1]), minor: Number(match[2]) };
}

export function isOlder(a: Version, b: Version): boolean {
  return a.major < b.major || (a.major === b.major && a.minor < b.minor);
}
