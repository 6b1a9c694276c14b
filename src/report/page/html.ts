/** Text that is HTML already. Only `html` makes it, and the few places that write a constant of ours. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlValue = string | number | Markup | readonly (Markup | null)[] | null;

/** A template of HTML: whatever is put in is escaped, in text and in quoted attributes alike, unless it is Markup. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Markup {
  let text = parts[0] as string;
  for (const [i, value] of values.entries()) text += markupOf(value) + (parts[i + 1] as string);
  return new Markup(text);
}

function markupOf(value: HtmlValue): string {
  if (value === null) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map((one) => one?.text ?? '').join('');
  return escapeHtml(String(value));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Also what a browser would act on without its being markup: marks that turn the direction of text, and controls. */
export function escapeHtml(text: string): string {
  return text
    .replace(
      /[\p{Cc}\p{Cf}\p{Cs}]/gu,
      (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`,
    )
    .replace(/[&<>"']/g, (character) => ESCAPES[character] as string);
}
