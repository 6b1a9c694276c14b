import type { Pin } from '../../config/callers.ts';
import { HoldfastError } from '../../errors.ts';
import { commitOfRelease } from '../../github/own-release.ts';
import { VERSION } from '../../version.ts';
import type { Task } from '../task.ts';
import type { SetupFlags } from './flags.ts';

/** @throws HoldfastError bad-input for anything but a full SHA. */
export function requirePin(pin: string | undefined): void {
  if (pin === undefined || /^[0-9a-f]{40}$/.test(pin)) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use --pin ${JSON.stringify(pin)}: expected the full SHA of a commit of Holdfast, 40 hexadecimal digits.`,
  );
}

/** What the workflows name of Holdfast. */
export interface Pinned {
  readonly pin: Pin;
  /** Why it is a tag, which can be moved; null: it is a commit. */
  readonly whyNot: string | null;
}

/** A tag is better than nothing, if there is one: what is to be done then stands among the next steps. */
export async function pinOf({
  flags: { pin },
  terminal: { env },
  signal,
}: Task<SetupFlags>): Promise<Pinned> {
  const version = `v${VERSION}`;
  if (pin !== undefined) return { pin: { commit: pin, version }, whyNot: null };
  const token = env['GH_TOKEN'] || env['GITHUB_TOKEN'] || null;
  const release = await commitOfRelease(version, token, signal);
  if (typeof release === 'object') return { pin: { commit: release.commit, version }, whyNot: null };
  const whyNot =
    release === 'none'
      ? `GitHub knows no release ${version} of Holdfast: no run of these workflows can begin before they name a commit that it has`
      : `GitHub didn’t say which commit this version of Holdfast is: the workflows name its tag ${version}, which can be moved`;
  return { pin: { commit: version, version }, whyNot };
}
