import type { S3Settings } from '../../backends/s3-settings.ts';
import { folderOf } from '../../drills/evidence-place.ts';

/** Of ours, what leads restic to a bucket, with what right, and by which certificates. */
const PASSED_ON = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_PROFILE',
  'AWS_SHARED_CREDENTIALS_FILE',
  'RESTIC_CACERT',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR',
];

/** restic's variables for a repository: no command line shows the password. Of a bucket's credential it is told for a bucket alone. */
export function witnessEnvironment(
  { repository, password, s3 }: { repository: string; password: string; s3?: S3Settings | undefined },
  env: NodeJS.ProcessEnv,
): Record<string, string> {
  const folder = folderOf(repository);
  const names = folder === null ? ['HOME', ...PASSED_ON] : ['HOME'];
  const passed = names.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  return {
    ...Object.fromEntries(passed),
    ...(folder === null ? storageVariables(s3) : {}),
    RESTIC_REPOSITORY: folder ?? repository,
    RESTIC_PASSWORD: password,
  };
}

/** A role's keys are fetched as they are needed, and end meanwhile: restic is not given any. */
function storageVariables({ credentials, region }: S3Settings = {}): Record<string, string> {
  const at: Record<string, string> = region === undefined ? {} : { AWS_DEFAULT_REGION: region };
  if (credentials?.kind === 'profile') return { ...at, AWS_PROFILE: credentials.name };
  if (credentials?.kind !== 'keys') return at;
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  return {
    ...at,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    ...(sessionToken === undefined ? {} : { AWS_SESSION_TOKEN: sessionToken }),
  };
}
