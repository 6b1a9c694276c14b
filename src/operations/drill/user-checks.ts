import { type ByteString, display, displayText, fromText } from '../../bytestring.ts';
import type { UserCheck } from '../../drills/user-check.ts';
import { HoldfastError } from '../../errors.ts';
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
  /** Whether the files are in a container. */
  readonly isContained: boolean;
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
  if (expected === null)
    return { sql: 'no error', command: 'exit status 0', http: 'it answers', file: 'it isn’t empty' }[kind];
  return `${kind === 'file' || kind === 'http' ? 'it holds ' : ''}${displayText(expected)}`;
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
    case 'http':
      return lookAtAnswer(run, check, restored);
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

/** Where an answer may come later: whoever was started by the check before needs a moment. */
const NO_CLIENT = 77;

async function lookAtAnswer(
  run: DrillRun,
  { url, expected }: UserCheck & { kind: 'http' },
  { files, dumps, isContained }: Restored,
): Promise<Outcome> {
  const host = isContained ? (files?.host ?? dumps[0]?.host) : undefined;
  if (host === undefined) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot ask ${JSON.stringify(url)}: nothing was restored into a container, expected one. On this machine itself another one would answer.`,
    );
  }
  const seconds = Math.max(1, Math.ceil(run.options.limits.initMs / 1000));
  const script = `u=${quote(fromText(url))}; end=$(($(date +%s) + ${seconds}))
if command -v curl >/dev/null; then ask() { curl -q -sS -f --max-time 10 -- "$u"; }
elif command -v wget >/dev/null; then ask() { wget -q -t 1 -T 10 -O - "$u"; }
else exit ${NO_CLIENT}; fi
until ask 2>/dev/null; do [ "$(date +%s)" -lt "$end" ] || { ask; exit; }; sleep 1; done`;
  const { exit, stdout, stderr } = await runToEnd(host, script, { signal: run.signal });
  if ('code' in exit && exit.code === NO_CLIENT) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot ask ${JSON.stringify(url)}: the image has neither curl nor wget, expected one of them. Name another image.`,
    );
  }
  const said = display(stdout.toString('latin1').trim() as ByteString);
  const found = said.slice(0, SHOWN_CHARACTERS);
  if (!isSuccess(exit)) return { passed: false, found: `it doesn’t answer${displayTail(stderr)}` };
  return { passed: expected === null || said.includes(displayText(expected)), found };
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
