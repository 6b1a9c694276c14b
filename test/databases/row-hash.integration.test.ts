import { afterAll, beforeAll, expect, test } from 'vitest';
import { SUMS } from '../../src/databases/postgresql/row-hash.ts';
import { PostgresServer } from '../services/postgres.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await PostgresServer.start();
});
afterAll(() => server?.remove());

/** By the words in which the manifests that there are have been made, and are compared: a number of 64 bits read from hex digits. */
const BY_DIGITS = [1, 9]
  .map((from) => `coalesce(sum(('x' || encode(substr(h, ${from}, 8), 'hex'))::bit(64)::bigint), 0)`)
  .join(', ');

test.each([0, 1, 2, 5000])('the checksum of %i rows is what every version takes for it', async (rows) => {
  const from = `FROM (SELECT sha256(int4send(i)) AS h FROM generate_series(1, ${rows}) AS i OFFSET 0) AS hashes`;
  const [bytes = '', digits = ''] = await Promise.all(
    [SUMS.sha256, BY_DIGITS].map((sums) => server.sql('postgres', `SELECT ${sums} ${from}`)),
  );
  const modulo = (text: string) => text.split('|').map((sum) => BigInt.asUintN(64, BigInt(sum)));
  expect(modulo(bytes)).toEqual(modulo(digits));
  expect(modulo(bytes)).toHaveLength(2);
});
