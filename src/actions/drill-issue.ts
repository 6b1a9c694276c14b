import { readFile } from 'node:fs/promises';
import { type DrillStatement, isDrill, parseStatement } from '../drills/statement.ts';
import { HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { booleanOf, listInput, textInput } from '../github/inputs.ts';
import { setOutputs } from '../github/outputs.ts';
import { systemErrorText } from '../system-error.ts';
import { keepCheckToLog } from './check-text.ts';
import { settleIssues } from './issues.ts';
import { runStage } from './stage.ts';

/** Opens or changes a target's issue when its drill failed, and closes it, or the drill's part of it, when one passed. */
export async function main(): Promise<void> {
  await runStage({ title: 'The drill’s issue could not be kept', severity: 'fail' }, keepIssue);
}

async function keepIssue(): Promise<void> {
  const isPassed = booleanOf(textInput('passed') ?? '') === true;
  const of = textInput('of');
  const asked = { target: of ?? 'files', hostname: listInput('host').join(', ') };
  const statement = await readStatement(textInput('statement')).catch(async (error: unknown) => {
    if (!isPassed) tell(await settleIssues([{ ...asked, subject: 'drill', problems: [failureText(error)] }]));
    throw error;
  });
  const { snapshot, checks } = statement?.predicate ?? { snapshot: null, checks: [] };
  for (const { kind, name } of checks) if (kind === 'user') keepCheckToLog(name);
  const problems = problemsOf(statement, isPassed);
  if (snapshot === null) return tell(await settleIssues([{ ...asked, subject: 'drill', problems }]));
  const drilled = { target: of ?? snapshot.target ?? 'files', hostname: snapshot.hostname };
  const settled = await settleIssues([{ ...drilled, subject: 'drill', problems }]);
  // What a drill without a result opened under the names that the inputs have is over: this one has one.
  if (drilled.target !== asked.target || drilled.hostname !== asked.hostname)
    await settleIssues([{ ...asked, subject: 'drill', problems: [] }]);
  tell(settled);
}

/** A drill has passed where both say so: an issue that is closed by mistake tells somebody that all is well. */
function problemsOf(statement: DrillStatement | null, isPassed: boolean): readonly string[] {
  const { result, reasons } = statement?.predicate ?? { result: null, reasons: [] };
  if (isPassed && result !== 'failed') return [];
  return reasons.length === 0 ? [NO_RESULT] : reasons;
}

function tell([settled]: readonly { readonly number: number }[]): void {
  setOutputs({ issue: settled?.number ?? '' });
}

const NO_RESULT = 'It came to no result: look at the run.';

/** Null: the drill came to no result. @throws HoldfastError bad-input. */
async function readStatement(path: string | null): Promise<DrillStatement | null> {
  if (path === null) return null;
  const statement = parseStatement(
    await readFile(path).catch((cause: unknown) => unusable(path, systemErrorText(cause), cause)),
  );
  if (statement !== null && isDrill(statement)) return statement;
  return unusable(path, 'it holds no statement of a drill');
}

function unusable(path: string, why: string, cause?: unknown): never {
  throw new HoldfastError(
    'bad-input',
    `Cannot use the input \`statement\`: ${JSON.stringify(path)}: ${why}, expected restore-verify's output. Give it as it came, in the same job.`,
    { cause },
  );
}
