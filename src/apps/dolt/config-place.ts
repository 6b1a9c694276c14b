import { fromText } from '../../bytestring.ts';
import type { Database, DatabaseContext, RestoredDatabase, StoredDump } from '../../databases/database.ts';
import { unpackTar } from '../../databases/folder-tar.ts';
import { MAKE_AND_ENTER, makeFolder, removeFolder } from '../../databases/work-folder.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';

const WHAT = 'put the configuration back';

/**
 * Where `dolt-config.tar` goes: each file to its own path, with its owner and mode. One that is there and isn't the same is
 * kept beside it, as `NAME.holdfast-before`; what an earlier restore left so stays.
 */
export class DoltConfigPlace implements Database {
  readonly shown = 'the host’s own files';
  readonly #workFolder: string;

  constructor(workFolder: string) {
    this.#workFolder = workFolder;
  }

  async prepareDumps(): Promise<never> {
    throw new HoldfastError('internal', 'Cannot dump the configuration from where it is only put back.');
  }

  async restore(
    host: Host,
    dump: StoredDump,
    _terms: unknown,
    { signal, onWarning }: DatabaseContext,
  ): Promise<RestoredDatabase> {
    const folder = await makeFolder(host, this.#workFolder, signal);
    try {
      const content = dump.content();
      await unpackTar(host, { folder, content, what: WHAT, signal, keepOwners: true });
      await runSuccessfully(host, WHAT, `cd ${quote(fromText(folder))} || exit 1\n${PLACE}`, { signal });
    } finally {
      if (!(await removeFolder(host, folder, signal)))
        onWarning(`The folder ${JSON.stringify(folder)} is left on "${host.name}": remove it.`);
    }
    return { database: null, movedAside: null, verified: null };
  }
}

/**
 * The tar has no folders: one that is missing is the owner's of the file, and for him alone unless others may read that. So what
 * others may read comes first. The folders may be Dolt's own account's: a link that stands there must not lead root elsewhere.
 */
const PLACE = `set -e
here=$PWD
make() { [ -z "$1" ] || [ -d "$1" ] || { make "\${1%/*}"; mkdir "$1"; chown -h "$owner" "$1"; }; }
{ find . -type f -perm -004; find . -type f ! -perm -004; } | while IFS= read -r file; do
  to="/\${file#./}"
  ! cmp -s "$file" "$to" || continue
  owner=$(stat -c %u:%g "$file")
  case $(stat -c %A "$file") in ???????r*) umask 022 ;; *) umask 077 ;; esac
  make "\${to%/*}"
  if [ -e "$to" ] || [ -L "$to" ]; then [ -e "$to.holdfast-before" ] || mv "$to" "$to.holdfast-before"; fi
  d=$to.holdfast-new-$$
  ({ ${MAKE_AND_ENTER}; } && cp -p "$here/$file" new && mv new "$to") || exit 1
  rmdir "$d"
done`;
