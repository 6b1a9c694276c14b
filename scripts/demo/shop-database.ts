import { DatabaseSync } from 'node:sqlite';

/** What the copy of the shop's database holds; made beside the copy, at the same moment. */
export interface DatabasePromise {
  readonly orders: number;
  readonly lastOrder: number;
  readonly tickets: number;
  readonly takingsCents: number;
}

export interface DatabaseContents extends DatabasePromise {
  /** What PRAGMA integrity_check says: `ok`, or what is wrong. */
  readonly integrity: string;
  /** Orders that don't have their two tickets: a copy taken in the middle of a sale would have some. */
  readonly brokenOrders: number;
}

/** Opens the database and looks, with SQLite itself and nothing of Holdfast. */
export function readDatabase(file: string): DatabaseContents {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return {
      integrity: String(one(database, 'PRAGMA integrity_check')),
      orders: Number(one(database, 'SELECT count(*) FROM orders')),
      lastOrder: Number(one(database, 'SELECT max(id) FROM orders')),
      tickets: Number(one(database, 'SELECT count(*) FROM tickets')),
      takingsCents: Number(one(database, 'SELECT sum(price_cents) FROM tickets')),
      brokenOrders: Number(one(database, BROKEN_ORDERS)),
    };
  } finally {
    database.close();
  }
}

const BROKEN_ORDERS = `SELECT count(*) FROM orders
  WHERE (SELECT count(*) FROM tickets WHERE order_id = orders.id) <> 2`;

function one(database: DatabaseSync, query: string): unknown {
  return Object.values(database.prepare(query).get() ?? {})[0];
}
