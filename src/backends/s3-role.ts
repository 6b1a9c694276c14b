import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { PassingFaultError } from './backend.ts';
import { faultOf, type S3Fault } from './s3-fault.ts';
import type { S3Role } from './s3-settings.ts';

type FromWebToken = typeof import('./s3-sdk.ts').fromWebToken;

/** Credentials are renewed so long before they expire: a request that is under way then still ends in time. */
const RENEW_BEFORE_MS = 5 * 60_000;

export interface RoleCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** How the role is asked for: what AWS's client takes. */
export type RoleClient = NonNullable<Parameters<FromWebToken>[0]['clientConfig']>;

/**
 * The credentials of `role`, asked for when they are first needed, and again with a fresh token before they expire.
 * A renewal that fails while the old ones are still good is tried again at the next request.
 * @throws from what it returns: HoldfastError no-permission, backend-failed, and what `role.token` throws.
 */
export function assumeRole(
  role: S3Role,
  fromWebToken: FromWebToken,
  client: RoleClient,
): () => Promise<RoleCredentials> {
  let current: RoleCredentials | null = null;
  let renewing: Promise<RoleCredentials> | null = null;
  const renew = async () => {
    try {
      current = await ask(role, fromWebToken, client, current !== null);
      return current;
    } catch (error) {
      if (current !== null && remainingMs(current) > 0) return current;
      throw error;
    } finally {
      renewing = null;
    }
  };
  return () => {
    if (current !== null && remainingMs(current) > RENEW_BEFORE_MS) return Promise.resolve(current);
    renewing ??= renew();
    return renewing;
  };
}

function remainingMs({ expiration }: RoleCredentials): number {
  return expiration === undefined ? Number.POSITIVE_INFINITY : expiration.getTime() - Date.now();
}

async function ask(
  role: S3Role,
  fromWebToken: FromWebToken,
  client: RoleClient,
  hasAnswered: boolean,
): Promise<RoleCredentials> {
  const webIdentityToken = await role.token();
  role.onSecret?.(webIdentityToken);
  const provide = fromWebToken({
    roleArn: role.arn,
    roleSessionName: role.sessionName,
    webIdentityToken,
    clientConfig: client,
  });
  const credentials = await provide().catch((error: unknown) => {
    throw explained(role, faultOf(error), hasAnswered);
  });
  role.onSecret?.(credentials.secretAccessKey);
  if (credentials.sessionToken !== undefined) role.onSecret?.(credentials.sessionToken);
  return credentials;
}

/** @param hasAnswered Whether the service ever has: else its address may be wrong, and trying again helps nothing. */
function explained({ arn }: S3Role, fault: S3Fault, hasAnswered: boolean): HoldfastError {
  const what = `Cannot assume the role "${displayText(arn)}"`;
  const said = `${displayText(fault.message.replace(/\.$/, ''))} (${displayText(fault.code)})`;
  if (fault.status === null || fault.status >= 500) {
    const mayPass = fault.status !== null || hasAnswered;
    return new HoldfastError('backend-failed', `${what}: its service can't be reached, or failed: ${said}.`, {
      cause: mayPass ? new PassingFaultError(fault.code, { cause: fault }) : fault,
    });
  }
  return new HoldfastError(
    'no-permission',
    `${what}: ${said}. The role must trust GitHub’s provider (token.actions.githubusercontent.com) with the audience ` +
      'sts.amazonaws.com, and this repository, branch or environment as its subject.',
    { cause: fault },
  );
}
