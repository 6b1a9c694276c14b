import { variablesNamedIn as names, SIGNING_KEY } from './needed-secrets.ts';
import type { ConfigFile } from './schema/file.ts';

/** What is pinned, as a workflow of ours names it: `0123…@ # v1.2.3`. */
export interface Pin {
  /** The full SHA; a tag where nobody knows it. */
  readonly commit: string;
  readonly version: string;
}

export interface CallerChoices {
  /** Labels of the runner, as JSON; undefined: GitHub's own. */
  readonly runsOn?: string | undefined;
  /** ARN of the role that may delete. */
  readonly retentionRole?: string | undefined;
}

/** A choice that is no target: their names have no spaces. */
const ALL_DUE = 'all due';

/** An archive is of whoever may write to the store, until somebody says that it is theirs. */
const TRUST_INPUT = `      trust-archive:
        description: 'With app, of a target that is archived: the SHA-256 of the archive, as the run that made it said'
        type: string
`;
const TRUST_HANDED_ON = `      trust-archive: \${{ inputs.trust-archive }}
`;

/** The makers' own. Without one a database can't be drilled; of what a snapshot has no dump of, none is asked for. */
const DRILL_IMAGES = `      image: | # what dumps are restored into: each server’s own version
        postgresql=postgres:{version}
        mariadb=mariadb:{version}
        mysql=mysql:{version}
        redis=redis:{version}
        dolt=dolthub/dolt:{version}
`;

/** A file for `.github/workflows`, by its name. */
export type Callers = Readonly<Record<string, string>>;

/**
 * The workflows that call ours for a configuration: what stands in `.github/workflows` beside it. Every permission is one that the
 * called workflow uses, and each job has its own.
 */
export function callersFor(config: ConfigFile, pin: Pin, choices: CallerChoices = {}): Callers {
  const caller = new Caller(config, pin, choices);
  return {
    'audit.yml': caller.audit(),
    'backup.yml': caller.backup(),
    'report.yml': caller.report(),
    'restore-drill.yml': caller.drill(),
    'restore.yml': caller.restore(),
    ...(config.retention === undefined ? {} : { 'retention.yml': caller.retention() }),
    'validate.yml': caller.validate(),
  };
}

class Caller {
  readonly #config: ConfigFile;
  readonly #pin: Pin;
  readonly #choices: CallerChoices;

  constructor(config: ConfigFile, pin: Pin, choices: CallerChoices) {
    this.#config = config;
    this.#pin = pin;
    this.#choices = choices;
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
${this.#permissions()}
    uses: ${this.#workflow('backup.yml')}
    with:
      target: \${{ inputs.target != '${ALL_DUE}' && inputs.target || '' }}
      keep-because: \${{ inputs.keep-because }}
${this.#runsOn()}${this.#secrets(names(this.#config))}`;
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
${this.#hasArchives() ? TRUST_INPUT : ''}      dry-run:
        description: Only say what would happen
        type: boolean
        default: true
permissions: {}
jobs:
  restore:
${this.#permissions()}
    uses: ${this.#workflow('restore.yml')}
    with:
      target: \${{ inputs.target }}
      snapshot: \${{ inputs.snapshot }}
      destination: \${{ inputs.destination }}
      app: \${{ inputs.app }}
${this.#hasArchives() ? TRUST_HANDED_ON : ''}      dry-run: \${{ inputs.dry-run }}
      environment: restore # its reviewers approve, with the dry run before them; its own HOLDFAST_ENV goes before this one
${this.#runsOn()}${this.#secrets(names(this.#config))}`;
  }

  drill(): string {
    return `name: Restore drill
on:
  schedule:
    - cron: '23 5 * * *' # one target a day, of those that are due
${this.#timezone()}  workflow_dispatch:
    inputs:
${this.#targetChoice('One target, due or not, or the one that is due for longest', { optional: true })}
      snapshot:
        description: Its ID, the beginning of it, or latest
        type: string
        default: latest
      check:
        description: 'A file that must be there: “file: /PATH => TEXT IN IT”'
        type: string
permissions: {}
jobs:
  drill:
${this.#permissions('issues: write # one for each target whose last drill failed')}
    uses: ${this.#workflow('restore-drill.yml')}
    with:
      target: \${{ inputs.target != '${ALL_DUE}' && inputs.target || '' }}
      snapshot: \${{ inputs.snapshot || 'latest' }}
      safe-check: \${{ inputs.check }} # never as check, which may be a command
${this.#mayHaveDumps() ? DRILL_IMAGES : ''}${this.#runsOn()}${this.#secrets(names(this.#config.storage))}      HOLDFAST_SIGNING_KEY: \${{ secrets.${SIGNING_KEY} }}
`;
  }

  /** Of which databases, only the host knows: profiles find theirs there. */
  #mayHaveDumps(): boolean {
    const { defaults, targets } = this.#config;
    return [defaults, ...Object.values(targets)].some(
      (one) => one?.application !== undefined || (one?.databases?.length ?? 0) > 0,
    );
  }

  /** Of the backups, or of the first that has one; without it GitHub's own, UTC. */
  #timezone(): string {
    const { defaults, targets } = this.#config;
    const [zone] = [defaults, ...Object.values(targets)].flatMap((one) => one?.timezone ?? []);
    return zone === undefined ? '' : `      timezone: '${zone}'\n`;
  }

  retention(): string {
    const role = this.#choices.retentionRole;
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
${this.#permissions()}
    uses: ${this.#workflow('retention.yml')}
    with:
      dry-run: \${{ inputs.dry-run || false }}
${role === undefined ? '' : `      aws-role: ${role} # no other may delete\n`}      environment: retention # its own HOLDFAST_ENV, with the key that may delete, goes before this one
${this.#runsOn()}${this.#secrets(names(this.#config.storage))}`;
  }

  audit(): string {
    return `name: Audit
on:
  schedule:
    - cron: '43 6 * * *'
  workflow_dispatch:
permissions: {}
jobs:
  audit:
${this.#permissions('actions: read # what became of scheduled runs')}
    uses: ${this.#workflow('audit.yml')}
${this.#runsOnAlone()}${this.#secrets(this.#read())}`;
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
${this.#permissions()}
    uses: ${this.#workflow('report.yml')}
${this.#runsOnAlone()}${this.#secrets(this.#read())}`;
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
      contents: read # backup.yml and workflows
      pull-requests: write # the comment; a fork's pull request gets no such right
    uses: ${this.#workflow('validate.yml')}
`;
  }

  #hasArchives(): boolean {
    return Object.values(this.#config.storage).some(({ archives }) => archives !== undefined);
  }

  /** What storages are read by, and whom it tells. */
  #read(): string[] {
    const { storage, defaults, targets } = this.#config;
    return names([storage, [defaults, ...Object.values(targets)].map((one) => one?.notifications)]);
  }

  /** Who assumes no role asks for no token of its identity. */
  #permissions(...more: string[]): string {
    const hasRole =
      this.#choices.retentionRole !== undefined ||
      Object.values(this.#config.storage).some((storage) => storage['aws-role'] !== undefined);
    const lines = [
      'contents: read # backup.yml',
      ...(hasRole ? ['id-token: write # the role in backup.yml'] : []),
      ...more,
    ];
    return ['    permissions:', ...lines.map((line) => `      ${line}`)].join('\n');
  }

  #workflow(name: string): string {
    return `holdfast/holdfast/.github/workflows/${name}@${this.#pin.commit} # ${this.#pin.version}`;
  }

  #runsOn(): string {
    return this.#choices.runsOn === undefined ? '' : `      runs-on: '${this.#choices.runsOn}'\n`;
  }

  #runsOnAlone(): string {
    return this.#choices.runsOn === undefined ? '' : `    with:\n${this.#runsOn()}`;
  }

  #targetChoice(description: string, { optional = false } = {}): string {
    const options = [...(optional ? [ALL_DUE] : []), ...Object.keys(this.#config.targets)].map(inYaml);
    return `      target:
        description: ${description}
        type: choice
        options: [${options.join(', ')}]`;
  }

  /** One line once it is folded: of a secret of several lines GitHub would mask each, also a brace. */
  #secrets(variables: readonly string[]): string {
    const pairs = variables.map((name) => `"${name}": \${{ toJSON(secrets.${name}) }}`);
    return `    secrets:
      HOLDFAST_ENV: >-
        {${pairs.join(',\n        ')}}
`;
  }
}

/** A name that YAML might take for something else stands in quotes; none holds one. */
function inYaml(name: string): string {
  const isPlain = /^[a-z][a-z0-9_ -]*$/i.test(name) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(name);
  return isPlain ? name : `'${name}'`;
}
