import type { Mutant } from './mutant.ts';

const FOLDER = 'test/operations/drill/folder.integration.test.ts';
const CONTAINERS = 'test/operations/drill/containers.integration.test.ts';
const VERDICT = 'test/drills/check.test.ts';

/** Drills that prove nothing. The first two are what a negative control is for. */
export const DRILLS: readonly Mutant[] = [
  {
    name: 'drill-compares-no-content',
    fault: 'What a restored file holds always counts as what was saved.',
    file: 'src/operations/restore/verify-contents.ts',
    find: 'if (fault !== null) faults.add(',
    replace: 'if (fault === "") faults.add(',
    tests: [FOLDER],
  },
  {
    name: 'drill-compares-no-tables',
    fault: 'A restored table always counts as what was dumped.',
    file: 'src/databases/fingerprint.ts',
    find: 'if (was.rows !== is.rows) return `${is.rows} rows, expected ${was.rows}`;',
    replace: 'if (was.rows > -1) return null;',
    tests: [CONTAINERS, 'test/databases/compare.integration.test.ts'],
  },
  {
    name: 'drill-without-proof',
    fault: 'A drill passes in which nothing was compared.',
    file: 'src/drills/check.ts',
    find: 'if (proofs.length === 0)',
    replace: 'if (proofs.length < 0)',
    tests: [VERDICT],
  },
  {
    name: 'drill-without-control',
    fault: 'A drill passes in which nobody has seen that its proof can fail.',
    file: 'src/drills/check.ts',
    find: "if (!checks.some(({ controls, result }) => controls === name && result === 'passed'))",
    replace: 'if (name.length < 0)',
    tests: [VERDICT],
  },
  {
    name: 'skipped-is-passed',
    fault: 'A check that could not run counts as passed.',
    file: 'src/drills/check.ts',
    find: ".filter(({ result }) => result !== 'passed')",
    replace: ".filter(({ result }) => result === 'failed')",
    tests: [VERDICT],
  },
  {
    name: 'envelope-type-unsigned',
    fault: 'A signature holds for another kind of payload.',
    file: 'src/drills/dsse.ts',
    find: 'const head = `DSSEv1 ${type.length} ${payloadType} ${payload.length} `;',
    replace: 'const head = `DSSEv1 ${type.length * 0} ${payload.length} `;',
    tests: ['test/drills/dsse.test.ts'],
  },
  {
    name: 'drilled-by-anybody',
    fault: 'Evidence that another key has signed keeps a snapshot.',
    file: 'src/operations/forget/drilled-snapshots.ts',
    find: "(key === null || signature === 'valid')",
    replace: "(key === null || signature !== 'none')",
    tests: ['test/cli/drill.integration.test.ts'],
  },
  {
    name: 'part-is-whole',
    fault: 'A drill that left a dump out counts as a proof of the whole snapshot.',
    file: 'src/drills/statement.ts',
    find: "return result === 'passed' && left.length === 0 && buckets.length === 0;",
    replace: "return result === 'passed';",
    tests: ['test/drills/statement.test.ts'],
  },
  {
    name: 'counted-is-compared',
    fault: 'Rows that were only counted are told as compared.',
    file: 'src/databases/fingerprint.ts',
    find: 'is === undefined || was.rows !== is.rows || was.rows === 0) return false;',
    replace: 'is === undefined || was.rows !== is.rows || was.rows !== 0) return false;',
    tests: ['test/drills/compared-text.test.ts'],
  },
  {
    name: 'password-is-recovery-key',
    fault: 'The password itself counts as a recovery key that opens.',
    file: 'src/operations/drill/recovery-key.ts',
    find: 'if (found.id === keyId)',
    replace: "if (found.id === '')",
    tests: ['test/cli/drill.integration.test.ts'],
  },
  {
    name: 'untold-is-nothing',
    fault: 'A dump or a bucket that the manifest doesn’t tell of is neither restored nor missed.',
    file: 'src/operations/drill/own-contents.ts',
    find: 'if (unknown !== undefined)',
    replace: "if (unknown === '')",
    tests: ['test/operations/drill/buckets.integration.test.ts'],
  },
  {
    name: 'drill-folder-stays',
    fault: 'What a drill that was killed had restored to a folder stays there.',
    file: 'src/drills/drill-folder.ts',
    find: 'echo ${MADE}\\ncat >/dev/null\\n${REMOVE}',
    replace: 'echo ${MADE}\\ncat >/dev/null',
    tests: [FOLDER],
  },
];
