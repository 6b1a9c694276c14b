import { type ByteString, display, displayText, fromText } from '../../bytestring.ts';
import type { UserCheck } from '../../drills/user-check.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import { runToEnd } from '../../hosts/output.ts';
import { displayTail } from '../../hosts/output-tail.ts';
import { quote } from '../../hosts/quote.ts';
import { type DrilledDump, requireDump } from './databases.ts';
import type { FilesPlace } from './files.ts';
import type { DrillRun, Outcome } from './run.ts';

interface Restored {
  readonly files: FilesPlace | null;
  readonly dumps: readonly DrilledDump[];
}

/** More than anybody compares by eye. */
const SHOWN_CHARACTERS = 500;

/** Runs the checks of the user's own, in their order. */
export async function runUserChecks(run: DrillRun, restored: Restored): Promise<void> {
  for (const check of run.options.checks) {
    const title = { kind: 'user', name: displayText(check.text), expected: expectedOf(check) } as const;
    await run.check(title, () => runOne(run, check, restored));
  }
}

function expectedOf({ kind, expected }: UserCheck): string {
  if (expected === null) return { sql: 'no error', command: 'exit status 0', file: 'it isn’t empty' }[kind];
  return `${kind === 'file' ? 'it holds ' : ''}${displayText(expected)}`;
}

async function runOne(run: DrillRun, check: UserCheck, restored: Restored): Promise<Outcome> {
  switch (check.kind) {
    case 'sql': {
      const { host, database, record } = requireDump(restored.dumps, check.database);
      const context = { signal: run.signal, onInfo: () => {}, onWarning: () => {} };
      return compared(await database.ask(host, record, check.statement, context), check.expected);
    }
    case 'command':
      return runCommand(run, check, restored);
    case 'file':
      return lookAtFile(run, check, restored);
  }
}

function compared(actual: string, expected: string | null): Outcome {
  const found = actual.length > SHOWN_CHARACTERS ? `${actual.slice(0, SHOWN_CHARACTERS)}…` : actual;
  return { passed: expected === null || actual === expected, found };
}

/** Where the files are; where a database is, if there are none. Nowhere else: it isn't meant for this machine. */
async function runCommand(
  run: DrillRun,
  { command, expected }: UserCheck & { kind: 'command' },
  { files, dumps }: Restored,
): Promise<Outcome> {
  const host = files?.host ?? dumps[0]?.host;
  if (host === undefined) return { passed: false, found: 'nothing was restored' };
  const folder =
    files === null
      ? ''
      : `DRILL_FILES=${quote(fromText(files.folder))}; export DRILL_FILES; cd "$DRILL_FILES" || exit 1\n`;
  const variables = Object.entries(Object.assign({}, ...dumps.map((dump) => dump.variables)));
  const socket = variables
    .map(([name, value]) => `${name}=${quote(fromText(String(value)))}; export ${name}\n`)
    .join('');
  const output = await runToEnd(host, `${socket}${folder}${command}`, { signal: run.signal });
  const said = display(output.stdout.toString('latin1').trim() as ByteString);
  if (!isSuccess(output.exit))
    return { passed: false, found: `it ${endedWith(output.exit)}${displayTail(output.stderr)}` };
  if (expected === null)
    return {
      passed: true,
      found: `exit status 0${said === '' ? '' : `: ${said.slice(0, SHOWN_CHARACTERS)}`}`,
    };
  return compared(said, expected);
}

async function lookAtFile(
  run: DrillRun,
  { path, expected }: UserCheck & { kind: 'file' },
  { files }: Restored,
): Promise<Outcome> {
  if (files === null) return { passed: false, found: 'no files were restored' };
  const file = quote(fromText(`${files.folder}${path}`));
  const look =
    expected === null
      ? `[ -f ${file} ] && [ -s ${file} ]`
      : `[ -f ${file} ] && grep -qF -e ${quote(fromText(expected))} -- ${file}`;
  const { exit } = await runToEnd(files.host, look, { signal: run.signal });
  const passed = isSuccess(exit);
  return { passed, found: passed ? 'it is so' : 'it is not' };
}
