/** Reads a runner's command file (outputs, state, environment): `name=value`, or `name<<DELIMITER` … `DELIMITER`. */
export function parse(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const heredoc = /^([^=]+?)<<(.+)$/.exec(line);
    const plain = /^([^=]+)=(.*)$/.exec(line);
    if (heredoc?.[1] !== undefined) {
      const end = lines.indexOf(heredoc[2] ?? '', i + 1);
      if (end < 0) throw new Error(`A value without its end: ${line}`);
      values[heredoc[1]] = lines.slice(i + 1, end).join('\n');
      i = end;
    } else if (plain?.[1] !== undefined) {
      values[plain[1]] = plain[2] ?? '';
    } else if (line !== '') {
      throw new Error(`Not a value: ${line}`);
    }
  }
  return values;
}
