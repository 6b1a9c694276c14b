import { isForeignReference, isSecretReference } from '../section.ts';
import type { Path } from './finding.ts';

/**
 * What a text looks like that is a secret by its form, wherever it stands. A text may come from a pull request: each form
 * must look at a character a fixed number of times, whatever stands around it.
 */
const FORMS: readonly (readonly [form: RegExp, what: string])[] = [
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\bAGE-SECRET-KEY-/i, 'a secret key of age'],
  [/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,})/, 'a token of GitHub'],
  [/\bglpat-[A-Za-z0-9_-]{20,}/, 'a token of GitLab'],
  [/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/, 'a token of Slack'],
  [/\bhooks\.slack\.com\/services\/\w/, 'the address of a hook'],
  [/\.(?<=\beyJ[\w-]{10,}\.)eyJ[\w-]{10,}\.[\w-]/, 'a JSON web token'],
  [/[a-z0-9+.-]:\/\/[^\s/?#@:]*:[^\s/?#@]+@/i, 'a password in a URL'],
  [
    /\b(?:password|passwd|passphrase|secret|token|api[_-]?key)["']?\s*[=:]\s*(?!\s|["']?[$]|env:|["']?\s*$)["']?[^\s"']{4,}/i,
    'a password',
  ],
  [
    /\b(?:PGPASSWORD|MYSQL_PWD|REDISCLI_AUTH|RESTIC_PASSWORD|AWS_SECRET_ACCESS_KEY)=["']?(?![$])[^\s"']/,
    'a password',
  ],
];

/** `?password-env=NAME` of a database names a variable; a file's name is none either. */
const NOT_SECRET = /\bpassword-(?:env|file|command)=[^&\s]*/gi;

/** A key that says what it holds, also one that nobody knows. */
const SECRET_KEY = /(?:^|[-_])(?:password|passphrase|secret|token)s?$/i;

/** Every text in `value` that looks like a secret, and what it looks like. Never shows it. */
export function* literalSecrets(value: unknown, path: Path = []): Iterable<{ path: Path; what: string }> {
  if (typeof value === 'string') {
    const text = value.replace(NOT_SECRET, '');
    const found = FORMS.find(([form]) => form.test(text));
    if (found !== undefined) yield { path, what: found[1] };
    return;
  }
  if (Array.isArray(value))
    for (const [i, item] of value.entries()) yield* literalSecrets(item, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) {
      const isWritten = typeof item === 'string' && SECRET_KEY.test(key) && !isReference(item);
      if (isWritten) yield { path: [...path, key], what: 'a secret, by its key' };
      else yield* literalSecrets(item, [...path, key]);
    }
}

function isReference(text: string): boolean {
  return isSecretReference(text) || isForeignReference(text);
}
