import { HoldfastError } from '../errors.ts';

/** What is asked of an application's profile before anything is run. */
export interface ConfigurableApplication {
  readonly name: string;
  /** Sees that the options are some that it takes. @throws HoldfastError bad-input. */
  checkOptions(options: Readonly<Record<string, unknown>>, show: string): void;
  /** Absolute paths without which it can't be put back, as far as the options alone tell. */
  neededPaths(options: Readonly<Record<string, unknown>>): readonly string[];
}

/** Files and databases as the target names them, and nothing else. */
const generic: ConfigurableApplication = {
  name: 'generic',
  checkOptions(options, show) {
    const [unknown] = Object.keys(options);
    if (unknown === undefined) return;
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show}: ${JSON.stringify(unknown)} is given, expected none. What is saved is said by \`paths\` and \`databases\`.`,
    );
  },
  neededPaths: () => [],
};

export const DEFAULT_APPLICATION = generic.name;

/** Those that a target may name. One more is one more here. */
const APPLICATIONS: readonly ConfigurableApplication[] = [generic];

export const APPLICATION_NAMES: readonly string[] = APPLICATIONS.map(({ name }) => name);

export function findApplication(name: string): ConfigurableApplication | null {
  return APPLICATIONS.find((application) => application.name === name) ?? null;
}
