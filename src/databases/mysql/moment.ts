import type { ByteString } from '../../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import type { LockChoice } from './choices.ts';
import type { MysqlSession } from './session.ts';
import { identifier, sql } from './sql.ts';
import { isElsewhere, isTransactional, listTables, type Table } from './tables.ts';

/** How nobody writes while the sessions of a dump take their snapshots. */
export interface Moment {
  readonly kind: Exclude<LockChoice, 'auto'>;
  /** Lets writers go on. Idempotent; never rejects. */
  release(): Promise<void>;
}

export interface MomentOptions {
  /** A session that knows the settings. */
  readonly open: () => Promise<MysqlSession>;
  readonly lock: LockChoice;
  readonly waitSeconds: number;
  readonly databases: readonly ByteString[];
  /** What is told of, ready to show. */
  readonly onInfo: (message: string) => void;
}

/**
 * Stops writers: all of the server for an instant, by FLUSH TABLES WITH READ LOCK; where the account may not (many services
 * forbid it), those of the databases' tables, by LOCK TABLES.
 *
 * @throws HoldfastError dump-failed when neither is allowed, or long work of others keeps the lock from being had in time:
 *   those that wait behind ours are let go then.
 */
export async function holdMoment(options: MomentOptions): Promise<Moment> {
  const { lock, onInfo } = options;
  if (lock === 'none') return { kind: 'none', release: async () => {} };
  if (lock !== 'tables') {
    const moment = await lockBy(options, 'global', async () => sql`FLUSH TABLES WITH READ LOCK`);
    if (moment !== null) return moment;
    if (lock === 'global')
      throw refused('the account may not FLUSH TABLES WITH READ LOCK', 'grant it RELOAD');
    onInfo('the account may not lock the whole server: the tables of the databases are locked instead');
  }
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const moment = await lockTables(options);
    if (moment === 'refused') {
      const advice =
        'grant it LOCK TABLES, or RELOAD, or let the application stand still yourself and say lock=none';
      throw refused('the account may not lock tables', advice);
    }
    if (moment !== 'changed') return moment;
  }
  throw refused('tables keep being made and dropped', 'wait till that ends');
}

/** Nobody is kept from writing longer than this, whatever hangs. */
const MAX_HOLD_MS = 120_000;

/**
 * Does `work` while nobody writes.
 * @param giveUp Ends what hangs, so that `work` rejects.
 * @throws HoldfastError dump-failed when it takes too long: writers are let go, and nothing of it counts.
 */
export async function whileHeld(
  hold: () => Promise<Moment>,
  { work, giveUp }: { work: (moment: Moment) => Promise<void>; giveUp: () => Promise<void> },
): Promise<void> {
  const moment = await hold();
  let isLate = false;
  const late = setTimeout(() => {
    isLate = true;
    void moment.release();
    void giveUp();
  }, MAX_HOLD_MS);
  try {
    await work(moment);
  } catch (error) {
    if (!isLate) throw error;
  } finally {
    clearTimeout(late);
    await moment.release();
  }
  if (!isLate) return;
  throw new HoldfastError(
    'dump-failed',
    `Cannot pin the moment of a dump: the dump tool had not begun after ${MAX_HOLD_MS / 1000} s in which writers waited, expected an ` +
      'instant. They go on; nothing was dumped. Look at what holds the server up.',
  );
}

/** How often tables may come and go before we have them locked. */
const MAX_TRIES = 5;

async function lockTables(options: MomentOptions): Promise<Moment | 'refused' | 'changed'> {
  const list = async (session: MysqlSession) => {
    const names: ByteString[] = [];
    for (const database of options.databases) {
      const tables = (await listTables(session, database)).filter(
        (table) => table.kind === 'table' && !isElsewhere(table),
      );
      names.push(...tables.map(({ name }) => sql`${identifier(database)}.${identifier(name)}`));
    }
    return names;
  };
  let wanted: ByteString[] = [];
  const moment = await lockBy(options, 'tables', async (session) => {
    wanted = await list(session);
    return lockStatement(wanted);
  });
  if (moment === null) return 'refused';
  const other = await options.open();
  try {
    const now = await list(other);
    if (now.join() === wanted.join()) return moment;
  } finally {
    await other.close();
  }
  await moment.release();
  return 'changed';
}

function lockStatement(tables: readonly ByteString[]): ByteString {
  if (tables.length === 0) return sql`DO 0`;
  return sql`LOCK TABLES ${tables.map((table) => `${table} READ`).join(', ') as ByteString}`;
}

/** Null: the account may not. */
async function lockBy(
  { open, waitSeconds }: MomentOptions,
  kind: Moment['kind'],
  statement: (session: MysqlSession) => Promise<ByteString>,
): Promise<Moment | null> {
  const session = await open();
  try {
    const lock = await statement(session);
    await session.run(sql`SET SESSION lock_wait_timeout = ${waitSeconds}; ${lock}`);
    return { kind, release: () => session.close() };
  } catch (error) {
    await session.close();
    if (isDenied(error)) return null;
    if (!isLockTimeout(error)) throw error;
    throw new HoldfastError(
      'dump-failed',
      `Cannot lock the server for an instant: somebody's work kept it from us for ${waitSeconds} s (lock-wait), expected less. ` +
        'Choose a quieter hour, or let us wait longer: ?lock-wait=SECONDS. Nothing was dumped.',
      { cause: error },
    );
  }
}

/** A lock on those tables that no snapshot shows as they were, till the dump has ended. Null: there are none. */
export async function lockUntransactional(
  open: () => Promise<MysqlSession>,
  database: ByteString,
  tables: readonly Table[],
): Promise<MysqlSession | null> {
  const names = tables
    .filter((table) => table.kind === 'table' && !isTransactional(table) && !isElsewhere(table))
    .map(({ name }) => sql`${identifier(database)}.${identifier(name)}`);
  if (names.length === 0) return null;
  const session = await open();
  try {
    await session.run(lockStatement(names));
    return session;
  } catch (error) {
    await session.close();
    if (!isDenied(error)) throw error;
    throw refused(
      `${names.length} of its tables aren't transactional, and the account may not lock them`,
      'grant it LOCK TABLES, or let the application stand still yourself and say lock=none',
    );
  }
}

function refused(problem: string, advice: string): HoldfastError {
  return new HoldfastError(
    'dump-failed',
    `Cannot take a dump and its fingerprint of one moment: ${problem}. Please ${advice}. Nothing was dumped.`,
  );
}

/** 1044, 1045, 1142, 1227: access denied; 1290: an option of the server forbids it. A service answers 1045, too. */
export function isDenied(error: unknown): boolean {
  return /ERROR (1044|1045|1142|1227|1290|1370) /.test(asHoldfastError(error)?.message ?? '');
}

function isLockTimeout(error: unknown): boolean {
  return /ERROR (1205|3572) /.test(asHoldfastError(error)?.message ?? '');
}
