import * as z from 'zod';
import { RequiredText, WholeNumber } from './scalars.ts';

const redaction = {
  name: RequiredText.describe('Name of the rule. Of two rules with one name the second has no effect.'),
  replacement: z
    .string()
    .optional()
    .describe(
      'What stands in for a match. Default `[REDACTED]`. For type `regex`, `$1` puts back the first group.',
    ),
};

const EmisarRegexRedaction = z
  .strictObject({
    type: z.literal('regex').describe('What the rule looks for.'),
    pattern: RequiredText.describe('Regular expression in RE2 syntax; every match is masked.'),
    literal: z.string().optional().describe('Has no effect for type `regex`.').meta({ doNotSuggest: true }),
    ...redaction,
  })
  .meta({ title: 'Redaction by pattern', enumDescription: 'Masks every match of `pattern`.' });

const EmisarLiteralRedaction = z
  .strictObject({
    type: z.literal('literal').describe('What the rule looks for.'),
    literal: RequiredText.describe('Text that is masked wherever it stands.'),
    pattern: z.string().optional().describe('Has no effect for type `literal`.').meta({ doNotSuggest: true }),
    ...redaction,
  })
  .meta({ title: 'Redaction of a text', enumDescription: 'Masks every occurrence of `literal`.' });

/** One redaction rule; the loader tolerates the field of the other type. */
export const EmisarRedaction = z
  .discriminatedUnion('type', [EmisarRegexRedaction, EmisarLiteralRedaction])
  .meta({ title: 'Redaction' });
export type EmisarRedaction = z.infer<typeof EmisarRedaction>;

export const EmisarParser = z.enum(['', 'text', 'json']).meta({
  enumDescriptions: [
    'The same as `text`.',
    'The output is returned as it is.',
    'The output is read as JSON where it is JSON.',
  ],
});
export type EmisarParser = z.infer<typeof EmisarParser>;

export const EmisarOutput = z
  .strictObject({
    parser: EmisarParser.optional().describe('How standard output is read. Default `text`.'),
    parser_required: z
      .boolean()
      .optional()
      .describe('With `parser: json`, fail a run whose output is not JSON. Default `false`.'),
    schema: z
      .record(z.string(), z.unknown())
      .optional()
      .describe(
        'JSON Schema (2020-12) of the result, its root `type: object`; at most 8192 bytes as JSON, 16 levels and 512 values. Needs `parser: json` and `parser_required: true`.',
      ),
    max_stdout_bytes: WholeNumber.min(1)
      .describe('Most bytes kept of standard output; the rest is cut off. At least 1.')
      .meta({ examples: [65_536] }),
    max_stdout_bytes_min: WholeNumber.optional().describe(
      'Least ceiling for standard output a caller may ask for, in bytes. When left out or 0, `max_stdout_bytes`.',
    ),
    max_stdout_bytes_max: WholeNumber.optional().describe(
      'Greatest ceiling for standard output a caller may ask for, in bytes. When left out or 0, `max_stdout_bytes`.',
    ),
    max_stderr_bytes: WholeNumber.min(1)
      .describe('Most bytes kept of standard error; the rest is cut off. At least 1.')
      .meta({ examples: [8_192] }),
    max_stderr_bytes_min: WholeNumber.optional().describe(
      'Least ceiling for standard error a caller may ask for, in bytes. When left out or 0, `max_stderr_bytes`.',
    ),
    max_stderr_bytes_max: WholeNumber.optional().describe(
      'Greatest ceiling for standard error a caller may ask for, in bytes. When left out or 0, `max_stderr_bytes`.',
    ),
    redact: z
      .array(EmisarRedaction)
      .optional()
      .describe('What is masked in the output before anyone sees it.'),
  })
  .meta({ title: 'Output' });
export type EmisarOutput = z.infer<typeof EmisarOutput>;
