/**
 * What the shop does before a backup: `copy-database.mts LIVE COPY` makes a copy of the live database that is of one
 * moment, although orders go on coming in, and writes down beside it (COPY.json) what the copy holds.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

const [live, copy] = process.argv.slice(2);
if (live === undefined || copy === undefined) throw new Error('Give the live database and the copy.');

rmSync(copy, { force: true });
const source = new DatabaseSync(live);
source.exec('PRAGMA busy_timeout = 5000');
source.prepare('VACUUM INTO ?').run(copy);
source.close();

const made = new DatabaseSync(copy, { readOnly: true });
const holds = made
  .prepare(
    `SELECT (SELECT count(*) FROM orders) AS orders, (SELECT max(id) FROM orders) AS lastOrder,
            (SELECT count(*) FROM tickets) AS tickets, (SELECT sum(price_cents) FROM tickets) AS takingsCents`,
  )
  .get();
made.close();
writeFileSync(`${copy}.json`, `${JSON.stringify(holds)}\n`);
console.log(`copied the live database: ${JSON.stringify(holds)}`);
