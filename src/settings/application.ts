import type { ApplicationRecord } from '../apps/application.ts';
import { type ConfiguredApplication, findApplication, type KnownApplication } from '../apps/applications.ts';
import { HoldfastError } from '../errors.ts';
import { z } from '../schema.ts';

/** The words for an application, as flags and inputs have them. */
export interface ApplicationWords {
  /** Of its profile. */
  readonly app: string | null;
  /** `key=value`; a list's key stands once for each of its values. */
  readonly options: readonly string[];
}

/**
 * The application that is meant, with its settings; null: none is.
 * @param show A word as the user knows it: `--app`, or `the input \`app\``.
 * @throws HoldfastError bad-input.
 */
export function parseApplication(
  { app, options }: ApplicationWords,
  show: (word: 'app' | 'app-option') => string,
): ConfiguredApplication | null {
  if (app === null) {
    if (options.length === 0) return null;
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show('app-option')} without ${show('app')}: expected both. Say which application’s options they are.`,
    );
  }
  const known = findApplication(app, show('app'));
  return known.configure(readOptions(known, options, show('app-option')), `the options of ${app}`);
}

/**
 * The application that a snapshot tells of, with the settings that it had then, but for those that are given.
 * @param app Null: whichever the snapshot says.
 * @throws HoldfastError bad-input.
 */
export function configureSaved(
  { profile, settings }: ApplicationRecord,
  { app, options }: ApplicationWords,
  show: (word: 'app' | 'app-option') => string,
): ConfiguredApplication {
  if (app !== null && app !== profile) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${show('app')}: it is ${JSON.stringify(app)}, expected ${JSON.stringify(profile)}, as which the snapshot was made. Leave the name out.`,
    );
  }
  const known = findApplication(profile, 'the profile in the snapshot');
  const given = readOptions(known, options, show('app-option'));
  return known.configure({ ...settings, ...given }, `the options of ${profile}`);
}

/**
 * `key=value` lines as the settings that they mean.
 * @throws HoldfastError bad-input for an unknown key, or one given twice that is no list.
 */
export function readOptions(
  { name, schema }: Pick<KnownApplication, 'name' | 'schema'>,
  options: readonly string[],
  show: string,
): Record<string, unknown> {
  const kinds = kindsOf(schema);
  const settings: Record<string, unknown> = {};
  for (const option of options) {
    const [, key = '', value = ''] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(option) ?? [];
    const kind = kinds.get(key);
    if (kind === undefined) throw unknownOption(key === '' ? option : key, { name, kinds, show });
    const earlier = settings[key];
    if (kind === 'list') settings[key] = [...((earlier as string[] | undefined) ?? []), value];
    else if (earlier === undefined) settings[key] = settingOf(value, kind);
    else throw new HoldfastError('bad-input', `Cannot use ${show} ${key} twice: expected one.`);
  }
  return settings;
}

type Kind = 'list' | 'boolean' | 'number' | 'text';

/** What stays text is refused by the schema, which says what it expected. */
function settingOf(text: string, kind: Kind): unknown {
  if (kind === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return text;
}

function kindsOf(schema: z.ZodType): Map<string, Kind> {
  const shape: Readonly<Record<string, unknown>> = schema instanceof z.ZodObject ? schema.shape : {};
  return new Map(Object.entries(shape).map(([key, type]) => [key, kindOf(type)]));
}

function kindOf(type: unknown): Kind {
  if (type instanceof z.ZodDefault || type instanceof z.ZodOptional || type instanceof z.ZodNullable)
    return kindOf(type.unwrap());
  if (type instanceof z.ZodArray) return 'list';
  if (type instanceof z.ZodBoolean) return 'boolean';
  return type instanceof z.ZodNumber ? 'number' : 'text';
}

function unknownOption(
  key: string,
  { name, kinds, show }: { name: string; kinds: ReadonlyMap<string, Kind>; show: string },
): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use ${show} ${JSON.stringify(key)}: ${name} has no such option, expected KEY=VALUE with one of ${[...kinds.keys()].join(', ')}.`,
  );
}
