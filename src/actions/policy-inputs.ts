import { selectionInput, textInput } from '../github/inputs.ts';
import type { RetentionPolicy } from '../retention/policy.ts';
import { parsePolicy } from '../retention/policy-words.ts';

/** What the inputs `keep-…` say. @throws HoldfastError bad-input. */
export function readPolicyInputs(shown: (word: string) => string): RetentionPolicy {
  const words: Readonly<Record<string, string | null>> = {
    'keep-last': textInput('keep-last'),
    'keep-hourly': textInput('keep-hourly'),
    'keep-daily': textInput('keep-daily'),
    'keep-weekly': textInput('keep-weekly'),
    'keep-monthly': textInput('keep-monthly'),
    'keep-yearly': textInput('keep-yearly'),
    'keep-within': textInput('keep-within'),
    'keep-within-hourly': textInput('keep-within-hourly'),
    'keep-within-daily': textInput('keep-within-daily'),
    'keep-within-weekly': textInput('keep-within-weekly'),
    'keep-within-monthly': textInput('keep-within-monthly'),
    'keep-within-yearly': textInput('keep-within-yearly'),
  };
  return parsePolicy((word) => words[word] ?? null, selectionInput('keep-tag'), shown);
}
