import { MissingFileError, PassingFaultError } from '../backends/backend.ts';
import { displayText } from '../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { systemErrorText } from '../system-error.ts';
import { ToolkitError } from './toolkit-process.ts';

/** The cause when an artifact's time is over: GitHub keeps its name for a while, and has removed its bytes. */
export class ExpiredArtifactError extends Error {
  override readonly name = 'ExpiredArtifactError';
}

export function isExpired(error: unknown): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (e instanceof ExpiredArtifactError) return true;
  return false;
}

/** The error for a name that no artifact has. */
export function missingArtifact(what: string): HoldfastError {
  return new HoldfastError('backend-failed', `${what}: there is none of that name.`, {
    cause: new MissingFileError(),
  });
}

export function expiredArtifact(what: string, expiredMs: number | null): HoldfastError {
  const when = expiredMs === null ? '' : ` on ${new Date(expiredMs).toISOString().slice(0, 10)}`;
  return new HoldfastError(
    'backend-failed',
    `${what}: it expired${when}, and GitHub removed it. Take another one; retention days say how long one is kept.`,
    { cause: new ExpiredArtifactError() },
  );
}

/** What GitHub's client or its REST interface said, as ours. `what` is `Cannot store artifact "x" in this run`. */
export function artifactError(what: string, error: unknown): HoldfastError {
  const known = asHoldfastError(error);
  if (known !== null) return known;
  const said = error instanceof Error ? error : new Error(String(error));
  const { code, text } = explain(said);
  return new HoldfastError(code, `${what}: ${text}`, { cause: causeOf(said) });
}

interface Explained {
  readonly code: HoldfastError['code'];
  readonly text: string;
}

function explain(error: Error): Explained {
  const kind = error instanceof ToolkitError ? error.kind : error.name;
  const status = error instanceof ToolkitError ? error.status : null;
  if (kind === 'UsageError' || /insufficient usage|storage quota/i.test(error.message)) return QUOTA;
  if (kind === 'GHESNotSupportedError') return NO_GHES;
  if (/already exists|\(409\)/.test(error.message)) return TAKEN;
  if (/ACTIONS_(RUNTIME_TOKEN|RESULTS_URL)/.test(error.message)) return NO_STEP;
  if (status === 401) return WRONG_TOKEN;
  if (status === 403 || status === 404) return NO_RIGHT;
  if (status === 410) return { code: 'backend-failed', text: 'it expired, and GitHub removed it.' };
  return {
    code: 'backend-failed',
    text: `${displayText(firstLine(systemErrorText(error))).replace(/\.?$/, '.')} Try again; githubstatus.com tells of faults of GitHub's own.`,
  };
}

const QUOTA: Explained = {
  code: 'no-space',
  text:
    "GitHub's quota for artifacts is used up. Delete some, or keep them for fewer days, and wait: it is reckoned anew " +
    'every 6 to 12 hours. Or store archives in S3 or a folder.',
};
const NO_GHES: Explained = {
  code: 'backend-failed',
  text: 'GitHub Enterprise Server has no artifacts of this kind. Store archives in S3 or a folder.',
};
const TAKEN: Explained = {
  code: 'backend-failed',
  text: 'an artifact of this run has that name, and none can be replaced. Choose another name.',
};
const NO_STEP: Explained = {
  code: 'bad-input',
  text:
    'the variables ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are missing. Only actions have them, not "run:" steps ' +
    'nor programs outside of a workflow: give a token to read artifacts there.',
};
const WRONG_TOKEN: Explained = {
  code: 'no-permission',
  text: "GitHub doesn't take the token. Give a valid one, such as `github.token`.",
};
const NO_RIGHT: Explained = {
  code: 'no-permission',
  text:
    "the token can't see that GitHub repository's artifacts, or there is no such repository. It needs `actions: read` " +
    '(`permissions:` of the job), and to delete one `actions: write`; for another private repository, a token of that one.',
};

function causeOf(error: Error): Error {
  const status = error instanceof ToolkitError ? error.status : null;
  const isNetwork = /ECONN|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|socket hang up/.test(error.message);
  if (isNetwork || (status !== null && status >= 500))
    return new PassingFaultError(error.name, { cause: error });
  return error;
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
