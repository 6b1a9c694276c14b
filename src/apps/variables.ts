/** Assignments of a shell's or a unit's, with or without quotes: `export A="b c"`, `Environment="A=b c"`. */
export function variablesIn(text: string): Map<string, string> {
  const plainLines = text.replace(/^[ \t]*Environment="([A-Za-z_]\w*)=([^"\n]*)"/gm, '$1="$2"');
  const assignment =
    /^[ \t]*(?:export[ \t]+|Environment=)?([A-Za-z_][A-Za-z0-9_]*)=(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"';#]*))/gm;
  const found = new Map<string, string>();
  for (const [, name = '', double, single, plain] of plainLines.matchAll(assignment))
    found.set(name, double ?? single ?? plain ?? '');
  return found;
}
