/** Kept equal to package.json's by test/version.test.ts: a bundle can't read that file. */
export const VERSION = '0.1.0';

/** How we name ourselves in snapshots and at the terminal. */
export const PROGRAM_VERSION = `holdfast ${VERSION}`;
