import { parse } from 'yaml';

/** Which restore-verify, and which drill-issue, the composite runs: a release moves it, as all that is pinned. */
const OWN = 'e65f7c7128b6d055397a1ab469ae505ee98526d1 # v0.1.0';
const ATTEST = 'actions/attest@1e69f48acb82d1966a394da916b4c1698aa569d6 # v4.2.2';
const UPLOAD = 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0';

const OWN_INPUTS = `  attest:
    description: "\`true\`: have GitHub attest the evidence (public repositories, or Enterprise). Needs \`permissions: id-token: write, attestations: write\`."
    default: "false"
  upload:
    description: "\`true\`: upload evidence, page and recovery sheet as an artifact of the run. They name hosts, paths and tables to whoever may download it."
    default: "false"
  retention-days:
    description: "How many days GitHub keeps that artifact. Default: as the repository says."
  issue:
    description: "\`true\`: keep one issue per application of which the last drill failed. Needs \`permissions: issues: write\`."
    default: "true"
  github-token:
    description: "Token that may write issues (a secret)."
    default: \${{ github.token }}
`;

const OWN_OUTPUTS = `  attestation-url:
    description: "Where GitHub shows the attestation; empty without one."
    value: \${{ steps.attest.outputs.attestation-url }}
  issue:
    description: "Number of the issue; empty if there is none."
    value: \${{ steps.issue.outputs.issue }}
`;

/** `actions/restore-drill/action.yml`: restore-verify with what follows it in a workflow. Its inputs are handed through. */
export function drillAction(restoreVerify: string): string {
  const { inputs, outputs } = parse(restoreVerify) as Record<'inputs' | 'outputs', Record<string, unknown>>;
  const section = (name: string) =>
    new RegExp(`^${name}:\\n((?: .*\\n)*)`, 'm').exec(restoreVerify)?.[1] ?? '';
  const handed = Object.keys(inputs).map((name) => `        ${name}: \${{ inputs.${name} }}\n`);
  const given = Object.keys(outputs).reduce(
    (text, name) =>
      text.replace(
        new RegExp(`^( {2}${name}:\\n {4}description: .*\\n)`, 'm'),
        (_, head: string) => `${head}    value: \${{ steps.drill.outputs.${name} }}\n`,
      ),
    section('outputs'),
  );
  return `# Made from actions/restore-verify/action.yml by \`npm run docs\`: change it there, or scripts/docs/drill-action.ts.
name: Holdfast restore drill with all that follows
description: A restore drill, its evidence attested and uploaded, and one issue per application kept of which the last drill failed.
author: The Holdfast authors
inputs:
${section('inputs')}${OWN_INPUTS}outputs:
${given}${OWN_OUTPUTS}runs:
  using: composite
  steps:
    - id: drill
      uses: holdfast/holdfast/actions/restore-verify@${OWN}
      with:
${handed.join('')}    - id: attest
      if: \${{ !cancelled() && inputs.attest == 'true' && steps.drill.outputs.predicate != '' }}
      uses: ${ATTEST}
      with:
        subject-name: snapshot
        subject-digest: sha256:\${{ steps.drill.outputs.snapshot-id }}
        predicate-type: \${{ steps.drill.outputs.predicate-type }}
        predicate-path: \${{ steps.drill.outputs.predicate }}
    - if: \${{ !cancelled() && inputs.upload == 'true' && steps.drill.outputs.evidence-folder != '' }}
      uses: ${UPLOAD}
      with:
        name: restore-drill-\${{ steps.drill.outputs.drill-id }}
        path: \${{ steps.drill.outputs.evidence-folder }}
        retention-days: \${{ inputs.retention-days }}
    - id: issue
      if: \${{ !cancelled() && inputs.issue == 'true' }}
      uses: holdfast/holdfast/actions/drill-issue@${OWN}
      with:
        passed: \${{ steps.drill.outputs.passed }}
        statement: \${{ steps.drill.outputs.statement }}
        of: \${{ steps.drill.outputs.of || inputs.of }}
        host: \${{ steps.drill.outputs.host || inputs.host }}
        issue-token: \${{ inputs.github-token }}
branding:
  icon: check-circle
  color: blue
`;
}
