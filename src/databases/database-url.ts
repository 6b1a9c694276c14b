import { HoldfastError } from '../errors.ts';

/** Scheme, user, host, port, path, options. An empty host with a user, which WHATWG's URL refuses, is the usual one. */
const URL_PARTS =
  /^([a-z][a-z0-9+.-]*):\/\/(?:([^@/?#]*)@)?(\[[^\]/]*\]|[^:/?#@]*)(?::([0-9]{1,5}))?(\/[^?#]*)?(?:\?([^#]*))?$/;

/**
 * A database as a user names it: `postgresql://user@host:5432/app?format=plain&schema=a&schema=b`. Each engine reads its
 * own options from it by `take…`; one that nobody took is a mistake (`requireAllTaken`).
 */
export class DatabaseUrl {
  readonly scheme: string;
  readonly user: string | null;
  readonly host: string | null;
  readonly port: string | null;
  /** What follows the first slash, decoded; empty without one. */
  readonly path: string;
  /** As it was given; no secret is in it once all options are taken. */
  readonly shown: string;
  readonly #options: readonly { readonly key: string; readonly value: string }[];
  readonly #taken = new Set<string>();

  /**
   * @param shown As the user wrote it, where `text` is another way to write it.
   * @throws HoldfastError bad-input; no password that stands in the URL, or in what is none, is shown.
   */
  constructor(text: string, name: string, shown: string = text) {
    const match = URL_PARTS.exec(text);
    const [, scheme = '', user = '', host = '', port = '', path = '', query = ''] = match ?? [];
    if (holdsPassword(text)) {
      throw new HoldfastError(
        'bad-input',
        `Cannot use ${name}: a password stands in the URL, where others can read it. Leave it out, set an environment ` +
          'variable to it, and name that: ?password-env=NAME.',
      );
    }
    if (match === null) {
      throw new HoldfastError(
        'bad-input',
        `Cannot use ${name}: it is ${JSON.stringify(withoutSecrets(text))}, expected a URL such as postgresql://user@/database.`,
      );
    }
    this.scheme = scheme;
    this.user = decode(user, name) || null;
    this.host = decode(host.replace(/^\[(.*)\]$/, '$1'), name) || null;
    this.port = port || null;
    this.path = decode(path.slice(1), name);
    this.shown = shown;
    this.#options = query
      .split('&')
      .filter((option) => option !== '')
      .map((option) => {
        const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(option) ?? [];
        return { key: decode(key, name), value: decode(value, name) };
      });
  }

  /** All values of an option. */
  takeAll(option: string): string[] {
    this.#taken.add(option);
    return this.#options.filter(({ key }) => key === option).map(({ value }) => value);
  }

  /** Null when it isn't given. @throws HoldfastError bad-input when it is given twice or empty. */
  take(option: string): string | null {
    const values = this.takeAll(option);
    if (values.length > 1 || values[0] === '') throw this.bad(option, values.join(', '), 'one value');
    return values[0] ?? null;
  }

  /** `first` when it isn't given. */
  takeChoice<T extends string>(option: string, choices: readonly [T, ...T[]]): T {
    const value = this.take(option);
    if (value === null) return choices[0];
    const choice = choices.find((one) => one === value);
    if (choice === undefined) throw this.bad(option, value, `one of ${choices.join(', ')}`);
    return choice;
  }

  takeBoolean(option: string, otherwise: boolean): boolean {
    const words = otherwise ? (['true', 'false'] as const) : (['false', 'true'] as const);
    return this.takeChoice(option, words) === 'true';
  }

  /** Null when it isn't given. @throws HoldfastError bad-input but for a whole number from 1 to `most`. */
  takeCount(option: string, most: number): number | null {
    const value = this.take(option);
    if (value === null) return null;
    const count = /^[0-9]{1,15}$/.test(value) ? Number(value) : 0;
    if (count < 1 || count > most) throw this.bad(option, value, `a whole number from 1 to ${most}`);
    return count;
  }

  /** @throws HoldfastError bad-input for an option that nobody asked for. */
  requireAllTaken(): void {
    const unknown = this.#options.find(({ key }) => !this.#taken.has(key))?.key;
    if (unknown === undefined) return;
    const known = [...this.#taken].sort().join(', ');
    throw new HoldfastError(
      'bad-input',
      `Cannot use the option ${JSON.stringify(unknown)} of ${this.#quoted()}: ${this.scheme} knows no such ` +
        `option, expected one of ${known}.`,
    );
  }

  bad(option: string, actual: string, expected: string): HoldfastError {
    return new HoldfastError(
      'bad-input',
      `Cannot use the option ${option} of ${this.#quoted()}: it is ${JSON.stringify(actual)}, expected ${expected}.`,
    );
  }

  /** Without options: as long as not all of them are taken, one may be a password under a mistyped name. */
  #quoted(): string {
    return JSON.stringify(this.shown.replace(/\?.*$/s, ''));
  }
}

/** Of the ways that other programs' URLs (JDBC's, libpq's) hold one, too; `password-env=NAME` names a variable. */
const PASSWORD_OPTION = /[?&;\s](?:[a-z_]*passw(?:or)?d|passphrase|pwd|pass|secret|token)\s*=/i;

function holdsPassword(text: string): boolean {
  const [address = ''] = text.split('?', 1);
  const isAddress = /^(?:[a-z0-9+.-]+:)*\/\//i.exec(address);
  // By places: a pattern with two open ends looks at a text of colons for as long as it is, squared.
  const colon = isAddress === null ? -1 : address.lastIndexOf(':', address.lastIndexOf('@'));
  return colon >= (isAddress?.[0].length ?? 0) || PASSWORD_OPTION.test(text);
}

/** What can't be read may hold a password at any place where one is usual: nothing that stands there is shown. */
function withoutSecrets(text: string): string {
  return text
    .replace(/^([a-z][a-z0-9+.-]*:\/{1,2})?.*@/is, '$1…@')
    .replace(/^([a-z][a-z0-9+.-]*:\/{1,2}[^:/@]*:)(?![0-9]{1,5}(?:[/?#]|$))[^/?#@]*/i, '$1…')
    .replace(/=[^&\s]*/g, '=…');
}

function decode(part: string, name: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${name}: ${JSON.stringify(part)} isn't rightly encoded, expected %XX of UTF-8.`,
      { cause },
    );
  }
}
