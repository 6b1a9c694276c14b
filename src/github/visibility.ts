import { readFile } from 'node:fs/promises';
import { HoldfastError } from '../errors.ts';
import { askRest } from './rest.ts';
import { ToolkitError } from './toolkit-process.ts';

/** Who may see a GitHub repository, and so download its artifacts. Internal: everybody in the enterprise. */
export type Visibility = 'public' | 'internal' | 'private' | 'unknown';

/** Of the GitHub repository that this workflow runs in: by the event that started it, else by asking. Never rejects. */
export async function ownVisibility(token: string | null, signal?: AbortSignal): Promise<Visibility> {
  const told = visibilityIn((await eventPayload())?.repository);
  if (told !== 'unknown') return told;
  const [owner = '', name = ''] = (process.env['GITHUB_REPOSITORY'] ?? '').split('/');
  const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(name)}`;
  try {
    return visibilityIn(await askRest('GET', path, { token, signal }));
  } catch (error) {
    // Nobody sees a private one without a token; a wrong one is another matter.
    const isHidden = token === null && error instanceof ToolkitError && error.status === 404;
    return isHidden ? 'private' : 'unknown';
  }
}

/**
 * An archive that isn't encrypted never becomes an artifact of a public GitHub repository, where everybody who is logged in
 * may download it: nor of one of which nobody says who may.
 * @throws HoldfastError bad-input.
 */
export async function refusePlainArtifact(
  archive: { readonly isEncrypted: boolean },
  token: string | null,
  signal?: AbortSignal,
): Promise<void> {
  if (archive.isEncrypted) return;
  const visibility = await ownVisibility(token, signal);
  if (visibility === 'private' || visibility === 'internal') return;
  const actual =
    visibility === 'public' ? 'the GitHub repository is public' : "GitHub doesn't say who may see it";
  throw new HoldfastError(
    'bad-input',
    `Cannot store an archive that is not encrypted as an artifact: ${actual}, expected a private one. ` +
      'Encrypt it, or store it elsewhere: whoever can see the repository can download its artifacts.',
  );
}

async function eventPayload(): Promise<{ readonly repository?: unknown } | null> {
  try {
    return JSON.parse(await readFile(process.env['GITHUB_EVENT_PATH'] ?? '', 'utf8')) as {
      repository?: unknown;
    };
  } catch {
    return null;
  }
}

function visibilityIn(repository: unknown): Visibility {
  if (typeof repository !== 'object' || repository === null) return 'unknown';
  const { visibility, private: isPrivate } = repository as { visibility?: unknown; private?: unknown };
  if (visibility === 'public' || visibility === 'internal' || visibility === 'private') return visibility;
  if (typeof isPrivate !== 'boolean') return 'unknown';
  return isPrivate ? 'private' : 'public';
}
