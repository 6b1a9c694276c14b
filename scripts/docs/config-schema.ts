import { fileSection } from '../../src/config/schema/file.ts';
import { z } from '../../src/schema.ts';

export interface JsonSchema {
  readonly description?: string;
  readonly type?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly items?: JsonSchema;
  readonly secret?: boolean;
}

const ID = 'https://raw.githubusercontent.com/holdfast/holdfast/main/docs/reference/backup.schema.json';

/** `backup.yml` as JSON Schema: what zod makes of the schemas that check it. */
export function configJsonSchema(): JsonSchema {
  const schema = z.toJSONSchema(fileSection, { target: 'draft-2020-12', io: 'input' });
  return { $schema: schema.$schema, $id: ID, ...schema } as JsonSchema;
}

export function configSchemaFile(): string {
  return `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
}
