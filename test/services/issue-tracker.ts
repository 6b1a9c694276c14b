import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HeldIssue {
  readonly number: number;
  title: string;
  body: string;
  state: 'open' | 'closed';
  labels: string[];
  comments: string[];
}

/** As much of GitHub's REST interface as issues need, before a GitHub repository `acme/wiki`. It refuses what GitHub would. */
export interface GitHubIssues {
  readonly url: string;
  readonly issues: HeldIssue[];
  /** `POST /issues`, in the order in which they came. */
  readonly calls: string[];
  /** What is answered in place of doing it; null: it is done. */
  refuse: (call: string) => { status: number; message: string } | null;
  /** Whether who asks may set labels. GitHub leaves them out without a word for who may not. */
  maySetLabels: boolean;
  /** `unknown`: it isn't said. */
  visibility: 'public' | 'internal' | 'private' | 'unknown';
  stop(): Promise<void>;
}

export const TOKEN = 'ghs_token-of-the-job';
const PREFIX = '/repos/acme/wiki';
/** GitHub's limits, in characters. */
const MAX_TITLE = 256;
const MAX_BODY = 65_536;

export async function startGitHubIssues(): Promise<GitHubIssues> {
  const service: GitHubIssues = {
    ...{ url: '', issues: [], calls: [], refuse: () => null, maySetLabels: true, visibility: 'private' },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  const server = createServer((request, response) => {
    serve(service, request).then(
      ({ status, json }) => answer(response, status, json),
      (error: unknown) => answer(response, 500, { message: String(error) }),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(service, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

interface Answer {
  readonly status: number;
  readonly json: unknown;
}

function answer(response: ServerResponse, status: number, json: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
}

async function serve(service: GitHubIssues, request: IncomingMessage): Promise<Answer> {
  const text = Buffer.concat(await Array.fromAsync(request)).toString('utf8');
  const url = new URL(request.url ?? '', 'http://service');
  const call = `${request.method} ${url.pathname.replace(PREFIX, '')}`;
  service.calls.push(call);
  const { authorization, accept, 'user-agent': agent, 'content-type': type } = request.headers;
  if (authorization !== `Bearer ${TOKEN}`) return { status: 401, json: { message: 'Bad credentials' } };
  if (!agent || accept !== 'application/vnd.github+json' || !url.pathname.startsWith(PREFIX))
    return { status: 404, json: { message: 'Not Found' } };
  if (call === 'GET ') return { status: 200, json: { visibility: service.visibility } };
  const refusal = service.refuse(call);
  if (refusal !== null) return { status: refusal.status, json: { message: refusal.message } };
  if (request.method === 'GET') return list(service, url.searchParams);
  if (!/^application\/json\b/.test(type ?? '')) return { status: 415, json: {} };
  return write(service, call, JSON.parse(text));
}

function list({ issues }: GitHubIssues, query: URLSearchParams): Answer {
  const [page, size] = [Number(query.get('page') ?? 1), Number(query.get('per_page') ?? 30)];
  const wanted = issues.filter(
    ({ state, labels }) => state === query.get('state') && labels.includes(query.get('labels') ?? ''),
  );
  return { status: 200, json: wanted.slice((page - 1) * size, page * size).map(shown) };
}

type Given = Partial<Record<'title' | 'body' | 'state' | 'state_reason', string>> & { labels?: string[] };

function write(service: GitHubIssues, call: string, given: Given): Answer {
  const { title, body, state, labels = [] } = given;
  if ((title?.length ?? 0) > MAX_TITLE || (body?.length ?? 0) > MAX_BODY) return unfit('too long');
  if (call === 'POST /issues') {
    if (!title) return unfit('title is missing');
    const made: HeldIssue = {
      ...{ number: service.issues.length + 1, title, body: body ?? '', state: 'open', comments: [] },
      labels: service.maySetLabels ? labels : [],
    };
    service.issues.push(made);
    return { status: 201, json: shown(made) };
  }
  const [, method, number, comments] = /^(\w+) \/issues\/(\d+)(\/comments)?$/.exec(call) ?? [];
  const issue = service.issues.find((one) => one.number === Number(number));
  if (issue === undefined) return { status: 404, json: { message: 'Not Found' } };
  if (comments !== undefined && method === 'POST') {
    if (!body) return unfit('body is missing');
    issue.comments.push(body);
    return { status: 201, json: { id: 1 } };
  }
  if (method !== 'PATCH' || (state !== undefined && state !== 'closed')) return unfit('unknown');
  Object.assign(issue, given);
  return { status: 200, json: shown(issue) };
}

function unfit(message: string): Answer {
  return { status: 422, json: { message: `Validation Failed: ${message}` } };
}

function shown(issue: HeldIssue): object {
  const html_url = `https://github.com/acme/wiki/issues/${issue.number}`;
  return { ...issue, html_url, labels: issue.labels.map((name) => ({ name })) };
}
