import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { adviceBy, LOCKS_ADVICE } from '../connection-advice.ts';
import { runFed, wholeContent } from '../fed-tool.ts';
import { quoted } from '../quoted.ts';
import { ToolMessages } from '../tool-output.ts';
import type { RestoreWork } from './restore-work.ts';

/** What pg_restore and psql may print: psql a line for each sequence. */
const OUTPUT_LIMIT_BYTES = 64 * 1024 * 1024;

/**
 * Has a tool fill `database` with what it reads; what it says on its way is passed on. Gives what it printed.
 * @throws HoldfastError command-failed with the tool's own words; what `stdin` throws.
 */
export async function runRestoreTool(
  work: RestoreWork,
  database: string,
  { script, stdin }: { script: string; stdin: AsyncIterable<Uint8Array> },
): Promise<string> {
  const { host, choices, context } = work;
  const { exit, stdout, stderr } = await runFed(host, script, {
    stdin,
    limitBytes: OUTPUT_LIMIT_BYTES,
    signal: context.signal,
  });
  const messages = new ToolMessages([choices.access.password ?? '']).addAll(
    work.hasSecrets === true ? withoutStatements(stderr) : withoutConnections(stderr),
  );
  if (!isSuccess(exit)) {
    const how = `the command ${endedWith(exit)}${messages.shown}`;
    throw restoreFailed(work, database, `${how}, expected exit status 0`);
  }
  for (const line of messages.lines) context.onWarning(line);
  return stdout.toString('latin1');
}

/** psql shows a piece of the statement that failed: a password's hash may stand in it. */
function withoutStatements(stderr: Buffer): Buffer {
  return Buffer.from(stderr.toString('latin1').replace(/^LINE \d+: .*\n.*$/gm, ''), 'latin1');
}

/** pg_restore shows all of the statement that failed, which is its last word: of these the passwords to other servers are a part. */
const CONNECTION =
  /((?:Command was|LINE \d+): (?:CREATE|ALTER) (?:SUBSCRIPTION|USER MAPPING|SERVER)\b)[\s\S]*$/;

function withoutConnections(stderr: Buffer): Buffer {
  return Buffer.from(stderr.toString('latin1').replace(CONNECTION, '$1 ...'), 'latin1');
}

/** Without its end some of the tools would go on, or wait for ever. @param isLent See StoredDump. */
export function contentOf({ dump }: RestoreWork, { isLent } = { isLent: false }): AsyncGenerator<Uint8Array> {
  return wholeContent(dump.content({ isLent }), dump.record);
}

const ENCODING_ADVICE: readonly [RegExp, string] = [
  /invalid byte sequence for encoding|has no equivalent in encoding/,
  'Restore it into a database of the same encoding: one that is not there is made so.',
];
const DATA_ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /violates (foreign key|check|unique|not-null|exclusion)|could not create (unique|exclusion)/,
    'The data broke that rule already when it was dumped. --target FOLDER gives the dump as a file: pg_restore without --exit-on-error ' +
      '(or psql, of a plain one) restores all but that rule.',
  ],
  [
    /tablespace .* does not exist|invalid value for parameter "default_tablespace"/i,
    'Make that tablespace first: CREATE TABLESPACE … LOCATION an empty folder of the server’s account.',
  ],
];
const ADVICE_WITHOUT_OWNERS = adviceBy([LOCKS_ADVICE, ENCODING_ADVICE, ...DATA_ADVICE]);
const ADVICE = adviceBy([
  LOCKS_ADVICE,
  ENCODING_ADVICE,
  ...DATA_ADVICE,
  [
    /role .* does not exist/,
    'Restore the roles first (the dump globals.sql), or leave them out: ?owner=false&privileges=false.',
  ],
]);

/** `problem`: ready to show, without a full stop. */
export function restoreFailed(
  { host, dump, choices }: RestoreWork,
  database: string,
  problem: string,
): HoldfastError {
  const advice = choices.owner ? ADVICE : ADVICE_WITHOUT_OWNERS;
  return new HoldfastError(
    'command-failed',
    `Cannot restore the dump ${dump.record.name} into the database ${quoted(database)} on "${host.name}": ` +
      `${problem}.${advice(problem)}`,
  );
}
