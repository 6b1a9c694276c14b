import { posix } from 'node:path';
import { type ByteString, display, fromBytes } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { runSuccessfully } from '../hosts/output.ts';
import { quote, quoteAll } from '../hosts/quote.ts';
import type { BackupPlan, Site } from './application.ts';
import { literalPattern } from './host-look.ts';

type Look = Pick<Site, 'host' | 'signal'>;

/** In a record's facts: a path of the plan that is a symlink, and where it leads to in the end, as JSON. */
const LINKS = 'links';

/**
 * Prints for each path that is a symlink its number and a name that it leads by, NUL behind each, to the last one, which is no
 * symlink: a file or a folder, or nothing at all (a disk that isn't mounted). What leads to a device (a masked unit) leads nowhere.
 */
function followScript(paths: readonly ByteString[]): string {
  return `n=0
for path in ${quoteAll(paths)}; do
  at=$path turns=0
  while [ -L "$at" ] && [ $turns -lt 40 ]; do
    turns=$((turns + 1))
    to=$(readlink "$at"; echo x)
    to=\${to%?x}
    case $to in /*) ;; *) to=\${at%/*}/$to ;; esac
    while [ "\${to%/}" != "$to" ]; do to=\${to%/}; done
    if [ ! -L "$to" ] && [ -d "$to/" ]; then folder=$to/ name=
    else folder=\${to%/*}/ name=/\${to##*/}
    fi
    real=$(cd "$folder" 2>/dev/null && pwd -P || echo; echo x)
    real=\${real%?x}
    [ -n "$real" ] || { real=\${to%/*}; [ -n "$name" ] || name=/\${to##*/}; }
    at=\${real%/}$name
    [ -n "$at" ] || at=/
    if [ ! -e "$at" ] || [ -L "$at" ] || [ -f "$at" ] || [ -d "$at" ]; then printf '%s\\0%s\\0' $n "$at"; fi
  done
  n=$((n + 1))
done`;
}

/** For each of `paths` that is a symlink, the names that it leads by; the last of them is no symlink. */
export async function linksAmong(
  { host, signal }: Look,
  paths: readonly ByteString[],
): Promise<ReadonlyMap<ByteString, readonly ByteString[]>> {
  const links = new Map<ByteString, ByteString[]>();
  if (paths.length === 0) return links;
  const { stdout } = await runSuccessfully(host, 'see where symlinks lead to', followScript(paths), {
    signal,
  });
  const words = fromBytes(stdout).split('\0');
  for (let i = 0; i + 1 < words.length; i += 2) {
    const path = paths[Number(words[i])];
    // Of what isn't there, nobody but we could take back a `..`.
    const name = posix.normalize(words[i + 1] as string) as ByteString;
    if (path !== undefined && name !== path) links.set(path, [...(links.get(path) ?? []), name]);
  }
  return links;
}

/**
 * What lies directly in `folder` and is a symlink that leads out of it, by its real place: a part of an application that was moved to a
 * larger disk. Among a plan's paths it is followed.
 */
export async function linksOutOf(look: Look, folder: ByteString): Promise<ByteString[]> {
  const script = `cd ${quote(folder)} || exit 1
here=$(pwd -P; echo x); here=\${here%?x}
printf '%s\\0' "$here"
for one in ./* ./.[!.]* ./..?*; do [ ! -L "$one" ] || printf '%s\\0' "\${here%/}/\${one#./}"; done`;
  const { stdout } = await runSuccessfully(look.host, 'look for symlinks', script, { signal: look.signal });
  const [real = '', ...links] = fromBytes(stdout).split('\0').slice(0, -1) as ByteString[];
  const ends = await linksAmong(look, links);
  return links.filter((link) => ends.has(link) && !ends.get(link)?.at(-1)?.startsWith(`${real}/`));
}

/**
 * `plan` with what those of its paths that are symlinks lead to: a snapshot with the links alone would look complete and hold
 * nothing. The links are saved, too, so that a restore puts back both. What the plan leaves out below a link is left out below
 * what it leads to.
 * @throws HoldfastError application-unfit where one leads to the root of all.
 */
export async function followLinks(site: Site, plan: BackupPlan): Promise<BackupPlan> {
  const links = await linksAmong(site, plan.paths);
  if (links.size === 0) return plan;
  const excludes = new Set(plan.excludes);
  const paths = new Set(plan.paths);
  const aside = new Set(plan.aside);
  for (const [link, names] of links) {
    if (names.includes('/' as ByteString)) throw leadsToRoot(site, link);
    site.onInfo(
      `"${display(link)}" is a symlink: what it leads to is saved, too, "${display(names.at(-1) as ByteString)}".`,
    );
    // Of a volume's snapshot is what they lead to: the links may lie anywhere.
    for (const name of [link, ...names.slice(0, -1)]) aside.add(name);
    if (plan.aside?.includes(link)) aside.add(names.at(-1) as ByteString);
    for (const name of names) {
      paths.add(name);
      for (const pattern of plan.excludes) {
        const moved = movedPattern(pattern, { from: link, to: name });
        if (moved !== null) excludes.add(moved);
      }
    }
  }
  const ends = [...links].map(([link, names]) => [textOf(link), textOf(names.at(-1) as ByteString)]);
  const facts = { ...plan.record.facts, [LINKS]: JSON.stringify(Object.fromEntries(ends)) };
  return {
    ...plan,
    paths: [...paths],
    aside: [...aside],
    excludes: [...excludes],
    record: { ...plan.record, facts },
  };
}

/** Where the files of `path` stand in a snapshot whose plan had it. */
export function followed(facts: Readonly<Record<string, string>>, path: string): string {
  return linksIn(facts).find(([link]) => link === path)?.[1] ?? path;
}

/** What of `folder` (see linksOutOf) stands elsewhere in the snapshot. */
export function linksBelow(
  facts: Readonly<Record<string, string>>,
  folder: string,
): { readonly name: string; readonly end: string }[] {
  return linksIn(facts)
    .filter(([link]) => link.startsWith(`${folder}/`))
    .map(([link, end]) => ({ name: link.slice(folder.length + 1), end }))
    .filter(({ name }) => !name.includes('/') && name !== '..');
}

function linksIn(facts: Readonly<Record<string, string>>): [string, string][] {
  const links: unknown = JSON.parse(facts[LINKS] ?? '{}');
  if (typeof links !== 'object' || links === null) return [];
  return Object.entries(links).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}

function movedPattern(
  pattern: string,
  { from, to }: { readonly from: ByteString; readonly to: ByteString },
): string | null {
  const bang = pattern.startsWith('!') ? '!' : '';
  const rest = pattern.slice(bang.length);
  const below = `${literalPattern(textOf(from))}/`;
  return rest.startsWith(below) ? `${bang}${literalPattern(textOf(to))}/${rest.slice(below.length)}` : null;
}

function textOf(path: ByteString): string {
  return Buffer.from(path, 'latin1').toString('utf8');
}

function leadsToRoot({ host }: Look, link: ByteString): HoldfastError {
  return new HoldfastError(
    'application-unfit',
    `Cannot back up "${display(link)}" on "${host.name}": it is a symlink to the root of all, expected a folder of the application. Name that.`,
  );
}
