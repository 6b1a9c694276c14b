import type { Path, Position, Severity } from '../finding.ts';
import type { ConfigFile } from '../schema/file.ts';
import type { Source } from '../source.ts';
import type { Target } from '../targets.ts';
import type { Workflow } from '../workflow.ts';

/** One thing that a configuration can be right in every word and still get wrong. Its page is docs/rules/NAME.md. */
export interface Rule {
  readonly name: string;
  readonly severity: Severity;
  /** What to do about it: a sentence or two. */
  readonly advice: string;
  check(context: RuleContext): Iterable<Fault>;
}

/** What a rule looks at. It asks nobody else, opens nothing and runs nothing. */
export interface RuleContext {
  readonly config: ConfigFile;
  readonly source: Source;
  readonly targets: readonly Target[];
  /** Those of the same checkout that use Holdfast. */
  readonly workflows: readonly Workflow[];
}

export interface Fault {
  readonly place: Place;
  /** As a Finding's. */
  readonly what: string;
  readonly target?: string;
  /** Before the rule's own advice. */
  readonly hint?: string;
}

export interface Place {
  readonly file: string;
  readonly at: Position;
}

/** Where the value at `path` stands. */
export function valueAt(source: Source, path: Path): Place {
  return { file: source.file, at: source.at(path) };
}

/** Where its key stands. */
export function keyAt(source: Source, path: Path): Place {
  return { file: source.file, at: source.keyAt(path) };
}
