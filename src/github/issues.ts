import { createHash } from 'node:crypto';
import { HoldfastError } from '../errors.ts';
import { askRest } from './rest.ts';
import { ToolkitError } from './toolkit-process.ts';

/** How an issue is reached. */
export interface IssueAccess {
  readonly token: string | null;
  readonly signal: AbortSignal;
}

/** One issue per key: a label that outsiders can't set, and a mark in its text, tell it from others. */
export interface IssueKey {
  readonly label: string;
  /** Anything: only its hash stands in the issue. */
  readonly key: string;
}

export interface IssueText {
  readonly title: string;
  /** Markdown. */
  readonly body: string;
}

/** More open issues with the label aren't looked through. */
const MAX_PAGES = 10;
const PER_PAGE = 100;

/**
 * Opens the issue, or puts the new text in the place of the open one's and adds a comment to it.
 * @returns its number. @throws HoldfastError no-permission; what GitHub answers.
 */
export async function openOrUpdateIssue(
  which: IssueKey,
  { title, body, comment }: IssueText & { readonly comment: string },
  access: IssueAccess,
): Promise<number> {
  const whole = `${body}\n\n${markOf(which)}\n`;
  const found = await findIssue(which, access);
  if (found === null) {
    const made = await ask('POST', '', { title, body: whole, labels: [which.label] }, access);
    return numberOf(made);
  }
  await ask('PATCH', `/${found}`, { title, body: whole }, access);
  await ask('POST', `/${found}/comments`, { body: comment }, access);
  return found;
}

/** Closes the open issue with a comment. @returns its number; null: there was none. @throws as openOrUpdateIssue. */
export async function closeIssue(
  which: IssueKey,
  comment: string,
  access: IssueAccess,
): Promise<number | null> {
  const found = await findIssue(which, access);
  if (found === null) return null;
  await ask('POST', `/${found}/comments`, { body: comment }, access);
  await ask('PATCH', `/${found}`, { state: 'closed', state_reason: 'completed' }, access);
  return found;
}

async function findIssue(which: IssueKey, access: IssueAccess): Promise<number | null> {
  const mark = markOf(which);
  for (let page = 1; page <= MAX_PAGES; page++) {
    const query = `?state=open&labels=${encodeURIComponent(which.label)}&per_page=${PER_PAGE}&page=${page}`;
    const answer = await ask('GET', query, null, access);
    const issues = Array.isArray(answer) ? answer : [];
    const found = issues.find((issue) => String(issue?.body ?? '').includes(mark) && !issue.pull_request);
    if (found !== undefined) return numberOf(found);
    if (issues.length < PER_PAGE) return null;
  }
  return null;
}

function markOf({ key }: IssueKey): string {
  return `<!-- holdfast ${createHash('sha256').update(key).digest('hex').slice(0, 32)} -->`;
}

function numberOf(issue: unknown): number {
  const { number } = (issue ?? {}) as { number?: unknown };
  if (typeof number === 'number') return number;
  throw new HoldfastError(
    'internal',
    'Cannot read GitHub’s answer: an issue has no number, expected one. Report it.',
  );
}

async function ask(
  method: 'GET' | 'POST' | 'PATCH',
  rest: string,
  body: object | null,
  { token, signal }: IssueAccess,
): Promise<unknown> {
  const [owner = '', name = ''] = (process.env['GITHUB_REPOSITORY'] ?? '').split('/');
  const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/issues${rest}`;
  try {
    return await askRest(method, path, { token, signal, ...(body === null ? {} : { body }) });
  } catch (error) {
    if (!(error instanceof ToolkitError) || ![401, 403, 404, 410].includes(error.status ?? 0)) throw error;
    const problem = error.status === 410 ? 'the GitHub repository has no issues' : error.message;
    throw new HoldfastError(
      'no-permission',
      `Cannot keep the issue of ${owner}/${name}: ${problem}, expected a token that may write issues. Give the job \`permissions: ` +
        'issues: write`, or say `issue: false`.',
      { cause: error },
    );
  }
}
