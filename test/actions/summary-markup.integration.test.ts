import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupSummary, failedBackupSummary } from '../../src/actions/backup-summary.ts';
import { failedRestoreSummary, restoreSummary, tarSummary } from '../../src/actions/restore-summary.ts';
import { retentionSummary } from '../../src/actions/retention-summary.ts';
import { display, fromText } from '../../src/bytestring.ts';
import { HoldfastError } from '../../src/errors.ts';
import type { BackupResult } from '../../src/operations/backup/result.ts';
import { snapshotItem } from '../../src/operations/forget/snapshot-items.ts';
import type { ForgetResult } from '../../src/operations/forget.ts';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import { keepTags } from '../../src/repository/tags.ts';
import { snapshotOf } from '../repository/nodes.ts';

// GitHub's own renderer judges: whatever a name or a message holds, the page has the same elements as with a plain one.

const COUNTS = {
  backupStartNs: 0n,
  backupEndNs: 0n,
  filesNew: 0,
  filesChanged: 0,
  filesUnmodified: 0,
  dirsNew: 0,
  dirsChanged: 0,
  dirsUnmodified: 0,
  dataBlobs: 0,
  treeBlobs: 0,
  dataAdded: 0,
  dataAddedPacked: 0,
  totalFilesProcessed: 0,
  totalBytesProcessed: 0,
};
const ID = '4bd21c8a'.repeat(8) as SnapshotId;

function backupWith(text: string): string {
  const result: BackupResult = {
    snapshotId: ID,
    parentId: null,
    complete: false,
    problems: [
      { kind: 'unreadable', path: text, message: text },
      { kind: 'unreadable', path: display(fromText(text)), message: display(fromText(text)) },
    ],
    problemCounts: { unreadable: 2, missing: 0, changed: 0, vanished: 0, unsupported: 0 },
    unchanged: false,
    summary: COUNTS,
    bytesRead: 0,
    durationMs: 0,
    quiescedMs: null,
    hostname: text,
    target: 'wiki',
    paths: [text],
    tags: [text],
    dumps: [],
    buckets: [],
  };
  return backupSummary(result, text);
}

function restoreWith(text: string): string {
  const result = {
    snapshotId: ID,
    target: text,
    files: 1,
    folders: 1,
    bytes: 1,
    unchangedFiles: 0,
    unchangedBytes: 0,
    leftFiles: 0,
    sentFiles: 1,
    sentBytes: 1,
    resumedFiles: 0,
    created: 1,
    replaced: 0,
    removed: 0,
    undoFolders: [text],
    dryRun: false,
    durationMs: 0,
  } as unknown as Parameters<typeof restoreSummary>[0];
  const changes = [{ kind: 'create' as const, path: fromText(text) }] as never;
  const place = { way: { on: text, jump: [text], secrets: [] }, changes };
  return restoreSummary(result, place) + restoreSummary({ ...result, dryRun: true }, place);
}

function retentionWith(text: string): string {
  const snapshot = snapshotOf('a'.repeat(64) as BlobId, {
    hostname: text,
    tags: keepTags(text),
    paths: [text],
  });
  const item = snapshotItem({ id: ID, snapshot });
  const key = { hostname: text, target: text, paths: [text], tags: [text] };
  const decision = { item, keep: true, matches: [`has tags [${text}]`], others: [`kept because: ${text}`] };
  const freeze = { reason: 'stale' as const, message: text };
  const result: ForgetResult = {
    noun: 'snapshot',
    kind: 'policy',
    dryRun: false,
    groups: [{ key, decisions: [decision], keepsNone: false }],
    frozen: [{ hostname: text, target: null, paths: [text], name: text, freeze, overridden: false }],
    removed: [],
    retained: [],
    failed: { id: ID, message: text },
    untried: [],
    locks: null,
    prune: null,
  };
  return retentionSummary(result, `keep all snapshots with tags [[${text}]]`);
}

const SUMMARIES: Record<string, (text: string) => string> = {
  'an incomplete backup': backupWith,
  'a failed backup': (text) =>
    failedBackupSummary(new HoldfastError('locked', text), {
      target: text,
      on: text,
      repository: text,
      checkpoint: null,
    }),
  'a restore, and a dry run of one': restoreWith,
  'a failed restore': (text) =>
    failedRestoreSummary(new HoldfastError('locked', text), {
      snapshot: text,
      way: { on: text, jump: [], secrets: [] },
      repository: text,
    }),
  'a retention': retentionWith,
  'an archive': (file) => tarSummary({ snapshotId: ID, files: 1, bytes: 1, file }),
};

function render(markdown: string): string {
  const extensions = ['table', 'strikethrough', 'autolink', 'tasklist'].flatMap((name) => ['-e', name]);
  return execFileSync('cmark-gfm', ['--unsafe', ...extensions], { input: markdown, encoding: 'utf8' });
}

/** Tags and their attributes in order; an address that a text happens to be is a link to nothing but itself. */
function elements(html: string): string {
  return (html.match(/<[^>]*>/g) ?? []).filter((tag) => !/^<a href="mailto:|^<\/a>/.test(tag)).join('');
}

const PIECES = fc.constantFrom(
  ...[
    '|',
    '\\',
    '`',
    '``',
    '```',
    '\n',
    '\n\n',
    '\r',
    '\u2028',
    ' ',
    '    ',
    '\t',
    '<img src=x>',
    '<!--',
    '-->',
    '<a href=x>',
  ],
  ...[
    '[a](http://x.example)',
    '![a](http://x.example)',
    '[a]: http://x.example',
    'https://x.example',
    'www.x.example',
    '<https://x.example>',
  ],
  ...[
    '**',
    '__',
    '~~',
    '* ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
    '# ',
    '> ',
    '---',
    '===',
    '| a | b |',
    '| --- | --- |',
    '- [ ] ',
    '&lt;',
    '&#60;',
    '&',
    '$$',
    'a',
    '1',
    'é',
    '\x1b[2J',
  ],
);
const HOSTILE = fc
  .array(PIECES, { minLength: 1, maxLength: 8 })
  .map((pieces) => pieces.join(''))
  .filter((text) => text.trim() !== ''); // no message is blank

describe.each(Object.entries(SUMMARIES))('the summary of %s', (_what, summary) => {
  const plain = elements(render(summary('x')));

  test('has the same elements whatever is in it', () => {
    fc.assert(
      fc.property(HOSTILE, (text) => {
        expect(elements(render(summary(text)))).toBe(plain);
      }),
      { numRuns: 150 },
    );
  });

  test.each([
    ['<img src=x onerror=alert(1)>'],
    ['a\n\n<script>'],
    ['a|b\n| c | d |'],
    ['`` ` ``'],
    ['\\`<b>\\`'],
    ['- a'],
    ['1. a'],
    ['# a'],
  ])('has no other for %j', (text) => expect(elements(render(summary(text)))).toBe(plain));
});

test('the judge sees what would get through', () => {
  expect(elements(render('a <img src=x> b'))).not.toBe(elements(render('a x b')));
  expect(elements(render('see www.x.example'))).not.toBe(elements(render('see x')));
});
