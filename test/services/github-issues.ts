import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Issue {
  readonly number: number;
  state: string;
  title: string;
  body: string;
  labels: string[];
  readonly comments: string[];
}

/** As much of GitHub's issues of `acme/wiki` as is asked for, and whether that is public. */
export interface GitHubIssues {
  readonly issues: Issue[];
  /** The status that all is answered with; null: none. */
  refusal: number | null;
  visibility: 'public' | 'private';
  readonly env: Readonly<Record<string, string>>;
  stop(): void;
}

export async function startGitHubIssues(): Promise<GitHubIssues> {
  const server = createServer(async (request, response) => {
    const body = await jsonOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const [, number, what] =
      /^\/repos\/acme\/wiki\/issues(?:\/(\d+))?(?:\/(comments))?$/.exec(pathname) ?? [];
    const issue = held.issues.find((one) => one.number === Number(number));
    const answer = (status: number, json: unknown) => response.writeHead(status).end(JSON.stringify(json));
    if (held.refusal !== null) answer(held.refusal, { message: 'Resource not accessible by integration' });
    else if (pathname === '/repos/acme/wiki') answer(200, { visibility: held.visibility });
    else if (request.method === 'GET') {
      const label = searchParams.get('labels') ?? '';
      answer(
        200,
        held.issues.filter((one) => one.state === 'open' && one.labels.includes(label)),
      );
    } else if (request.method === 'POST' && what === 'comments' && issue !== undefined) {
      issue.comments.push(String(body['body']));
      answer(201, {});
    } else if (request.method === 'POST') {
      const made = { number: held.issues.length + 1, state: 'open', comments: [], ...body } as never;
      held.issues.push(made);
      answer(201, made);
    } else if (request.method === 'PATCH' && issue !== undefined) answer(200, Object.assign(issue, body));
    else answer(404, { message: 'Not Found' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const held: GitHubIssues = {
    issues: [],
    refusal: null,
    visibility: 'private',
    env: {
      GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      GITHUB_REPOSITORY: 'acme/wiki',
    },
    stop: () => void server.close(),
  };
  return held;
}

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += part;
  return text === '' ? {} : JSON.parse(text);
}
