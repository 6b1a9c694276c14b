import { HoldfastError } from '../errors.ts';

/** What a webhook's template can name. No name of a file is in it, but `reason` may hold one: it is told only where it is named. */
export const FIELDS = ['action', 'outcome', 'target', 'host', 'duration', 'run', 'reason'] as const;
export type NoticeFields = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Slack's shape, which others take, too. */
export const SLACK_TEMPLATE =
  '{"text":"{{action}} of {{target}} on {{host}}: {{outcome}} ({{duration}}). {{run}}"}';

const PLACEHOLDER = /\{\{\s*([\w-]*)\s*\}\}/g;

/** @throws HoldfastError bad-input for a field that there isn't, or what isn't JSON once it is filled in. */
export function checkTemplate(template: string, name: string): void {
  const unknown = [...template.matchAll(PLACEHOLDER)]
    .map(([, field = '']) => field)
    .find((field) => !isField(field));
  if (unknown !== undefined) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${name}: it names {{${unknown}}}, expected ${FIELDS.map((field) => `{{${field}}}`).join(', ')}.`,
    );
  }
  try {
    JSON.parse(fillIn(template, Object.fromEntries(FIELDS.map((field) => [field, 'x'])) as NoticeFields));
  } catch {
    // The parser's own message would show a part of it, which may be a key of the service's.
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${name}: it isn't JSON, expected such as ${SLACK_TEMPLATE}.`,
    );
  }
}

/** Each value stands in a JSON string, and can neither end it nor be a mention or a link to a chat. */
export function fillIn(template: string, fields: NoticeFields): string {
  return template.replace(PLACEHOLDER, (_, field: string) => (isField(field) ? inString(fields[field]) : ''));
}

function inString(value: string): string {
  const inert = value.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('@', '＠');
  return JSON.stringify(inert).slice(1, -1);
}

function isField(field: string): field is keyof NoticeFields {
  return FIELDS.some((one) => one === field);
}
