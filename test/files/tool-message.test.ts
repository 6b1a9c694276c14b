import { describe, expect, it } from 'vitest';
import type { ByteString } from '../../src/bytestring.ts';
import { parseToolMessage } from '../../src/files/tool-message.ts';

describe('a message about a path', () => {
  it.each([
    ['find', "find: '/a': Permission denied", '/a', 'Permission denied'],
    [
      'find',
      "find: '/a\\n\\tb\\377\\'\\\\': No such file or directory",
      "/a\n\tb\xff'\\",
      'No such file or directory',
    ],
    [
      'find',
      "find: '/a\\': Permission denied': Not a directory",
      "/a': Permission denied",
      'Not a directory',
    ],
    ['tar', 'tar: "./a\\"b": Cannot open: Permission denied', './a"b', 'Cannot open: Permission denied'],
    [
      'tar',
      'tar: "./\\303\\251\\0012": file changed as we read it',
      './\xc3\xa9\x012',
      'file changed as we read it',
    ],
    [
      'find',
      "find: File system loop detected; '/a' is part of the same file system loop as '/'.",
      '/a',
      "File system loop detected; '/a' is part of the same file system loop as '/'.",
    ],
  ] as const)('of %s: %s', (tool, line, path, reason) => {
    expect(parseToolMessage(line as ByteString, tool)).toEqual({ path, reason });
  });

  it.each([
    ['find', 'find: cannot fork: Cannot allocate memory'],
    ['find', 'bash: warning: something'],
    ['find', "find: 'no end"],
    ['tar', 'tar: Exiting with failure status due to previous errors'],
    ['tar', "find: '/a': Permission denied"],
  ] as const)('is not what %s says with: %s', (tool, line) => {
    expect(parseToolMessage(line as ByteString, tool)).toBeNull();
  });
});
