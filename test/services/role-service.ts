import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { UserEnv } from './minio-users.ts';

/** What a test has seen and decides of the two services that stand behind `aws-role`. */
export interface RoleService {
  /** The variables by which a job asks GitHub for a token, and the SDK AWS for a role. */
  readonly env: Readonly<Record<string, string>>;
  /** The tokens that were given out, in order. */
  readonly tokens: readonly string[];
  /** What AWS was asked: the forms' fields. */
  readonly asked: readonly Readonly<Record<string, string>>[];
  /** Whose credentials the role gives, and for how long. */
  gives: { readonly user: UserEnv; readonly forMs: number };
  /** An answer of AWS's own in its place. */
  refusal: { readonly status: number; readonly code: string; readonly message: string } | null;
  stop(): Promise<void>;
}

/**
 * A double of GitHub's service of OIDC tokens, and of AWS's STS: on loopback. The token's endpoint asks for the job's own
 * token; STS gives a role for a token that was given out here, once, with the answers of AWS's documentation.
 */
export async function startRoleService(user: UserEnv): Promise<RoleService> {
  const jobToken = randomBytes(16).toString('hex');
  const tokens: string[] = [];
  const fresh = new Set<string>();
  const asked: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (url.pathname === '/token') {
      if (request.headers.authorization !== `Bearer ${jobToken}`) return void response.writeHead(401).end();
      const token = `e30.${randomBytes(30).toString('base64url')}.${url.searchParams.get('audience')}`;
      tokens.push(token);
      fresh.add(token);
      return void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ value: token }));
    }
    const form = Object.fromEntries(new URLSearchParams(await textOf(request)));
    asked.push(form);
    const isKnown = fresh.delete(form['WebIdentityToken'] ?? '');
    const refusal = isKnown
      ? service.refusal
      : { status: 400, code: 'InvalidIdentityToken', message: 'Not a fresh token' };
    const [status, body] =
      refusal === null ? [200, granted(service.gives, form)] : [refusal.status, refused(refusal)];
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  });
  const port = await listen(server);
  const service: RoleService = {
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: jobToken,
      AWS_ENDPOINT_URL_STS: `http://127.0.0.1:${port}/sts`,
    },
    tokens,
    asked,
    gives: { user, forMs: 3_600_000 },
    refusal: null,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}

function granted(
  { user, forMs }: RoleService['gives'],
  { RoleArn, RoleSessionName }: Record<string, string>,
): string {
  const token = user['AWS_SESSION_TOKEN'] ?? '';
  return `<AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
<AssumeRoleWithWebIdentityResult>
<Audience>sts.amazonaws.com</Audience>
<AssumedRoleUser><Arn>${RoleArn}/${RoleSessionName}</Arn><AssumedRoleId>AROA:${RoleSessionName}</AssumedRoleId></AssumedRoleUser>
<Credentials>
<SessionToken>${token}</SessionToken>
<SecretAccessKey>${user['AWS_SECRET_ACCESS_KEY']}</SecretAccessKey>
<Expiration>${new Date(Date.now() + forMs).toISOString()}</Expiration>
<AccessKeyId>${user['AWS_ACCESS_KEY_ID']}</AccessKeyId>
</Credentials>
</AssumeRoleWithWebIdentityResult>
<ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
</AssumeRoleWithWebIdentityResponse>`;
}

function refused({ code, message }: { code: string; message: string }): string {
  return `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code>
<Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`;
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
