import { type ByteString, display, displayText, fromText } from '../../bytestring.ts';
import type { UserCheck } from '../../drills/user-check.ts';
import { HoldfastError } from '../../errors.ts';
import { endedWith, isSuccess } from '../../hosts/exit-status.ts';
import type { Host } from '../../hosts/host.ts';
import { runToEnd } from '../../hosts/output.ts';
import { displayTail } from '../../hosts/output-tail.ts';
import { quote } from '../../hosts/quote.ts';
import { type RunningApplication, variablesOf } from './application.ts';
import { askScript, NO_CLIENT } from './ask-address.ts';
import { type DrilledDump, requireDump } from './databases.ts';
import type { FilesPlace } from './files.ts';
import type { DrillRun, Outcome } from './run.ts';

interface Restored {
  readonly files: FilesPlace | null;
  readonly dumps: readonly DrilledDump[];
  /** Whether the files are in a container. */
  readonly isContained: boolean;
}

/** Runs those that are asked in the application's container, in their order. @param application Null: it isn't running. */
export async function runChecksInApplication(
  run: DrillRun,
  application: RunningApplication | null,
  dumps: readonly DrilledDump[],
): Promise<void> {
  const provedMs = run.lastProofMs;
  for (const check of run.options.checks) {
    if (!isInApplication(check)) continue;
    const title = titleOf(check);
    if (application === null) run.couldNotRun(title, 'the application isn’t running');
    else if (check.kind === 'http') await run.check(title, () => lookAtAnswer(run, check, application.host));
    else
      await run.check(title, () =>
        runCommand(run, check, { host: application.host, before: variablesOf(dumps) }),
      );
  }
  run.provedInApplication = run.lastProofMs !== provedMs;
}

function isInApplication(check: UserCheck): check is UserCheck & { kind: 'command' | 'http' } {
  return (check.kind === 'command' || check.kind === 'http') && check.inApplication;
}

function titleOf(check: UserCheck) {
  return { kind: 'user', name: displayText(check.text), expected: expectedOf(check) } as const;
}

/** More than anybody compares by eye. */
const SHOWN_CHARACTERS = 500;

/** Runs the checks of the user's own that need no application, in their order. */
export async function runUserChecks(run: DrillRun, restored: Restored): Promise<void> {
  for (const check of run.options.checks) {
    if (isInApplication(check)) continue;
    await run.check(titleOf(check), () => runOne(run, check, restored));
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
      return runWhereRestored(run, check, restored);
    case 'http':
      return askWhereRestored(run, check, restored);
    case 'file':
      return lookAtFile(run, check, restored);
  }
}

function compared(actual: string, expected: string | null): Outcome {
  const found = actual.length > SHOWN_CHARACTERS ? `${actual.slice(0, SHOWN_CHARACTERS)}…` : actual;
  return { passed: expected === null || actual === expected, found };
}

/** Where the files are; where a database is, if there are none. Nowhere else: it isn't meant for this machine. */
async function runWhereRestored(
  run: DrillRun,
  check: UserCheck & { kind: 'command' },
  { files, dumps }: Restored,
): Promise<Outcome> {
  const host = files?.host ?? dumps[0]?.host;
  if (host === undefined) return { passed: false, found: 'nothing was restored' };
  const folder =
    files === null
      ? ''
      : `DRILL_FILES=${quote(fromText(files.folder))}; export DRILL_FILES; cd "$DRILL_FILES" || exit 1\n`;
  return runCommand(run, check, { host, before: `${variablesOf(dumps)}${folder}` });
}

async function runCommand(
  run: DrillRun,
  { command, expected }: UserCheck & { kind: 'command' },
  { host, before }: { host: Host; before: string },
): Promise<Outcome> {
  const output = await runToEnd(host, `${before}${command}`, { signal: run.signal });
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

async function askWhereRestored(
  run: DrillRun,
  check: UserCheck & { kind: 'http' },
  { files, dumps, isContained }: Restored,
): Promise<Outcome> {
  const host = isContained ? (files?.host ?? dumps[0]?.host) : undefined;
  if (host === undefined) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot ask ${JSON.stringify(check.url)}: nothing was restored into a container, expected one. On this machine itself another one would answer.`,
    );
  }
  return lookAtAnswer(run, check, host);
}

/** The answer may come later: whoever was started by the check before needs a moment. */
async function lookAtAnswer(
  run: DrillRun,
  { url, socket, expected }: UserCheck & { kind: 'http' },
  host: Host,
): Promise<Outcome> {
  const seconds = Math.max(1, Math.ceil(run.options.limits.initMs / 1000));
  const script = `${askScript({ url, socket })}
end=$(($(date +%s) + ${seconds}))
until ask 2>/dev/null; do [ "$(date +%s)" -lt "$end" ] || { ask; exit; }; sleep 1; done`;
  const { exit, stdout, stderr } = await runToEnd(host, script, { signal: run.signal });
  if ('code' in exit && exit.code === NO_CLIENT) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot ask ${JSON.stringify(url)}: the image has neither curl nor wget (which can’t ask a Unix socket), expected one of them. Name another image.`,
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
  const looks = expected === null ? '[ -s "$f" ]' : `grep -qF -e ${quote(fromText(expected))} -- "$f"`;
  const look = `d=$(cd -P ${quote(fromText(files.folder))} && pwd -P) || exit 1
f=$(readlink -f ${quote(fromText(`${files.folder}${path}`))}) || exit 1
case $f in "$d"/*) ;; *) exit ${LEADS_OUT} ;; esac
[ -f "$f" ] && ${looks}`;
  const { exit } = await runToEnd(files.host, look, { signal: run.signal });
  if ('code' in exit && exit.code === LEADS_OUT)
    return { passed: false, found: 'it is not: a link leads out of what was restored' };
  const passed = isSuccess(exit);
  return { passed, found: passed ? 'it is so' : 'it is not' };
}

/** Of a file of this machine the check would say nothing; and who may only ask of restored files must not ask of those. */
const LEADS_OUT = 9;
