import { HoldfastError } from '../../errors.ts';
import { APPLICATION_NAMES, findApplication } from '../applications.ts';
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
      const what = `the target \`${name}\` is of the application \`${application}\`, and there is no such profile`;
      const hint = suggestion(application, APPLICATION_NAMES);
      const place = valueAt(source, pathOf('application'));
      if (findApplication(application) === null) yield { place, what, target: name, hint };
      else {
        const fault = optionsFault(target);
        if (fault !== null)
          yield { place: valueAt(source, pathOf('options')), what: fault, target: name } satisfies Fault;
      }
    }
  },
};

function optionsFault({ application, settings }: Target): string | null {
  try {
    findApplication(application)?.checkOptions(settings.options ?? {}, `the options of ${application}`);
    return null;
  } catch (error) {
    if (error instanceof HoldfastError) return safeText(error.message).replace(/\.$/, '');
    throw error;
  }
}
