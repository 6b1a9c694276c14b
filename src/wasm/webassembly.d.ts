// The part of the standard's JavaScript interface that is used here. TypeScript ships it only with all of the DOM.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: unknown;
  }
  interface Memory {
    readonly buffer: ArrayBuffer;
    /** `buffer` is another one then. */
    grow(pages: number): number;
  }
  const Memory: {
    /** Sizes are in pages of 64 KiB. */
    new (size: { initial: number; maximum: number; shared: true }): { readonly buffer: SharedArrayBuffer };
  };
  /** An exported constant of type i32. */
  interface Global {
    readonly value: number;
  }
}
