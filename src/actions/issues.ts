import { warn } from '../github/annotations.ts';
import { textInput } from '../github/inputs.ts';
import type { Subject } from '../github/issue-text.ts';
import { log } from '../github/log.ts';
import { runAddress } from '../github/run.ts';
import { mask } from '../github/secrets.ts';
import type { SettledIssue, TargetState } from '../github/target-issue.ts';
import type { Visibility } from '../github/visibility.ts';
import type { About } from './notices.ts';

/** Tells how a target stands by its issue, where a token for that is given. */
export function issueOf(subject: Subject): NonNullable<About['settleIssue']> {
  return async (target, hostname, problems) => {
    await settleIssues([{ target, hostname, subject, problems }]);
  };
}

/** Never throws: what can't be told is a warning. @returns What was done. */
export async function settleIssues(states: readonly TargetState[]): Promise<readonly SettledIssue[]> {
  const token = textInput('issue-token');
  if (token === null) return [];
  mask(token);
  const [{ settleTargetIssues }, { ownVisibility }] = await Promise.all([
    import('../github/target-issue.ts'),
    import('../github/visibility.ts'),
  ]);
  // Names of files and tables in an error's message are not everybody's business.
  const visibility = await ownVisibility(token);
  const isForFew = visibility === 'private' || visibility === 'internal';
  const shown = isForFew ? states : states.map((state) => withoutReasons(state, visibility));
  const settled = await settleTargetIssues(shown, {
    repository: process.env['GITHUB_REPOSITORY'] ?? '',
    token,
    run: runAddress(),
    onProblem: (message) => warn('No issue tells it', message),
  });
  for (const { number, done, url } of settled) log.info(`Issue ${number} ${done}: ${url}`);
  return settled;
}

function withoutReasons(state: TargetState, visibility: Visibility): TargetState {
  if (state.problems.length === 0) return state;
  const because =
    visibility === 'public'
      ? 'this GitHub repository is public'
      : 'GitHub doesn’t say who may see this repository';
  return { ...state, problems: [`Why stands in the run’s summary: ${because}.`] };
}
