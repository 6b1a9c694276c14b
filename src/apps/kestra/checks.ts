import { fromText } from '../../bytestring.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { ApplicationRecord } from '../application.ts';
import { type Check, commandCheck, scriptCheck } from '../check.ts';
import { controlOf } from './control.ts';
import type { KestraSettings } from './settings.ts';

/** What proves a restored Kestra: by its files alone, and by its own state. Its database is compared by its fingerprint. */
export function kestraChecks(settings: KestraSettings, { facts }: ApplicationRecord): readonly Check[] {
  const { storage = '', backend } = facts;
  const own = [...(settings.compose === undefined ? [] : [settings.compose]), ...settings.configuration];
  const file = (name: string, title: string, script: string) =>
    scriptCheck({ name, title, needs: 'files' }, script);
  return [
    ...(own.length === 0 ? [] : [file('configuration', 'Its configuration is there', configuration(own))]),
    ...(storage.startsWith('/')
      ? [file('storage', 'Its internal storage holds files', filesBelow(storage))]
      : []),
    ...(backend === 'h2' ? [file('h2', 'Its H2 database begins as such', h2File(settings.h2 ?? ''))] : []),
    commandCheck(
      { name: 'status', title: 'All of its parts run', needs: 'software' },
      controlOf(settings).status ?? 'false',
    ),
  ];
}

function configuration(files: readonly string[]): string {
  return `proved=0
for file in ${quoteAll(files.map(fromText))}; do
  [ -s "$root$file" ] || { echo "$file is not there, or is empty"; exit 1; }
  proved=$((proved + 1))
done
echo $proved`;
}

function filesBelow(folder: string): string {
  const name = quote(fromText(folder));
  return `[ -d "$root"${name} ] || { echo "there is no "${name}; exit 1; }
find "$root"${name} -type f | wc -l`;
}

function h2File(folder: string): string {
  return `case $(head -c 4 "$root"${quote(fromText(folder))}/database.mv.db | tr -d '\\0') in
  H:2,) echo 1 ;;
  *) echo 'database.mv.db has no header of H2'; exit 1 ;;
esac`;
}
