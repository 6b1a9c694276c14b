/**
 * The ticket shop at work: sells tickets into the SQLite database given as the argument, and never stops by itself.
 * Prints each order's number once it is committed: whoever reads that may count on it.
 */
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 4;
const EVENTS = ['Sommernachtstraum', 'Łódź Jazz', 'Open-Air Kino', '能 Noh'];

const file = process.argv[2];
if (file === undefined) throw new Error('Give the database file.');
const database = new DatabaseSync(file);
database.exec(`
  PRAGMA journal_mode = WAL;
  PRAGMA busy_timeout = 5000;
  CREATE TABLE IF NOT EXISTS orders (id INTEGER PRIMARY KEY, event TEXT NOT NULL, buyer TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS tickets (
    order_id INTEGER NOT NULL REFERENCES orders (id), seat TEXT NOT NULL, price_cents INTEGER NOT NULL
  );
`);
const addOrder = database.prepare('INSERT INTO orders (event, buyer) VALUES (?, ?)');
const addTicket = database.prepare('INSERT INTO tickets (order_id, seat, price_cents) VALUES (?, ?, ?)');

for (let n = 0; ; n++) {
  const order = sell(n);
  if (!process.stdout.write(`${order}\n`)) await once(process.stdout, 'drain');
  await sleep(PAUSE_MS);
}

/** An order and its two tickets are one transaction: a copy that has one without the other is broken. */
function sell(n: number): number | bigint {
  database.exec('BEGIN IMMEDIATE');
  const { lastInsertRowid: order } = addOrder.run(EVENTS[n % EVENTS.length] ?? '', `guest-${n}@example.org`);
  for (const seat of [`${n % 40}A`, `${n % 40}B`]) addTicket.run(order, seat, 1900 + (n % 7) * 250);
  database.exec('COMMIT');
  return order;
}
