/** Of ours, what leads restic to the storage, with what right, and by which certificates. */
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
  'HOME',
];

/** restic's variables for a repository: no command line shows the password. */
export function witnessEnvironment(
  repository: string,
  password: string,
  env: NodeJS.ProcessEnv,
): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => (env[name] ? [[name, env[name]] as const] : []));
  return { ...Object.fromEntries(passed), RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: password };
}
