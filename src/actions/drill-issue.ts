import { readFile } from 'node:fs/promises';
import { type DrillStatement, isDrill, parseStatement } from '../drills/statement.ts';
import { HoldfastError } from '../errors.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { closeIssue, openOrUpdateIssue } from '../github/issues.ts';
import { log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { mask } from '../github/secrets.ts';
import { escapeMarkdown, markdownCode } from '../github/summary.ts';
import { ownVisibility } from '../github/visibility.ts';
import { runStage, type StageTools } from './stage.ts';

/** Opens or updates a target's issue when its drill failed, and closes it when one passed. */
export async function main(): Promise<void> {
  await runStage({ title: 'The drill’s issue could not be kept', severity: 'fail' }, keepIssue);
}

async function keepIssue({ signal }: StageTools): Promise<void> {
  const token = textInput('github-token') ?? process.env['GITHUB_TOKEN'] ?? null;
  if (token !== null) mask(token);
  const statement = await readStatement(textInput('statement'));
  const passed = booleanInput('passed');
  const name = textInput('of') ?? statement?.predicate.snapshot.target ?? 'files';
  const which = { label: textInput('label') ?? DEFAULT_LABEL, key: `restore-drill ${name}` };
  const run = runLink(process.env);
  const access = { token, signal };
  let number: number | null;
  if (passed) number = await closeIssue(which, `A drill has passed: ${run}.`, access);
  else {
    // Names of hosts, tables and files are not everybody's business.
    const isPublic = (await ownVisibility(token, signal)) === 'public';
    const reasons = isPublic ? null : (statement?.predicate.reasons ?? []);
    const title = `Restore drill of ${name} fails`;
    const body = bodyOf(name, run, reasons);
    number = await openOrUpdateIssue(which, { title, body, comment: `It failed again: ${run}.` }, access);
  }
  log.info(number === null ? 'No issue was open.' : `Issue #${number} ${passed ? 'closed' : 'is open'}.`);
  setOutputs({ issue: number ?? '' });
}

const DEFAULT_LABEL = 'restore-drill';

/** Null: the drill came to no result. */
async function readStatement(path: string | null): Promise<DrillStatement | null> {
  if (path === null) return null;
  const statement = parseStatement(await readFile(path));
  if (statement !== null && isDrill(statement)) return statement;
  throw new HoldfastError(
    'bad-input',
    `Cannot use the input \`statement\`: ${JSON.stringify(path)} holds no statement of a drill, expected restore-verify's output.`,
  );
}

/** @param reasons Null: they aren't told. */
function bodyOf(name: string, run: string, reasons: readonly string[] | null): string {
  const why =
    reasons === null
      ? 'Why stands in the run’s summary: this repository is public.'
      : reasons.length === 0
        ? 'It came to no result: look at the run.'
        : reasons.map((reason) => `- ${escapeMarkdown(reason)}`).join('\n');
  return [
    `The last restore drill of ${markdownCode(name)} failed: ${run}.`,
    why,
    'Until a drill passes nobody knows that the backup holds. Find out whether the backup or the drill is at fault, mend it, and ' +
      'drill again: the next drill that passes closes this issue.',
  ].join('\n\n');
}

function runLink(env: NodeJS.ProcessEnv): string {
  const url = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY']}/actions/runs/${env['GITHUB_RUN_ID']}`;
  return `${url}/attempts/${env['GITHUB_RUN_ATTEMPT'] ?? '1'}`;
}
