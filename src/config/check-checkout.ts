import { HoldfastError } from '../errors.ts';
import { type Change, listChange } from './change.ts';
import { readFileAt, readFileOf, readWorkflowsOf } from './checkout.ts';
import { compareConfigs, type TargetChange } from './compare.ts';
import { countsOf, type Severity } from './finding.ts';
import { readConfig } from './read-config.ts';
import { type ReadItems, type RetentionEffect, retentionEffects } from './retention-effect.ts';
import type { ConfigFile } from './schema/file.ts';
import { silenceText } from './silence.ts';
import { type File, type Validation, validate } from './validate.ts';

export interface CheckoutOrder {
  /** The checkout. */
  readonly root: string;
  readonly config: string;
  /** Folder of the workflows. */
  readonly workflows: string;
  /** What to compare with: a file, or the same file of another commit. Null: nothing. */
  readonly base: { readonly file: string } | { readonly ref: string } | null;
  /** Warnings count as errors. */
  readonly strict: boolean;
  /** Reads a storage of the base, to see what another retention removes; null: nobody may. */
  readonly readItems: ReadItems | null;
}

export interface CheckedCheckout {
  readonly validation: Validation;
  /** Null: nothing to compare with was named, or one of the two says nothing. */
  readonly changes: readonly TargetChange[] | null;
  /** What is silenced from then on, and what isn't any more. */
  readonly silences: readonly Change[];
  /** Why there are no changes although a base was named; null: there are. */
  readonly noComparison: string | null;
  /** Of targets of which the retention changes, what the next run removes. */
  readonly retention: readonly RetentionEffect[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly passed: boolean;
}

/** Reads a checkout's configuration and workflows, and says what is wrong and what changes. @throws HoldfastError bad-input. */
export async function checkCheckout(order: CheckoutOrder): Promise<CheckedCheckout> {
  const config = await readFileOf(order.root, order.config);
  const validation = validate(config, await readWorkflowsOf(order.root, order.workflows));
  const counts = countsOf(validation.findings);
  return {
    validation,
    ...(await comparisonOf(order, config, validation)),
    counts,
    passed: counts.error === 0 && (!order.strict || counts.warning === 0),
  };
}

async function comparisonOf(
  { root, base, readItems }: CheckoutOrder,
  { name }: File,
  validation: Validation,
): Promise<Pick<CheckedCheckout, 'changes' | 'silences' | 'noComparison' | 'retention'>> {
  if (base === null) return { changes: null, silences: [], noComparison: null, retention: [] };
  if (validation.config === null) return notCompared('the new configuration can’t be read');
  const file = 'file' in base ? await readFileOf(root, base.file) : await readFileAt(root, base.ref, name);
  const before = file === null ? NOTHING : readConfig(file.text, file.name).config;
  if (before === null) return notCompared('the configuration before can’t be read');
  return {
    changes: compareConfigs(before, validation.config),
    silences: listChange('silenced', silencesIn(before), silencesIn(validation.config)),
    noComparison: null,
    retention: await retentionEffects(before, validation.config, readItems),
  };
}

function silencesIn({ silence = [] }: ConfigFile): string[] {
  return silence.map(silenceText);
}

function notCompared(noComparison: string) {
  return { changes: null, silences: [], noComparison, retention: [] };
}

/** What a base that has no such file says. */
const NOTHING: ConfigFile = { version: 1, storage: {}, hosts: {}, targets: {} };

/** @throws HoldfastError bad-input for both. */
export function baseOf(
  file: string | null,
  ref: string | null,
  names: { readonly file: string; readonly ref: string },
): CheckoutOrder['base'] {
  if (file !== null && ref !== null) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use both ${names.file} and ${names.ref}: expected one of them.`,
    );
  }
  if (file !== null) return { file };
  return ref === null ? null : { ref };
}
