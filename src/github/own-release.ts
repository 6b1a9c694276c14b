import { askRest } from './rest.ts';

/** Where Holdfast is published. */
const OWN_REPOSITORY = 'holdfast/holdfast';

/** The commit of one of our own releases, or null: GitHub doesn't say, or can't be asked. */
export async function commitOfRelease(
  tag: string,
  token: string | null,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const path = `/repos/${OWN_REPOSITORY}/commits/${encodeURIComponent(tag)}`;
    const { sha } = (await askRest('GET', path, { token, signal })) as { sha?: unknown };
    return typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha) ? sha : null;
  } catch {
    if (signal.aborted) throw signal.reason;
    return null;
  }
}
