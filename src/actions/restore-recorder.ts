import { booleanInput, textInput } from '../github/inputs.ts';
import { withoutPassword } from '../hosts/address.ts';
import type { RestoreRecorder } from '../operations/restore-record.ts';
import type { HostAccess, RepositoryAccess } from './access.ts';
import { evidencePlaceOf } from './evidence-inputs.ts';
import { readSigningKey, readWho } from './signing-inputs.ts';
import type { StageTools } from './stage.ts';

/** How a record of a restore to a host, or into a bucket, is kept; null: for a dry run, with `no-evidence`, and for what isn't of now. @throws HoldfastError bad-input. */
export function readRestoreRecorder(
  repository: RepositoryAccess,
  to: HostAccess | string,
  tools: StageTools,
): RestoreRecorder | null {
  const key = readSigningKey();
  const isOfNow = (repository.asOfMs ?? null) === null;
  if (!isOfNow || booleanInput('dry-run') || booleanInput('no-evidence')) return null;
  return {
    place: evidencePlaceOf(repository, textInput('evidence'), tools),
    key,
    who: readWho(process.env),
    to: typeof to === 'string' ? to : hostOf(to),
    signal: tools.signal,
    onWarning: (message) => tools.reporter.onWarning(message),
  };
}

function hostOf({ on, options: { container } }: HostAccess): string {
  return `${container === undefined ? '' : `${container} on `}${withoutPassword(on)}`;
}
