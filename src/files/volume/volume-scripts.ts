import { type ByteString, fromText } from '../../bytestring.ts';
import { enterFolder } from '../../hosts/lease/lease-scripts.ts';
import { RUNS } from '../../hosts/process-mark.ts';
import { quote } from '../../hosts/quote.ts';
import type { VolumePlace } from './place.ts';
import type { VolumeKind } from './volume-kind.ts';

/** What one snapshot of a volume is told by. */
export interface VolumeTerms {
  readonly target: string;
  readonly name: string;
  /** Who has it, for whoever comes by meanwhile. */
  readonly holder: string;
  readonly kind: VolumeKind;
  readonly place: VolumePlace;
  /** Where the record of it lies. Default: as LeaseTerms. */
  readonly folder?: ByteString | undefined;
}

type Named = Pick<VolumeTerms, 'target' | 'folder'>;

const recordOf = ({ target }: Named) => quote(fromText(`${target}.volume`));
const ownerOf = ({ target }: Named) => quote(fromText(`${target}.volume-owner`));

function variables({ target, name, place }: VolumeTerms, folder: string): string {
  return `target=${quote(fromText(target))} name=${quote(fromText(name))} at=${folder}/at
origin=${quote(place.origin)} source=${quote(place.source)} fstype=${quote(fromText(place.fileSystem))}
created=$(cat ${folder}/created 2>/dev/null)
`;
}

/**
 * Holds the target's volume for one run, in a mount namespace of its own, for as long as its stdin is open: prints
 * `owned PID`, `taken HOLDER`, or `no-unshare`. A file that is linked to its name by one alone says which process has it; that
 * of a process that is gone is nobody's.
 */
export function ownScript(terms: Named & Pick<VolumeTerms, 'holder'>): string {
  const owner = ownerOf(terms);
  const inside = `
mount --make-rprivate / || exit 1
${RUNS}
start_of $$ || exit 1
printf '%s %s\\n%s\\n' $$ "$start" ${quote(fromText(terms.holder))} >${owner}.$$ || exit 1
taken() { read -r process && read -r who; echo "taken $who"; rm -f ${owner}.$$; exit; }
if ! ln ${owner}.$$ ${owner} 2>/dev/null; then
  read -r pid was <${owner}
  runs "$pid" "$was" && taken <${owner}
  mv ${owner} ${owner}.old.$$ 2>/dev/null && read -r pid2 was2 <${owner}.old.$$
  if [ "$pid $was" != "$pid2 $was2" ]; then ln ${owner}.old.$$ ${owner} 2>/dev/null; fi
  rm -f ${owner}.old.$$
  ln ${owner}.$$ ${owner} 2>/dev/null || taken <${owner}
fi
rm -f ${owner}.$$
echo "owned $$"
cat >/dev/null
read -r pid was <${owner}
[ "$pid" != $$ ] || rm -f ${owner}`;
  return `${enterFolder(terms)}
command -v unshare >/dev/null && command -v nsenter >/dev/null || { echo no-unshare; exit; }
[ "$(id -u)" = 0 ] || { echo no-root; exit; }
exec unshare -m sh -c ${quote(fromText(inside))}`;
}

/** Fails where the volume isn't of its kind. Prints its device's number at the end. */
export function lookScript(terms: VolumeTerms): string {
  return `${variables(terms, '/nonexistent')}( ${terms.kind.look}
) </dev/null >&2 && stat -c %d "$origin"`;
}

/** Its files are removed by their names: nothing that might be mounted in it is walked. */
function removeRecord(terms: Named): string {
  const record = recordOf(terms);
  return `rm -f ${record}/name ${record}/destroy.sh ${record}/created; rmdir ${record}/at ${record}`;
}

/**
 * Removes what the record of an earlier run of the target says, by the commands of that run: it needs to know nothing else. Prints
 * `removed NAME` or `left NAME`. Only whoever owns the volume may run it.
 */
export function clearRecordScript(terms: Named): string {
  const record = recordOf(terms);
  return `${enterFolder(terms)}
if [ -e ${record} ]; then
  said=$(cat ${record}/name 2>/dev/null)
  if [ ! -e ${record}/destroy.sh ] || sh ${record}/destroy.sh </dev/null; then
    [ -z "$said" ] || echo "removed $said"
    ${removeRecord(terms)}
  else echo "left $said"; exit
  fi
fi`;
}

/** The same, and then what bears the target's name. */
export function clearScript(terms: VolumeTerms): string {
  const { kind } = terms;
  const listed =
    kind.list === null
      ? ''
      : `
(${variables(terms, '/nonexistent')}${kind.list}
) | while read -r name; do
  ( found=$name
    ${variables(terms, '/nonexistent')}name=$found
    ${kind.destroy}
  ) </dev/null && echo "removed $name" || echo "left $name"
done`;
  return `${clearRecordScript(terms)}
${listed}
true`;
}

/**
 * Writes the record of the snapshot, and then takes it, of a filesystem that is written back before: else a file could have
 * its new times in the snapshot and its old content, and with them be taken for unchanged by the next backup.
 */
export function createScript(terms: VolumeTerms): string {
  const destroy = `cd "\${0%/*}" || exit 1
here=$(pwd -P)
${variables(terms, '$here')}${terms.kind.destroy}`;
  return `${enterFolder(terms)}
mkdir ${recordOf(terms)} && cd ${recordOf(terms)} && mkdir at || exit 1
here=$(pwd -P)
printf '%s\\n' ${quote(fromText(destroy))} >destroy.sh && printf '%s\\n' ${quote(fromText(terms.name))} >name || exit 1
${variables(terms, '$here')}
sync || exit 1
( ${terms.kind.create}
) >created </dev/null`;
}

/** In the namespace: mounts the snapshot, and lays it over the paths, read-only. Prints its device's number. */
export function mountScript(terms: VolumeTerms): string {
  const binds = terms.place.paths.map(
    ({ path, within }) => `
lay "$at"/${quote(within)} ${quote(path)} &&
  mount --bind "$at"/${quote(within)} ${quote(path)} && mount -o remount,bind,ro ${quote(path)} || exit 1`,
  );
  return `${enterFolder(terms)}
cd ${recordOf(terms)} || exit 1
here=$(pwd -P)
${variables(terms, '$here')}
( ${terms.kind.mount}
) </dev/null >&2 || exit 1
cd /
grep -Fqs " $at " /proc/self/mountinfo || { echo "nothing is mounted on $at" >&2; exit 1; }
lay() { # a folder keeps its number: another one is of another volume
  [ -e "$1" ] || { echo "the snapshot has no $2" >&2; return 1; }
  [ ! -d "$2" ] || [ "$(stat -c %i "$1")" = "$(stat -c %i "$2")" ] || { echo "the snapshot has another folder in the place of $2" >&2; return 1; }
}
${binds.join('')}
stat -c %d "$at/"`;
}

/** In the namespace. What isn't mounted is passed over. */
export function unmountScript(terms: VolumeTerms): string {
  const paths = terms.place.paths.map(({ path }) => path).toReversed();
  return `${enterFolder(terms)}
cd ${recordOf(terms)} || exit 0
here=$(pwd -P)
${variables(terms, '$here')}
cd /
grep -Fqs " $at " /proc/self/mountinfo || exit 0
${paths.map((path) => `umount ${quote(path)} 2>/dev/null`).join('\n')}
( ${terms.kind.unmount}
) </dev/null`;
}

/**
 * Fails unless the snapshot is still ours, and what it was. Had the owner died, its number could be another's by now, in
 * whose namespace the live files would have been read.
 */
export function checkScript(terms: VolumeTerms, owner: number): string {
  return `${enterFolder(terms)}
${RUNS}
read -r pid was <${ownerOf(terms)} && [ "$pid" = ${owner} ] && runs "$pid" "$was" && read -r said <${recordOf(terms)}/name &&
  [ "$said" = ${quote(fromText(terms.name))} ] || { echo 'nobody holds it any more, or another run does' >&2; exit 1; }
cd ${recordOf(terms)} || exit 1
here=$(pwd -P)
${variables(terms, '$here')}
( ${terms.kind.check}
) </dev/null`;
}

/** @param keep Forgets the snapshot, and leaves it. */
export function removeScript(terms: VolumeTerms, keep: boolean): string {
  const record = recordOf(terms);
  return `${enterFolder(terms)}
[ -e ${record} ] || exit 0
${keep ? ':' : `sh ${record}/destroy.sh </dev/null`} || exit 1
${removeRecord(terms)}`;
}
