/**
 * What `--json` prints, by command: the source of docs/reference/json.md, and what every test of the command line that prints JSON
 * is held to (test/cli/terminal.ts). One member a line: its path, its types, what it is. `[]` is an item of a list; `?` after the
 * types: it may be missing; `any`: what is in it stands elsewhere. `...NAME` puts the members of a part there.
 */
export interface CommandShape {
  /** As it is called: `key list`. */
  readonly command: string;
  readonly values: readonly ValueShape[];
}

/** One JSON value, which is one line. */
export interface ValueShape {
  /** Its `message_type`; null: it has none, or is a list. */
  readonly type: string | null;
  readonly about: string;
  readonly members: string;
}

/** What several commands have. */
export const JSON_PARTS: Readonly<Record<string, string>> = {
  SUMMARY: `
backup_start     string  when the backup began
backup_end       string  when it ended
files_new        number  files that its parent had not
files_changed    number  files that differ from the parent's
files_unmodified number  files as in the parent
dirs_new         number  the same of folders
dirs_changed     number
dirs_unmodified  number
data_blobs       number  new blobs of contents
tree_blobs       number  new blobs of folders
data_added       number  bytes that the repository had not, before compression
data_added_packed number the same as stored
total_files_processed number
total_bytes_processed number`,
  SNAPSHOT: `
time            string  when it was taken
parent          string? ID of the snapshot that it was compared with
tree            string  ID of its topmost folder
paths           list
paths[]         string
hostname        string
username        string
uid             number?
gid             number?
excludes        list?
excludes[]      string
tags            list?
tags[]          string
original        string? ID of the snapshot of which it is a copy
program_version string  what made it
summary         object? of its making
summary         ...SUMMARY
id              string
short_id        string  the first eight digits of it`,
  NODE: `
name            string
name_base64     string? its bytes, where they aren't UTF-8
type            string  \`file\`, \`dir\`, \`symlink\` …
path            string
path_base64     string?
uid             number
gid             number
size            number? of files, in bytes
mode            number  as Go has it
permissions     string  \`-rw-r--r--\`
mtime           string
atime           string
ctime           string
inode           number?
linktarget      string? of symlinks
linktarget_base64 string?`,
  ARCHIVE: `
id            string
file          string|null  its name in the store
size          number|null  of the file, in bytes
fault         string|null  why it can't be used
time          string?  with these where it has a manifest
hostname      string?
target        string?
tags          list?
tags[]        string
paths         list?
paths[]       string
complete      boolean?
encryption    any?  kind and recipients`,
  PROBLEMS: `
problem_counts  object  how many entries are not as on the host
problem_counts.missing     number
problem_counts.unreadable  number
problem_counts.changed     number
problem_counts.vanished    number
problem_counts.unsupported number
problems        list  the first of them
problems[]      object
problems[].kind string
problems[].path string
problems[].message string
problems[].path_base64 string?`,
  PRUNE: `
dry_run    boolean
blobs      any  restic's figures: used, duplicate, unused, total, repack, repack_remove, remove, remove_total, remaining
bytes      any  the same in bytes, with unreferenced, uncompressed and remaining_unused
packfiles  any  used, unused, partly_used, unreferenced, total, keep, repack, remove, remove_total
written    any  packs and bytes that were written anew
retained   any  indexes, packs and bytes that the storage's Object Lock keeps`,
  EVIDENCE: `
name        string  of the evidence
signature   string  \`valid\`, \`other\`, \`none\`, \`unchecked\`
kind        string  \`drill\` or \`restore\`
drill_id    string? of a drill
restore_id  string? of a restore
result      string  \`passed\`, \`restored\` or \`failed\`
started     string
snapshot_id string
target      string|null`,
};

const STATEMENT = 'an in-toto statement: [restore-drill](../how-to/restore-drill.md) describes it';

export const JSON_SHAPES: readonly CommandShape[] = [
  {
    command: 'archives',
    values: [
      { type: null, about: 'the archives of a store, oldest first', members: '[] object\n[] ...ARCHIVE' },
    ],
  },
  {
    command: 'audit',
    values: [
      {
        type: null,
        about: 'whether backups are as they were promised',
        members: `
findings   list
findings[] object
findings[].rule string
findings[].severity string
findings[].file string
findings[].at   any  line and column, from 1
findings[].what string
findings[].advice string
findings[].target string|null
silenced   any  the same, each with its reason
targets    list
targets[]  object
targets[].target   string
targets[].hostname string|null
targets[].lastMs   number|null  in ms since 1970
targets[].provedMs number|null  by a drill that passed, the same`,
      },
    ],
  },
  {
    command: 'backup',
    values: [
      {
        type: 'summary',
        about: 'a snapshot, with restic’s members',
        members: `
snapshot_id string? the new one; none after a dry run, nor where nothing had changed
dry_run     boolean?
unchanged   boolean?
parent      string? ID of the snapshot that it was compared with
complete    boolean
...SUMMARY
bytes_read  number  from the host
total_duration number in seconds
quiesced_duration number? how long the application was held, in seconds
hostname    string
target      string
paths       list
paths[]     string
tags        list
tags[]      string
dumps       any?  of each dump: its record as in the manifest, tables, rows, size_bytes_before, rows_before, shrunk
buckets     list?  with \`--bucket\`, or by an application's plan
buckets[]   object
buckets[].name string
buckets[].location string
buckets[].objects number
buckets[].size_bytes number
buckets[].renamed number of objects whose names are no paths
...PROBLEMS`,
      },
      {
        type: 'summary',
        about: 'with `--archive-to`: an archive',
        members: `
archive_id    string
archive_file  string
manifest_file string
location      string
complete      boolean
files         number
folders       number
others        number
total_bytes_processed number
tar_bytes     number
stored_bytes  number
stored_sha256 string
dumps         any?   of each: name, size_bytes
total_duration number in seconds
quiesced_duration number?
hostname      string
target        string
paths         list
paths[]       string
tags          list
tags[]        string
...PROBLEMS`,
      },
      {
        type: 'copied',
        about: 'with `--copy-to`: after the summary',
        members: `
copied        list
copied[]      object
copied[].source_id   string
copied[].snapshot_id string
skipped       list  copies that were there already
skipped[]     object
skipped[].source_id   string
skipped[].snapshot_id string
data_added    number
data_added_packed number`,
      },
    ],
  },
  {
    command: 'check',
    values: [
      { type: 'error', about: 'what is damaged', members: 'code string\nmessage string' },
      { type: 'warning', about: 'what is odd', members: 'code string?\nmessage string' },
      { type: 'hint', about: 'what is worth knowing', members: 'code string\nmessage string' },
      {
        type: 'summary',
        about: 'restic’s, with more in it',
        members: `
num_errors    number
broken_packs  list|null
broken_packs[] string
suggest_repair_index boolean
suggest_prune boolean
num_warnings  number
num_hints     number
read_data     boolean
repair_steps  list
repair_steps[] string`,
      },
    ],
  },
  {
    command: 'copy',
    values: [
      {
        type: 'summary',
        about: 'what was copied',
        members: `
copied        list
copied[]      object
copied[].source_id   string
copied[].snapshot_id string
skipped       list  copies that were there already
skipped[]     object
skipped[].source_id   string
skipped[].snapshot_id string
data_added    number
data_added_packed number`,
      },
    ],
  },
  {
    command: 'diff',
    values: [
      {
        type: 'change',
        about: 'one for each entry that differs',
        members:
          'path string a folder ends in a slash\nmodifier string restic’s letters: `+`, `-`, `M`, `T`, `U`',
      },
      {
        type: 'statistics',
        about: 'the sums',
        members: `
source_snapshot string
target_snapshot string
changed_files number
added         any  files, dirs, others, data_blobs, tree_blobs, bytes
removed       any  the same`,
      },
    ],
  },
  {
    command: 'drill',
    values: [
      {
        type: 'summary',
        about: 'what was proved',
        members: `
passed    boolean
evidence  string|null  under which name it is kept
statement any  ${STATEMENT}`,
      },
    ],
  },
  { command: 'dump-db', values: [{ type: 'summary', about: 'as of `backup`', members: '...backup' }] },
  {
    command: 'evidence list',
    values: [
      { type: null, about: 'the evidence of drills and restores', members: '[] object\n[] ...EVIDENCE' },
    ],
  },
  {
    command: 'evidence verify',
    values: [
      {
        type: 'summary',
        about: 'which signatures don’t hold',
        members: 'total number\nbad list\nbad[] object\nbad[] ...EVIDENCE',
      },
    ],
  },
  { command: 'evidence show', values: [{ type: null, about: STATEMENT, members: '* any' }] },
  {
    command: 'evidence sheet',
    values: [{ type: null, about: 'a recovery sheet', members: 'name string\nsheet string Markdown' }],
  },
  {
    command: 'explain',
    values: [
      {
        type: null,
        about: 'what would be done, as lists of lines for a person by their titles',
        members: '* any',
      },
    ],
  },
  {
    command: 'find',
    values: [
      {
        type: null,
        about: 'restic’s: the snapshots in which something was found',
        members: `
[]           object
[].matches   list
[].matches[] object
[].matches[] ...NODE
[].matches[].user string?
[].matches[].group string?
[].matches[].device_id number?
[].matches[].links number?
[].hits      number
[].snapshot  string`,
      },
    ],
  },
  {
    command: 'forget',
    values: [
      {
        type: null,
        about: 'restic’s: the groups, each with what is kept and removed',
        members: `
[]           object
[].tags      list|null
[].tags[]    string
[].host      string
[].paths     list|null
[].paths[]   string
[].target    string?
[].title     string?  how a group is called that is none by host, paths and tags
[].keep      any  snapshots as of \`snapshots\`, with \`--archives\` archives as of \`archives\`; null: none
[].remove    any  the same
[].reasons   any  of what is kept: \`snapshot\` or \`archive\`, \`matches\` (rules), \`others\` (what no policy overrides)
[].removals  list|null
[].removals[] object
[].removals[].id string
[].removals[].because list
[].removals[].because[] string
[].removals[].outcome string
[].removals[].message string?
[].frozen    list|null
[].frozen[]  object
[].frozen[].host string
[].frozen[].target string|null
[].frozen[].paths list|null
[].frozen[].paths[] string
[].frozen[].reason string
[].frozen[].message string
[].frozen[].overridden boolean`,
      },
      { type: 'summary', about: 'with `--prune`: as of `prune`, after the groups', members: '...PRUNE' },
    ],
  },
  {
    command: 'init',
    values: [
      {
        type: 'initialized',
        about: 'a new repository',
        members: 'id string\nrepository string\nrecovery_code string? with `--recovery`',
      },
    ],
  },
  {
    command: 'key list',
    values: [
      {
        type: null,
        about: 'restic’s',
        members: `
[]          object
[].current  boolean
[].id       string
[].userName string
[].hostName string
[].created  string
[].problem  string?  why it can't be used`,
      },
    ],
  },
  {
    command: 'key add',
    values: [
      { type: 'key_added', about: 'a new key', members: 'id string?\nrecovery_code string? in its place' },
    ],
  },
  { command: 'key passwd', values: [{ type: 'key_added', about: 'the new key', members: 'id string' }] },
  { command: 'key remove', values: [{ type: 'key_removed', about: 'the key', members: 'id string' }] },
  {
    command: 'ls',
    values: [
      { type: 'snapshot', about: 'restic’s first line', members: 'struct_type string\n...SNAPSHOT' },
      { type: 'node', about: 'one for each entry', members: 'struct_type string\n...NODE' },
      { type: 'summary', about: 'the last line', members: 'snapshot_id string\nentries number' },
    ],
  },
  {
    command: 'plan',
    values: [
      {
        type: null,
        about: 'which targets are due',
        members: `
due          list  their names
due[]        string
targets      list
targets[]    object
targets[].target   string
targets[].hostname string
targets[].storage  string
targets[].timezone string|null  of its schedule
targets[].due      object
targets[].due.isDue boolean
targets[].due.why   string
targets[].due.scheduledMs number|null
targets[].due.missed number
targets[].lastMs   number|null  in ms since 1970
targets[].unknown  string|null  why nobody knows what there is
blocked      list  targets that can't be run
blocked[]    object
blocked[].target string
blocked[].why    string
matrices     any  for jobs of GitHub's`,
      },
    ],
  },
  { command: 'prune', values: [{ type: 'summary', about: 'restic’s figures', members: '...PRUNE' }] },
  {
    command: 'report',
    values: [
      {
        type: null,
        about: 'how every target stands: [report](../how-to/report.md)',
        members: `
report_version number  of this command's own members
time         string
period_ms    number
places       list
places[]     string
warnings     list  what could not be read
warnings[]   string
targets      list
targets[]    object
targets[].target   string|null  null: no application in particular
targets[].hostname string
targets[].paths    list
targets[].paths[]  string
targets[].health   string  \`failing\`, \`stale\`, \`never-proved\`, \`protected\`
targets[].reasons  list
targets[].reasons[] object
targets[].reasons[].health string
targets[].reasons[].text string
targets[].backups  number
targets[].last_backup object|null
targets[].last_backup.id string
targets[].last_backup.time string
targets[].last_backup.size_bytes number|null
targets[].age_ms   number|null
targets[].rpo_ms   number
targets[].rto_ms   number|null
targets[].proof_ms number  how long ago the last drill that passed may be
targets[].rpo_kept object|null  the share of time in which the RPO was kept
targets[].rpo_kept.least number
targets[].rpo_kept.most number  more than the least where backups may have been removed
targets[].restore_ms number|null  measured by the last drill that passed
targets[].last_drill object|null
targets[].last_drill.id string
targets[].last_drill.time string
targets[].last_drill.passed boolean
targets[].restores list  on a host, by their evidence
targets[].restores[] object
targets[].restores[].id string
targets[].restores[].time string
targets[].restores[].succeeded boolean
targets[].restores[].what string  \`files\`, \`database\`, \`bucket\`, \`application\`
targets[].restores[].to string
targets[].duration_ms any  last, median, longest; null: not known
targets[].downtime_ms any  the same
targets[].growth_bytes_per_day number|null
targets[].stored_bytes_per_day number|null
targets[].copies   list
targets[].copies[] object
targets[].copies[].place string
targets[].copies[].off_site boolean
targets[].copies[].time string|null  of its newest there
targets[].retention object|null
targets[].retention.policy string
targets[].retention.kept number
targets[].retention.removed number
targets[].retention.future list
targets[].retention.future[] object
targets[].retention.future[].days number
targets[].retention.future[].kept number
targets[].retention.future[].reach_ms number`,
      },
    ],
  },
  {
    command: 'restore',
    values: [
      {
        type: 'verbose_status',
        about: 'with `--verbose` or `--dry-run`: one for each change',
        members: 'action string `restored`, `updated`, `deleted`\nitem string',
      },
      {
        type: 'summary',
        about:
          'files, with restic’s members; with `--tar`, `--database`, `--bucket`, `--app` and `--undo` those that fit',
        members: `
snapshot_id   string?
dry_run       boolean?
target        string?
seconds_elapsed number?
total_files   number?
files_restored number?
files_skipped number?
files_resumed number?
total_bytes   number?
bytes_restored number?
bytes_skipped number?
created       number?
replaced      number?
removed       number?
replaced_folders number?
undo_folders  list?
undo_folders[] string
finished_earlier_run boolean?
dump          string?  with \`--database\`
database      string|null?
moved_aside   string|null?
verified_tables number|null?
verified_rows number|null?
verified_only_counted number|null? tables of which only the rows were counted
application   string?  with \`--app\`
version       string|null?
steps         list?
steps[]       string
databases     any?
buckets       any?  of each, and what was written
bucket        string?  with \`--bucket\`: its name in the snapshot
into          string?  its URL
objects_unchanged number? there already
objects_replaced number?
objects_others number? there that the snapshot has not
total_objects number?
undone_snapshot_id string?  with \`--undo\`
names         number?
kept_in       list?
kept_in[]     string`,
      },
    ],
  },
  {
    command: 'setup',
    values: [
      {
        type: 'setup',
        about: 'what was written, or with `--dry-run` would be',
        members: `
dry_run   boolean
files     any     their paths; with \`--dry-run\` their texts by their paths
targets   list    names
targets[] string
repository object? none with \`--dry-run\`
repository.id string
repository.existed boolean
recovery_code string? of a new repository: it is told once
next      any?    what is left to do`,
      },
      {
        type: 'repository',
        about: 'a repository that was made, where the files could not be written after it',
        members: 'id string\nrecovery_code string it is told once',
      },
    ],
  },
  {
    command: 'snapshots',
    values: [
      {
        type: null,
        about: 'restic’s: snapshots, or with `--group-by` groups of them',
        members: '[] object\n[] ...SNAPSHOT',
      },
      {
        type: null,
        about: 'with `--group-by`',
        members:
          '[] object\n[].group_key any\n[].snapshots list\n[].snapshots[] object\n[].snapshots[] ...SNAPSHOT',
      },
    ],
  },
  {
    command: 'unlock',
    values: [{ type: 'unlocked', about: 'how many locks', members: 'removed number' }],
  },
  {
    command: 'validate',
    values: [
      {
        type: null,
        about: 'what is wrong with a `backup.yml`',
        members: `
findings   list
findings[] object
findings[].rule string
findings[].severity string
findings[].file string
findings[].at   any  line and column, from 1
findings[].what string
findings[].advice string
findings[].target string|null
silenced   any  the same, each with its reason
silenced_in_audit any  what of the file's silences is about findings of the audit
targets    list
targets[]  string
changes    any  against \`--base\`; null: nobody asked, or it can't be known
silences   any  the same: which come, and which go
retention  list with a base: how many snapshots the next run of retention would remove
retention[] object
retention[].target string
retention[].unknown string? why it isn't known
retention[].before number? by the policy as it is
retention[].after  number? by the new one
retention[].stored number?
errors     number
warnings   number
notices    number
passed     boolean`,
      },
    ],
  },
  {
    command: 'version',
    values: [
      {
        type: 'version',
        about: 'which program',
        members: 'version string\njson_version number of all that is described here',
      },
    ],
  },
];

/** What any command may print between or instead of these: progress to stdout, the others to stderr. */
export const JSON_OF_ALL: readonly ValueShape[] = [
  {
    type: 'status',
    about: 'progress, once a second, on stdout; with restic’s names',
    members: `
phase           string
seconds_elapsed number
seconds_remaining number?
percent_done    number
total_files     number?
files_done      number?
files_restored  number?
total_bytes     number?
bytes_done      number?
bytes_restored  number?
current_files   list?
current_files[] string`,
  },
  { type: 'warning', about: 'on stderr', members: 'message string' },
  {
    type: 'exit_error',
    about: 'why it failed, on stderr',
    members: 'code number the exit status\nmessage string',
  },
];
