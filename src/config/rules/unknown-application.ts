import { APPLICATIONS } from '../../apps/applications.ts';
import { HoldfastError } from '../../errors.ts';
import { safeText } from '../finding.ts';
import { suggestion } from '../nearest.ts';
import type { Target } from '../targets.ts';
import { type Fault, type Rule, valueAt } from './rule.ts';

export const unknownApplication: Rule = {
  name: 'unknown-application',
  severity: 'error',
  advice:
    'Name an application that Holdfast knows, with options that it takes. For any other there is `generic`.',
  *check({ source, targets }) {
    for (const target of targets) {
      const { name, application, pathOf } = target;
      if (application === null) {
        if (target.settings.options === undefined) continue;
        const what = `the target \`${name}\` has \`options\`, and no \`application\` that takes them`;
        yield { place: valueAt(source, pathOf('options')), what, target: name };
        continue;
      }
      const fault = faultOf(target);
      if (fault !== null)
        yield { ...fault, place: valueAt(source, pathOf(fault.key)), target: name } satisfies Fault;
    }
  },
};

type Found = { readonly key: 'application' | 'options'; readonly what: string; readonly hint?: string };

function faultOf({ name, application, settings }: Target): Found | null {
  const known = APPLICATIONS.find((one) => one.name === application);
  if (known === undefined) {
    const hint = suggestion(
      application ?? '',
      APPLICATIONS.map((one) => one.name),
    );
    const what = `the target \`${name}\` is of the application \`${application}\`, and there is no such profile`;
    return { key: 'application', what, hint };
  }
  try {
    known.configure(settings.options ?? {}, `the options of ${application}`);
    return null;
  } catch (error) {
    if (!(error instanceof HoldfastError)) throw error;
    const what = `the target \`${name}\`: ${safeText(error.message).replace(/\.$/, '')}`;
    return { key: settings.options === undefined ? 'application' : 'options', what };
  }
}
