import { setTimeout as sleep } from 'node:timers/promises';
import { displayText } from '../bytestring.ts';
import { systemErrorText } from '../system-error.ts';
import {
  type IssueTarget,
  issueBody,
  issueTitle,
  markerOf,
  type Subject,
  type Trouble,
  troubleOf,
  troublesIn,
} from './issue-text.ts';
import { askRest } from './rest.ts';
import { ToolkitError } from './toolkit-process.ts';

/** How a target stands in one subject, as a run has found it. */
export interface TargetState extends IssueTarget {
  readonly subject: Subject;
  /** Why it isn't well: text as it is, a line each, which is made harmless here. None: it is well. */
  readonly problems: readonly string[];
}

export interface IssueAccess {
  /** `OWNER/NAME`. */
  readonly repository: string;
  /** Needs `issues: write`. */
  readonly token: string;
  /** Address of this run; empty: it has none. */
  readonly run: string;
  /** Told what couldn't be done, ready to show: nothing here fails a run. */
  readonly onProblem: (message: string) => void;
  /** All together may take so long. */
  readonly limitMs?: number;
  readonly pauseMs?: number;
}

/** What became of an issue. */
export interface SettledIssue {
  readonly number: number;
  readonly url: string;
  readonly done: 'opened' | 'updated' | 'closed';
}

/** Who may set a label may triage: so an outsider's issue can't pass for ours. */
const LABEL = 'holdfast';
const PER_PAGE = 100;
const MAX_PAGES = 10;
/** GitHub holds back who writes too much at once. */
const MAX_OPENED = 20;
const LIMIT_MS = 60_000;
const TRIES = 3;
const PAUSE_MS = 1000;

/**
 * One issue for each target that isn't well: opened, changed by the next run, closed by the one that finds it well. What
 * another subject says of the same target stays in it, and keeps it open.
 *
 * An issue that a person closed is left alone: if the target still fails, there will be a new one.
 * @returns What was done. Never throws: what couldn't be is told to `onProblem`.
 */
export async function settleTargetIssues(
  states: readonly TargetState[],
  access: IssueAccess,
): Promise<SettledIssue[]> {
  const settling = new Settling(byTarget(states), access, AbortSignal.timeout(access.limitMs ?? LIMIT_MS));
  for (let attempt = 1; ; attempt++) {
    try {
      await settling.run();
      return settling.settled;
    } catch (error) {
      if (!mayPass(error) || attempt >= TRIES) {
        access.onProblem(`Cannot tell it by an issue of ${displayText(access.repository)}: ${whyNot(error)}`);
        return settling.settled;
      }
      await sleep((access.pauseMs ?? PAUSE_MS) * 2 ** (attempt - 1));
    }
  }
}

/** Of the same target in the same subject one state: not well if one of them isn't. */
function byTarget(states: readonly TargetState[]): TargetState[] {
  const groups = Map.groupBy(states, (state) => `${markerOf(state)} ${state.subject}`);
  return [...groups.values()].map(([first, ...others]) => ({
    ...(first as TargetState),
    problems: [first as TargetState, ...others].flatMap(({ problems }) => problems),
  }));
}

interface Issue {
  readonly number: number;
  readonly url: string;
  readonly body: string;
}

/** What is settled stays so when the rest is tried again. */
class Settling {
  readonly settled: SettledIssue[] = [];
  readonly #todo: TargetState[];
  readonly #access: IssueAccess;
  readonly #signal: AbortSignal;
  readonly #path: string;
  #found: Issue[] = [];

  constructor(todo: TargetState[], access: IssueAccess, signal: AbortSignal) {
    this.#todo = todo;
    this.#access = access;
    this.#signal = signal;
    const [owner = '', name = ''] = access.repository.split('/');
    this.#path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}/issues`;
  }

  async run(): Promise<void> {
    if (this.#todo.length === 0) return;
    this.#found = await this.#openIssues();
    for (let state = this.#todo[0]; state !== undefined; state = this.#todo[0]) {
      const marker = markerOf(state);
      const ours = this.#found.filter(({ body }) => body.startsWith(marker));
      await this.#settle(state, ours);
      this.#todo.shift();
    }
  }

  /** Oldest first. */
  async #openIssues(): Promise<Issue[]> {
    const found: Issue[] = [];
    for (let page = 1; page <= MAX_PAGES; page++) {
      const query = `state=open&labels=${LABEL}&sort=created&direction=asc&per_page=${PER_PAGE}&page=${page}`;
      const answer = await this.#ask('GET', `?${query}`);
      const items = Array.isArray(answer) ? answer : [];
      found.push(...items.flatMap(issueIn));
      if (items.length < PER_PAGE) break;
    }
    return found;
  }

  /** Two runs at once may have opened one each: the older one is gone on with, and both are closed. */
  async #settle(state: TargetState, ours: readonly Issue[]): Promise<void> {
    const [first] = ours;
    if (state.problems.length > 0)
      return first === undefined ? this.#open(state) : this.#update(state, first);
    for (const issue of ours) await this.#relieve(state, issue);
  }

  async #open(state: TargetState): Promise<void> {
    if (this.settled.filter(({ done }) => done === 'opened').length >= MAX_OPENED) {
      this.#access.onProblem(
        `No issue is opened for ${displayText(state.target)}: ${MAX_OPENED} were opened by this run already.`,
      );
      return;
    }
    const answer = await this.#ask('POST', '', {
      ...this.#textOf(state, [this.#trouble(state, undefined)]),
      labels: [LABEL],
    });
    const [issue] = issueIn(answer);
    if (issue === undefined) throw new Error('GitHub answered without an issue');
    this.#found.push(issue);
    this.settled.push({ number: issue.number, url: issue.url, done: 'opened' });
    if (!labelsIn(answer).includes(LABEL))
      this.#access.onProblem(
        `The issue ${issue.number} has not the label ${LABEL}, by which the next run finds it: the token may not set it. Set it yourself, or give another token.`,
      );
  }

  async #update(state: TargetState, issue: Issue): Promise<void> {
    const known = troublesIn(issue.body);
    const before = known.find(({ subject }) => subject === state.subject);
    const others = known.filter((one) => one !== before);
    await this.#ask(
      'PATCH',
      `/${issue.number}`,
      this.#textOf(state, [...others, this.#trouble(state, before)]),
    );
    this.settled.push({ number: issue.number, url: issue.url, done: 'updated' });
  }

  /** Closed before it is said why: a comment that can't be made leaves nothing open. */
  async #relieve(state: TargetState, issue: Issue): Promise<void> {
    const known = troublesIn(issue.body);
    const left = known.filter(({ subject }) => subject !== state.subject);
    if (left.length === known.length && known.length > 0) return;
    if (left.length > 0) {
      await this.#ask('PATCH', `/${issue.number}`, this.#textOf(state, left));
      this.settled.push({ number: issue.number, url: issue.url, done: 'updated' });
      return;
    }
    await this.#ask('PATCH', `/${issue.number}`, { state: 'closed', state_reason: 'completed' });
    this.settled.push({ number: issue.number, url: issue.url, done: 'closed' });
    const { run } = this.#access;
    const body = `It is well again${run === '' ? '' : `: [the run that found it so](${run})`}.`;
    await this.#ask('POST', `/${issue.number}/comments`, { body });
  }

  #trouble(state: TargetState, before: Trouble | undefined): Trouble {
    return troubleOf(state, { before, run: this.#access.run, nowMs: Date.now() });
  }

  #textOf(target: IssueTarget, troubles: readonly Trouble[]): { title: string; body: string } {
    return { title: issueTitle(target, troubles), body: issueBody(target, troubles) };
  }

  #ask(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object): Promise<unknown> {
    return askRest(method, this.#path + path, {
      token: this.#access.token,
      signal: this.#signal,
      ...(body === undefined ? {} : { body }),
    });
  }
}

function issueIn(json: unknown): Issue[] {
  if (typeof json !== 'object' || json === null || 'pull_request' in json) return [];
  const { number, html_url: url, body } = json as { number?: unknown; html_url?: unknown; body?: unknown };
  if (typeof number !== 'number') return [];
  return [{ number, url: typeof url === 'string' ? url : '', body: typeof body === 'string' ? body : '' }];
}

function labelsIn(json: unknown): unknown[] {
  const { labels } = json as { labels?: unknown };
  return Array.isArray(labels) ? labels.map((label) => (label as { name?: unknown } | null)?.name) : [];
}

/** The end of the time for all together doesn't pass. */
function mayPass(error: unknown): boolean {
  if (error instanceof Error && error.name === 'AbortError') return false;
  if (!(error instanceof ToolkitError) || error.status === null) return true;
  return error.status >= 500 || error.status === 429;
}

function whyNot(error: unknown): string {
  const status = error instanceof ToolkitError ? error.status : null;
  if (error instanceof Error && /rate limit/i.test(error.message))
    return 'GitHub holds back who asks too much; the next run tries again.';
  if (status === 401) return 'GitHub does not know the token (401): it is wrong, or has expired.';
  if (status === 403 || status === 404)
    return `the token may not write issues (${status}): give the job \`permissions: issues: write\` and pass \`github.token\`, or another token that may.`;
  if (status === 410)
    return 'issues are switched off there (410): switch them on in its settings, or give no token.';
  if (error instanceof Error && error.name === 'AbortError') return 'GitHub took too long.';
  return displayText(systemErrorText(error)).replace(/\.?$/, '.');
}
