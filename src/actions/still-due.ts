import { readFileOf } from '../config/checkout.ts';
import { DEFAULT_CONFIG } from '../config/defaults.ts';
import { openHistory } from '../config/open-history.ts';
import { planOf, reasonText } from '../config/plan.ts';
import { textInput } from '../github/inputs.ts';
import { accessHere, storageTools } from './configured-storage.ts';
import type { StageTools } from './stage.ts';

/**
 * Why the target that the input `target` names isn't due now, ready to show; null: it is, or nobody knows.
 * @throws HoldfastError bad-input if the file can't be read; cancelled.
 */
export async function whyNotDue(tools: StageTools): Promise<string | null> {
  const root = process.env['GITHUB_WORKSPACE'] || process.cwd();
  const nowMs = Date.now();
  const { targets } = await planOf({
    file: await readFileOf(root, textInput('config') ?? DEFAULT_CONFIG),
    only: textInput('target') ?? '',
    nowMs,
    historyOf: (storage) => openHistory(accessHere(storage), { nowMs, ...storageTools(tools) }),
  });
  const [target] = targets;
  return target === undefined || target.due.isDue ? null : reasonText(target);
}
