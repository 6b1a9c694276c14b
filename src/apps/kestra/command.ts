import { fromText } from '../../bytestring.ts';
import { scriptAs } from '../../hosts/as-user.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { KestraSettings } from './settings.ts';

/** Shell: `compose WORDS…`, and `$engine` for what else is asked of the container engine. */
export function composeFunctions({ docker, compose = '', overrides, project }: KestraSettings): string {
  const files = [compose, ...overrides].flatMap((file) => ['-f', file]);
  const name = project === undefined ? [] : ['-p', project];
  return `engine=${quote(fromText(docker))}
compose() { "$engine" compose ${words([...name, ...files])} "$@" </dev/null; }
`;
}

/**
 * Shell that runs Kestra's own command line with `words`; null: nobody says how. With a compose file in a container of its own,
 * on the same volumes and with the same configuration, that leaves nothing behind and starts nothing else: so it also runs
 * while Kestra is stopped. No secret may be among the words: they stand on a command line.
 */
export function cliScript(settings: KestraSettings, words: readonly string[]): string | null {
  const quoted = quoteAll(words.map(fromText));
  if (settings.compose !== undefined) {
    const [service = 'kestra'] = settings.services;
    return `${composeFunctions(settings)}compose run --rm --no-deps -T ${quote(fromText(service))} ${quoted}`;
  }
  if (settings.command === undefined) return null;
  return scriptAs(settings.user, `cd / && { ${settings.command} ${quoted} </dev/null\n}`);
}

/** `id` of the first container of the first service, running or not; empty: there is none. Shell. */
export function firstContainer(settings: KestraSettings): string {
  const [service = 'kestra'] = settings.services;
  return `${composeFunctions(settings)}id=$(compose ps -a -q ${quote(fromText(service))} | head -n 1)\n`;
}

export function words(names: readonly string[]): string {
  return quoteAll(names.map(fromText));
}
