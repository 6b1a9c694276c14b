import { readFile } from 'node:fs/promises';
import { formatCounted } from '../amounts.ts';
import { askRest } from './rest.ts';
import { ToolkitError } from './toolkit-process.ts';

/** A pull request of the GitHub repository that this workflow runs in. */
export interface PullRequest {
  readonly owner: string;
  readonly name: string;
  readonly number: number;
}

/** The one that this run is of; null: it is of none. */
export async function ownPullRequest(env: NodeJS.ProcessEnv = process.env): Promise<PullRequest | null> {
  if (env['GITHUB_EVENT_NAME'] !== 'pull_request') return null;
  const [owner = '', name = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  try {
    const event: unknown = JSON.parse(await readFile(env['GITHUB_EVENT_PATH'] ?? '', 'utf8'));
    const { number } = (event as { pull_request: { number: unknown } }).pull_request;
    return owner !== '' && name !== '' && Number.isSafeInteger(number)
      ? { owner, name, number: Number(number) }
      : null;
  } catch {
    return null;
  }
}

/** GitHub takes 65,536 characters; what is cut off stands in the summary. */
const MAX_CHARACTERS = 60_000;
const CUT = '\n\n_Cut here: the rest stands in the summary of the run._\n';

const PER_PAGE = 100;
const MAX_PAGES = 20;

export interface CommentOrder {
  readonly token: string;
  readonly signal: AbortSignal;
  /** By this, in a comment that nobody sees, the next run finds it again. Letters, digits, and `-./ `. */
  readonly mark: string;
  readonly markdown: string;
  /** It says nothing new: one that is there is brought up to date, a new one isn't made. */
  readonly onlyUpdate: boolean;
}

/**
 * Keeps one comment on a pull request up to date.
 * @returns What became of it; `refused`: the token may not, as that of a stranger's pull request.
 * @throws ToolkitError, and what the network throws.
 */
export async function keepComment(
  pull: PullRequest,
  order: CommentOrder,
): Promise<'made' | 'updated' | 'unchanged' | 'refused' | 'not-needed'> {
  const { token, signal, onlyUpdate } = order;
  const base = `/repos/${encodeURIComponent(pull.owner)}/${encodeURIComponent(pull.name)}/issues`;
  const body = bodyOf(order);
  try {
    const own = await findOwn(`${base}/${pull.number}/comments`, order);
    if (own?.body === body) return 'unchanged';
    if (own !== null) {
      await askRest('PATCH', `${base}/comments/${own.id}`, { token, signal, body: { body } });
      return 'updated';
    }
    if (onlyUpdate) return 'not-needed';
    await askRest('POST', `${base}/${pull.number}/comments`, { token, signal, body: { body } });
    return 'made';
  } catch (error) {
    const status = error instanceof ToolkitError ? error.status : null;
    if (status === 401 || status === 403 || status === 404) return 'refused';
    throw error;
  }
}

function markOf({ mark }: Pick<CommentOrder, 'mark'>): string {
  return `<!-- ${mark.replace(/[^\w./ ]+/g, '-')} -->`;
}

function bodyOf(order: CommentOrder): string {
  const { markdown } = order;
  if (markdown.length <= MAX_CHARACTERS) return `${markOf(order)}\n${markdown}`;
  const end = markdown.lastIndexOf('\n', MAX_CHARACTERS);
  const kept = markdown.slice(0, end > 0 ? end : MAX_CHARACTERS);
  const missing = markdown.slice(kept.length).trim().split('\n').length;
  return `${markOf(order)}\n${cutNote(missing)}${kept}${CUT}`;
}

/** At the top, for who reads no further. */
function cutNote(lines: number): string {
  return `⚠️ **This is not all: ${formatCounted(lines, 'line')} did not fit into this comment. Read the summary of the run, and the files themselves, before you merge.**\n\n`;
}

interface Comment {
  readonly id: number;
  readonly body: string;
}

/** A stranger's comment with our mark in it is not ours: under their name they could change what it says. */
async function findOwn(path: string, order: CommentOrder): Promise<Comment | null> {
  const { token, signal } = order;
  const login = await ownLogin(order);
  for (let page = 1; page <= MAX_PAGES; page++) {
    const answer = await askRest('GET', `${path}?per_page=${PER_PAGE}&page=${page}`, { token, signal });
    const comments = Array.isArray(answer) ? (answer as readonly Record<string, unknown>[]) : [];
    for (const { id, body, user } of comments) {
      const who = user as { login?: unknown; type?: unknown } | null;
      const isOurs = login === null ? who?.type === 'Bot' : who?.login === login;
      if (
        isOurs &&
        typeof id === 'number' &&
        typeof body === 'string' &&
        body.startsWith(`${markOf(order)}\n`)
      )
        return { id, body };
    }
    if (comments.length < PER_PAGE) return null;
  }
  return null;
}

/** A job's own token is of no user, and comments as a bot. */
async function ownLogin({ token, signal }: CommentOrder): Promise<string | null> {
  try {
    const { login } = (await askRest('GET', '/user', { token, signal })) as { login?: unknown };
    return typeof login === 'string' ? login : null;
  } catch (error) {
    if (error instanceof ToolkitError && (error.status === 401 || error.status === 403)) return null;
    throw error;
  }
}
