import { z } from '../schema.ts';
import { NAME } from '../section.ts';
import { APPLICATIONS } from './applications.ts';

/** Which application it is. */
export const applicationFields = {
  application: z
    .string('expected a name')
    .regex(NAME, 'expected an application’s name')
    .describe(
      `Which application it is, by its profile: ${APPLICATIONS.map(({ name }) => name).join(', ')}. Default: none: what is saved is said by \`paths\` and \`databases\` alone.`,
    )
    .optional(),
  options: z
    .record(z.string(), z.unknown(), 'expected a map')
    .describe('What the application’s profile is told: its page says which there are.')
    .optional(),
};
