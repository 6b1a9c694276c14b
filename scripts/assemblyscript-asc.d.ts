// The part of AssemblyScript's compiler that build-wasm.ts uses. Its own declarations bring globals with them
// (`console`, `u32` …) that would stand in for Node's in every file.
export interface AscResult {
  readonly error: Error | null;
  readonly stderr: { toString(): string };
}

export interface AscOptions {
  readFile?(name: string, baseFolder: string): string | null | Promise<string | null>;
  writeFile?(name: string, contents: string | Uint8Array, baseFolder: string): void | Promise<void>;
  listFiles?(folder: string, baseFolder: string): string[] | null | Promise<string[] | null>;
}

declare const asc: {
  main(args: readonly string[], options?: AscOptions): Promise<AscResult>;
};
export default asc;
