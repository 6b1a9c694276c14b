import type { ArchiveManifest } from '../../src/archive/archive-manifest.ts';

export function sampleManifest(over: Partial<ArchiveManifest> = {}): ArchiveManifest {
  return {
    id: 'wiki-host.20261121T104754Z.1f0c2a3b',
    programVersion: 'holdfast test',
    timeNs: 1_795_653_069_220_000_000n,
    target: 'wiki',
    hostname: 'host',
    tags: ['holdfast:target=wiki'],
    paths: ['/data'],
    complete: true,
    encryption: { kind: 'recipients', recipients: ['age1x'] },
    stored: { bytes: 10, sha256: 'a'.repeat(64) },
    tar: { bytes: 20, sha256: 'b'.repeat(64) },
    files: 1,
    folders: 2,
    others: 3,
    contentBytes: 4,
    dumps: [{ path: '.holdfast/wiki/dumps/db', bytes: 5, sha256: 'c'.repeat(64), entries: 1 }],
    problemCounts: { unreadable: 0 },
    tools: { node: 'v24' },
    ...over,
  };
}
