/** Where a person sees this run; empty outside of one. */
export function runAddress(env: NodeJS.ProcessEnv = process.env): string {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = env;
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : '';
}

/** Which run this is, as GitHub tells every step; null outside of one. */
export function currentRun(env: Readonly<Record<string, string | undefined>> = process.env) {
  const {
    GITHUB_REPOSITORY,
    GITHUB_SHA,
    GITHUB_REF,
    GITHUB_WORKFLOW_REF,
    GITHUB_RUN_ID,
    GITHUB_RUN_ATTEMPT,
  } = env;
  if (!GITHUB_RUN_ID) return null;
  return {
    repository: GITHUB_REPOSITORY ?? '',
    commit: GITHUB_SHA ?? '',
    ref: GITHUB_REF ?? '',
    workflow: GITHUB_WORKFLOW_REF ?? '',
    run_id: GITHUB_RUN_ID,
    run_attempt: GITHUB_RUN_ATTEMPT ?? '',
  };
}
