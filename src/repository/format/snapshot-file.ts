import { decoding } from './fault.ts';
import { asId, asIdOrNull, asText, asTexts, asTime, asUint, isAbsent, MAX_UINT32 } from './fields.ts';
import { quoteJson } from './json-text.ts';
import { asObject, parseObject } from './parse-json.ts';
import type { Snapshot, SnapshotSummary } from './snapshot.ts';
import { formatTime, zoneOf } from './time.ts';

/** The JSON of a file in `snapshots/`, as restic 0.19 writes it: field order, omissions, no line feed. */
export function encodeSnapshot(snapshot: Snapshot): Buffer {
  const { summary } = snapshot;
  const fields = [
    `"time":"${formatTime(snapshot.timeNs, snapshot.zoneSeconds)}"`,
    snapshot.parent === null ? '' : `"parent":"${snapshot.parent}"`,
    `"tree":"${snapshot.tree}"`,
    `"paths":${quoteAll(snapshot.paths)}`,
    snapshot.hostname === '' ? '' : `"hostname":${quoteJson(snapshot.hostname)}`,
    snapshot.username === '' ? '' : `"username":${quoteJson(snapshot.username)}`,
    snapshot.uid === 0 ? '' : `"uid":${snapshot.uid}`,
    snapshot.gid === 0 ? '' : `"gid":${snapshot.gid}`,
    snapshot.excludes.length === 0 ? '' : `"excludes":${quoteAll(snapshot.excludes)}`,
    snapshot.tags.length === 0 ? '' : `"tags":${quoteAll(snapshot.tags)}`,
    snapshot.original === null ? '' : `"original":"${snapshot.original}"`,
    snapshot.programVersion === '' ? '' : `"program_version":${quoteJson(snapshot.programVersion)}`,
    summary === null ? '' : `"summary":${summaryJson(summary)}`,
  ];
  return Buffer.from(`{${fields.filter((field) => field !== '').join(',')}}`, 'latin1');
}

/**
 * What a snapshot's JSON says. Only `tree` must be there, as for restic; unknown fields are left out.
 * @throws HoldfastError repository-damaged.
 */
export function decodeSnapshot(json: Uint8Array, what = 'a snapshot'): Snapshot {
  return decoding(what, () => {
    const { time, parent, tree, paths, hostname, username, uid, gid, excludes, tags, original, ...rest } =
      parseObject(json);
    const { program_version: programVersion, summary } = rest;
    const zoneSeconds = typeof time === 'string' ? zoneOf(time) : 0;
    return {
      timeNs: asTime(time, 'time'),
      ...(zoneSeconds === 0 ? {} : { zoneSeconds }),
      parent: asIdOrNull(parent, 'parent'),
      tree: asId(tree, 'tree'),
      paths: asTexts(paths, 'paths'),
      hostname: asText(hostname, 'hostname'),
      username: asText(username, 'username'),
      uid: asUint(uid, 'uid', MAX_UINT32),
      gid: asUint(gid, 'gid', MAX_UINT32),
      excludes: asTexts(excludes, 'excludes'),
      tags: asTexts(tags, 'tags'),
      original: asIdOrNull(original, 'original'),
      programVersion: asText(programVersion, 'program_version'),
      summary: isAbsent(summary) ? null : readSummary(asObject(summary, 'summary')),
    };
  });
}

function quoteAll(texts: readonly string[]): string {
  return `[${texts.map(quoteJson).join(',')}]`;
}

/** The counts of a summary in restic's order, each with its name in JSON. */
const COUNTS = [
  ['files_new', 'filesNew'],
  ['files_changed', 'filesChanged'],
  ['files_unmodified', 'filesUnmodified'],
  ['dirs_new', 'dirsNew'],
  ['dirs_changed', 'dirsChanged'],
  ['dirs_unmodified', 'dirsUnmodified'],
  ['data_blobs', 'dataBlobs'],
  ['tree_blobs', 'treeBlobs'],
  ['data_added', 'dataAdded'],
  ['data_added_packed', 'dataAddedPacked'],
  ['total_files_processed', 'totalFilesProcessed'],
  ['total_bytes_processed', 'totalBytesProcessed'],
] as const;

function summaryJson(summary: SnapshotSummary): string {
  const start = `"backup_start":"${formatTime(summary.backupStartNs)}"`;
  const end = `"backup_end":"${formatTime(summary.backupEndNs)}"`;
  return `{${[start, end, ...COUNTS.map(([name, key]) => `"${name}":${summary[key]}`)].join(',')}}`;
}

function readSummary(fields: Record<string, unknown>): SnapshotSummary {
  const { backup_start: start, backup_end: end } = fields;
  const summary: Partial<SnapshotSummary> = {
    backupStartNs: asTime(start, 'backup_start'),
    backupEndNs: asTime(end, 'backup_end'),
  };
  for (const [name, key] of COUNTS) summary[key] = asUint(fields[name], name);
  return summary as SnapshotSummary;
}
