import { HoldfastError } from '../../errors.ts';

/** One value of a YAML file, under the keys above it: `listener.port`. */
export interface YamlValue {
  readonly path: string;
  readonly value: string;
}

const KEY_LINE = /^( *)((?:- +)*)([A-Za-z_][\w-]*):(?: +(.*))?$/;

/**
 * The values of a YAML file that is written as Dolt's own example is, one `key: value` a line. What is written otherwise (flow style, anchors,
 * blocks of text) is given as it stands, for whoever needs it to refuse it.
 */
export function yamlValues(text: string): YamlValue[] {
  const found: YamlValue[] = [];
  const above: { readonly indent: number; readonly key: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, spaces = '', dashes = '', key = '', rest = ''] = KEY_LINE.exec(line) ?? [];
    if (key === '') continue;
    const indent = spaces.length + dashes.length;
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
    const value = plainValue(rest.trim());
    if (value === '') above.push({ indent, key });
    else found.push({ path: [...above.map((one) => one.key), key].join('.'), value });
  }
  return found;
}

/** Without quotes and what is a remark. */
function plainValue(text: string): string {
  const [, double, single] = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*(?:#.*)?$/.exec(text) ?? [];
  if (double !== undefined) return double.replace(/\\(["\\/])/g, '$1');
  if (single !== undefined) return single.replaceAll("''", "'");
  return text.replace(/(^|\s)#.*$/, '').trim();
}

/**
 * What `${NAME}` and `$$` stand for, as Dolt puts it in before it reads the file. A name that `variables` doesn't have stays.
 */
export function interpolated(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\$|\{([A-Za-z_]\w*)\})/g, (whole, name?: string) =>
    name === undefined ? '$' : variables.get(name) || whole,
  );
}

/** One value that must be known. @throws HoldfastError application-unfit where it is written in a way that we don't read. */
export function knownValue(values: readonly YamlValue[], path: string, file: string): string | null {
  const found = values.find((one) => one.path === path)?.value ?? null;
  const [section = ''] = path.split('.');
  const whole = values.find((one) => one.path === section && section !== path)?.value ?? found;
  if (whole === null || !/^[{&*|>!?]|\$\{/.test(whole)) return found;
  const what = whole.includes('${')
    ? 'names a variable that none of the environment files says'
    : 'is written in a way that is not read';
  throw new HoldfastError(
    'application-unfit',
    `Cannot read ${file}: its ${path} ${what}, expected \`key: value\` lines. Name the file of variables ` +
      '(environment-files), or say it by the options data-dir, cfg-dir and server.',
  );
}
