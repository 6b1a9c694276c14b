/** A fault that is put into the code by hand, to see that the tests find it. */
export interface Mutant {
  readonly name: string;
  /** What would be wrong, had somebody made this change. */
  readonly fault: string;
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  /** What must be made again from the file. */
  readonly rebuild?: 'wasm';
  /** Test files of which one must fail. */
  readonly tests: readonly string[];
}
