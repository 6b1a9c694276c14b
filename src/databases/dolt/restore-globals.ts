import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import {
  ACCOUNT_MARK,
  DROP_EVERYBODY,
  END_MARK,
  type Globals,
  insertRule,
  isEverybody,
  RULES_MARK,
  readGlobals,
} from './globals.ts';
import type { DoltRestoreWork } from './restore-work.ts';
import type { DoltFacts } from './server.ts';
import { account, identifier } from './sql.ts';

/** Accounts are few; more isn't what we write. */
const MAX_BYTES = 64 * 1024 * 1024;

/**
 * Makes the accounts that aren't there, with what is granted to them. Those that are stay as they are, passwords and rights and
 * all: a restore must not lock anybody out. Rules of branch control are added; the one of every new server, by which everybody may
 * write everywhere, goes when the dump doesn't have it.
 */
export async function restoreGlobals(work: DoltRestoreWork, facts: DoltFacts): Promise<RestoredDatabase> {
  const { client, context, dump } = work;
  const dumped = parseGlobals(await readWhole(work), dump.record.name);
  const [anyDatabase = null] = facts.databases;
  const before = await readGlobals(client, anyDatabase);
  const names = new Set(before.accounts.map(({ user, host }) => account(user, host)));
  const made = dumped.accounts.filter(({ name }) => !names.has(name));
  const left = new Set(dumped.accounts.filter(({ name }) => names.has(name)).map(({ name }) => name));
  if (left.size > 0) context.onInfo(`Left as they are: ${left.size} accounts that are there already.`);
  await client.query('make the users', ['SELECT 1', ...made.flatMap(({ statements }) => statements)]);
  await restoreRules(work, { dumped, before, anyDatabase });
  requireAll(work, dumped, await readGlobals(client, anyDatabase));
  return { database: null, movedAside: null, verified: null };
}

interface DumpedGlobals {
  readonly accounts: readonly { readonly name: string; readonly statements: readonly string[] }[];
  /** As they are inserted. */
  readonly rules: readonly string[];
}

async function restoreRules(
  { client, context }: DoltRestoreWork,
  options: { dumped: DumpedGlobals; before: Globals; anyDatabase: string | null },
): Promise<void> {
  const { dumped, before, anyDatabase } = options;
  if (anyDatabase === null) {
    if (dumped.rules.length === 0) return;
    throw new HoldfastError(
      'restore-blocked',
      'Cannot restore branch control: the server has no database yet, and tells of it only in one. Restore a database first.',
    );
  }
  await client.query('restore branch control', [`USE ${identifier(anyDatabase)}`, ...dumped.rules]);
  const wanted = new Set(dumped.rules);
  for (const rule of before.rules) {
    if (isEverybody(rule) || wanted.has(insertRule(rule))) continue;
    context.onInfo(
      `Branch control has a rule that the dump doesn't have: ${displayText(rule.values.join(', '))}`,
    );
  }
}

/** @throws HoldfastError repository-damaged for what isn't whole, or not ours. */
function parseGlobals(text: string, dump: string): DumpedGlobals {
  const lines = text.split('\n');
  const [, accountCount, ruleCount] = /^-- end: (\d+) accounts, (\d+) rules$/.exec(lines.at(-2) ?? '') ?? [];
  const accounts: { name: string; statements: string[] }[] = [];
  const rules: string[] = [];
  let target: string[] = [];
  for (const line of lines) {
    if (line.startsWith(ACCOUNT_MARK)) {
      target = [];
      accounts.push({ name: line.slice(ACCOUNT_MARK.length), statements: target });
    } else if (line === RULES_MARK) target = rules;
    else if (!line.startsWith('--') && line !== '') target.push(line.replace(/;$/, ''));
  }
  const isWhole =
    lines.at(-2)?.startsWith(END_MARK) === true &&
    new Set(accounts.map(({ name }) => name)).size === Number(accountCount) &&
    rules.filter((rule) => rule !== DROP_EVERYBODY).length === Number(ruleCount);
  if (isWhole) return { accounts, rules };
  throw new HoldfastError(
    'repository-damaged',
    `Cannot restore the dump ${dump}: its end doesn't say what it holds. Choose another snapshot.`,
  );
}

function requireAll({ dump, context }: DoltRestoreWork, dumped: DumpedGlobals, now: Globals): void {
  const names = new Set(now.accounts.map(({ user, host }) => account(user, host)));
  const missing = dumped.accounts.map(({ name }) => name).filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the dump ${dump.record.name} as restored: ${displayText(missing[0] ?? '')} is not there, expected it with ${missing.length - 1} others.`,
    );
  }
  const rules = new Set(now.rules.map(insertRule));
  for (const rule of dumped.rules.filter((one) => one !== DROP_EVERYBODY && !rules.has(one))) {
    context.onWarning(`Dolt took this rule for one that another one covers already: ${displayText(rule)}`);
  }
}

async function readWhole({ dump }: DoltRestoreWork): Promise<string> {
  const parts: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const part of dump.content()) {
    sizeBytes += part.length;
    if (sizeBytes > MAX_BYTES) {
      throw new HoldfastError(
        'repository-damaged',
        `Cannot restore the dump ${dump.record.name}: it is larger than ${MAX_BYTES} bytes, expected users and rules.`,
      );
    }
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
