import type { ConfigFile } from '../../src/config/schema/file.ts';
import { secretsOf } from '../../src/config/secret-references.ts';

/** What is pinned, as a workflow of ours names it: `0123…@ # v1.2.3`. */
export interface Pin {
  readonly commit: string;
  readonly version: string;
}

/** A choice that is no target: their names have no spaces. */
const ALL_DUE = 'all due';

/** Of the variables that hold a credential of backups: restores have one of their own, which a restore alone needs. */
const OF_RESTORE: Readonly<Record<string, string>> = { BACKUP_SSH_KEY: 'RESTORE_SSH_KEY' };

/**
 * The workflows that call ours for a configuration: what stands in `.github/workflows` beside it. Every permission is one that the
 * called workflow uses, and each job has its own.
 */
export function callersFor(config: ConfigFile, pin: Pin): Readonly<Record<string, string>> {
  const caller = new Caller(config, pin);
  return {
    'backup.yml': caller.backup(),
    'report.yml': caller.report(),
    'restore-drill.yml': caller.drill(),
    'restore.yml': caller.restore(),
    'retention.yml': caller.retention(),
    'validate.yml': caller.validate(),
  };
}

class Caller {
  readonly #targets: readonly string[];
  readonly #variables: readonly string[];
  readonly #storageVariables: readonly string[];
  readonly #timezone: string | null;
  readonly #pin: Pin;

  constructor(config: ConfigFile, pin: Pin) {
    this.#targets = Object.keys(config.targets);
    this.#variables = names(config);
    this.#storageVariables = names(config.storage);
    this.#timezone =
      Object.values(config.targets).find((one) => one.timezone !== undefined)?.timezone ?? null;
    this.#pin = pin;
  }

  backup(): string {
    return `name: Back up
on:
  schedule:
    - cron: '17 * * * *' # each hour: backup.yml says what is due then, and what was missed
  workflow_dispatch:
    inputs:
${this.#targetChoice('One target, due or not, or all that are due', { optional: true })}
      keep-because:
        description: Why this snapshot is to stay, whatever policy forgets others
        type: string
permissions: {}
jobs:
  backup:
    permissions:
      contents: read # backup.yml
      id-token: write # the role in backup.yml
    uses: ${this.#workflow('backup.yml')}
    with:
      target: \${{ inputs.target != '${ALL_DUE}' && inputs.target || '' }}
      keep-because: \${{ inputs.keep-because }}
${this.#secrets(this.#variables)}`;
  }

  restore(): string {
    return `name: Restore
on:
  workflow_dispatch:
    inputs:
${this.#targetChoice('Which target')}
      snapshot:
        description: Its ID, the beginning of it, or latest; empty, only list what there is
        type: string
      destination:
        description: Folder on the host to restore below; / is the original place
        type: string
        default: /tmp/restored
      app:
        description: Put the whole application back as its profile says, in place of files to a folder
        type: boolean
      dry-run:
        description: Only say what would happen
        type: boolean
        default: true
permissions: {}
jobs:
  restore:
    permissions:
      contents: read # backup.yml
      id-token: write # the role in backup.yml
    uses: ${this.#workflow('restore.yml')}
    with:
      target: \${{ inputs.target }}
      snapshot: \${{ inputs.snapshot }}
      destination: \${{ inputs.destination }}
      app: \${{ inputs.app }}
      dry-run: \${{ inputs.dry-run }}
      environment: restore # its reviewers approve, with the dry run before them
${this.#secrets(this.#variables, OF_RESTORE)}`;
  }

  drill(): string {
    return `name: Restore drill
on:
  schedule:
    - cron: '23 5 * * *' # one target a day, of those that are due: each once a quarter
${this.#timezone === null ? '' : `      timezone: ${this.#timezone}\n`}  workflow_dispatch:
    inputs:
${this.#targetChoice('One target, due or not, or the one that is due for longest', { optional: true })}
      snapshot:
        description: Its ID, the beginning of it, or latest
        type: string
        default: latest
      check:
        description: 'A check of your own, such as “file: /PATH => TEXT IN IT”'
        type: string
permissions: {}
jobs:
  drill:
    permissions:
      contents: read # backup.yml
      id-token: write # the role in backup.yml
    uses: ${this.#workflow('restore-drill.yml')}
    with:
      target: \${{ inputs.target != '${ALL_DUE}' && inputs.target || '' }}
      snapshot: \${{ inputs.snapshot || 'latest' }}
      check: \${{ inputs.check }}
${this.#secrets(this.#storageVariables)}      HOLDFAST_SIGNING_KEY: \${{ secrets.DRILL_SIGNING_KEY }}
`;
  }

  retention(): string {
    return `name: Retention
on:
  schedule:
    - cron: '47 4 * * 0'
  workflow_dispatch:
    inputs:
      dry-run:
        description: Only show what would be kept and removed
        type: boolean
        default: true
permissions: {}
concurrency:
  group: retention
  cancel-in-progress: false
jobs:
  retention:
    permissions:
      contents: read # backup.yml
      id-token: write # the role below
    uses: ${this.#workflow('retention.yml')}
    with:
      dry-run: \${{ inputs.dry-run || false }}
      aws-role: arn:aws:iam::123456789012:role/holdfast-retention # no other may delete
      environment: retention # from which alone that role may be assumed
${this.#secrets(this.#storageVariables)}`;
  }

  report(): string {
    return `name: Report
on:
  schedule:
    - cron: '53 6 * * *'
  workflow_dispatch:
permissions: {}
jobs:
  report:
    permissions:
      contents: read # backup.yml
      id-token: write # the role in backup.yml
    uses: ${this.#workflow('report.yml')}
${this.#secrets(this.#storageVariables)}`;
  }

  validate(): string {
    return `name: Validate
on:
  pull_request: # never pull_request_target: strangers' pull requests get no secret
    paths:
      - backup.yml
      - .github/workflows/**
permissions: {}
jobs:
  validate:
    permissions:
      contents: read
    uses: ${this.#workflow('validate.yml')}
`;
  }

  #workflow(name: string): string {
    return `holdfast/holdfast/.github/workflows/${name}@${this.#pin.commit} # ${this.#pin.version}`;
  }

  #targetChoice(description: string, { optional = false } = {}): string {
    const options = [...(optional ? [ALL_DUE] : []), ...this.#targets];
    return `      target:
        description: ${description}
        type: choice
        options: [${options.join(', ')}]`;
  }

  /** One line once it is folded: of a secret of several lines GitHub would mask each, also a brace. */
  #secrets(variables: readonly string[], others: Readonly<Record<string, string>> = {}): string {
    const pairs = variables.map((name) => `"${name}": \${{ toJSON(secrets.${others[name] ?? name}) }}`);
    return `    secrets:
      HOLDFAST_ENV: >-
        {${pairs.join(',\n        ')}}
`;
  }
}

function names(value: unknown): string[] {
  return [...new Set(secretsOf(value).map(({ name }) => name))].sort();
}
