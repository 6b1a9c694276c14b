import { askRest } from './rest.ts';
import { ToolkitError } from './toolkit-process.ts';

/** Where Holdfast is published. */
const OWN_REPOSITORY = 'holdfast/holdfast';

/** What is known of one of our own releases: its commit, that there is none, or nothing, since GitHub can't be asked. */
export type OwnRelease = { readonly commit: string } | 'none' | 'unknown';

export async function commitOfRelease(
  tag: string,
  token: string | null,
  signal: AbortSignal,
): Promise<OwnRelease> {
  try {
    const path = `/repos/${OWN_REPOSITORY}/commits/${encodeURIComponent(tag)}`;
    const { sha } = (await askRest('GET', path, { token, signal })) as { sha?: unknown };
    return typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha) ? { commit: sha } : 'unknown';
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    const isNone = error instanceof ToolkitError && (error.status === 404 || error.status === 422);
    return isNone ? 'none' : 'unknown';
  }
}
