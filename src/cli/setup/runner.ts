import { isRemote } from '../../backends/location.ts';
import { HoldfastError } from '../../errors.ts';
import { parseHostAddress } from '../../hosts/address.ts';
import type { SetupFlags } from './flags.ts';
import type { Questions } from './questions.ts';

/** A folder, and this machine, are there on a runner of one's own alone. */
export async function askRunner(
  questions: Questions,
  { runsOn }: SetupFlags,
  { on, location }: { readonly on: string; readonly location: string },
): Promise<string | undefined> {
  const isOwn = parseHostAddress(on) === 'local' || !isRemote(location);
  const answer = await questions.text({
    text: 'Labels of the runner, as JSON (empty: GitHub’s own)',
    flag: '--runs-on',
    given: runsOn,
    fallback: isOwn ? '["self-hosted"]' : '',
    check: requireLabels,
  });
  return answer === '' ? undefined : JSON.stringify(labelsIn(answer));
}

const LABEL = /^[\w.-]{1,100}$/;

function requireLabels(text: string): void {
  const labels = text === '' ? [] : labelsIn(text);
  if (labels !== undefined && [labels].flat().every((label) => LABEL.test(String(label)))) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${JSON.stringify(text)} as labels of a runner: expected a list of words without spaces, as JSON, such as ["self-hosted", "backup"].`,
  );
}

function labelsIn(text: string): string | string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isList = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
    return typeof value === 'string' || isList ? (value as string | string[]) : undefined;
  } catch {
    return undefined;
  }
}
