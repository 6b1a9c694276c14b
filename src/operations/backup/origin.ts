/** What made a snapshot, as its manifest says it. JSON, without a secret. */
export interface Origin {
  /** The target as `backup.yml` had it, defaults filled in; secrets by the names of their variables. Null: no such file. */
  readonly configuration: Readonly<Record<string, unknown>> | null;
  /** The run of GitHub's; null: none. */
  readonly run: GitHubRun | null;
}

export interface GitHubRun {
  readonly repository: string;
  readonly commit: string;
  readonly ref: string;
  readonly workflow: string;
  readonly run_id: string;
  readonly run_attempt: string;
}
