import * as z from 'zod';
import { RequiredText } from './scalars.ts';
import { EmisarValidation } from './validation.ts';

export const EmisarArgType = z
  .enum(['string', 'integer', 'number', 'boolean', 'duration', 'path', 'string_array', 'integer_array'])
  .meta({
    enumDescriptions: [
      'Text, at most 32768 bytes unless `max_length` says otherwise.',
      'A whole number of at most 64 bits, also sent as text in base 10.',
      'Any finite number.',
      'True or false.',
      'A Go duration such as `90s` or `1h30m`; not days or weeks.',
      'A path on the host, with `.`, `..` and doubled slashes resolved as text. Give it path rules, or any path passes.',
      'A list of texts; in argv each becomes an element of its own.',
      'A list of whole numbers; in argv each becomes an element of its own.',
    ],
  });
export type EmisarArgType = z.infer<typeof EmisarArgType>;

export const EmisarArg = z
  .strictObject({
    name: RequiredText.describe(
      'Name of the argument, unique in the action. Templates reach only letters, digits and `_`, not starting with a digit.',
    ),
    type: EmisarArgType.describe('Type of the values a caller may send.'),
    required: z
      .boolean()
      .optional()
      .describe('Whether every call has to send it. Default `false`. Not together with `default`.'),
    sensitive: z
      .boolean()
      .optional()
      .describe('Mask the value in output, journal and results. Default `false`.'),
    default: z
      .unknown()
      .optional()
      .describe(
        'Value when a call leaves it out. Has to pass the type and the validation; `null` means none.',
      ),
    description: z.string().optional().describe('What the argument means, for people and models.'),
    validation: EmisarValidation.optional().describe('Constraints on the value.'),
  })
  .meta({ title: 'Argument' });
export type EmisarArg = z.infer<typeof EmisarArg>;
