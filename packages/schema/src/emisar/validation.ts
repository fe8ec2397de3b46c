import * as z from 'zod';
import { ConfigDuration, WholeNumber } from './scalars.ts';

const Candidates = z.array(z.unknown());
const Paths = z.array(z.string());

/**
 * Constraints on one argument, all keywords in one object: the loader takes any of them empty beside any type.
 * Which keyword fits which type is a rule.
 */
export const EmisarValidation = z
  .strictObject({
    enum: Candidates.optional().describe(
      'The values a caller may send, each of the type of the argument. Not for `duration`, not together with `allowed`. An empty list allows everything.',
    ),
    allowed: Candidates.optional().describe(
      'Like `enum`, but a refused value is reported as not allowed. Not together with `enum`.',
    ),
    pattern: z
      .string()
      .optional()
      .describe(
        'Regular expression in RE2 syntax for `string` and `path`: no lookaround, no backreference, repeats up to 1000. It may match anywhere, so anchor it with `^` and `$`.',
      )
      .meta({ examples: ['^[a-z][a-z0-9_-]{0,62}$'] }),
    min: z
      .number()
      .optional()
      .describe('Least value of an `integer`, a `number` or each item of an `integer_array`.'),
    max: z
      .number()
      .optional()
      .describe(
        'Greatest value of an `integer`, a `number` or each item of an `integer_array`. Not below `min`.',
      ),
    max_length: WholeNumber.min(1)
      .optional()
      .describe(
        'Most UTF-8 bytes of a `string` or `path`, or of each item of a `string_array`. At least 1; 32768 when left out.',
      ),
    max_items: WholeNumber.min(0)
      .optional()
      .describe('Most items of an array argument. 0 means it has to be empty; 256 when left out.'),
    min_duration: ConfigDuration.optional().describe('Shortest `duration`, such as `1s`. May be negative.'),
    max_duration: ConfigDuration.optional().describe(
      'Longest `duration`, such as `1h` or `7d`. Not below `min_duration`.',
    ),
    allowed_paths: Paths.optional().describe(
      'The only paths a caller may name, each exactly as listed. For `string`, `path` and `string_array`.',
    ),
    denied_paths: Paths.optional().describe(
      'Paths a caller may not name, each exactly as listed; what is below them passes. For `string`, `path` and `string_array`.',
    ),
    allowed_prefixes: Paths.optional().describe(
      'Directories in or below which a path has to lie. For `string`, `path` and `string_array`.',
    ),
    denied_prefixes: Paths.optional().describe(
      'Directories in or below which a path may not lie. For `string`, `path` and `string_array`.',
    ),
  })
  .meta({ title: 'Validation' });
export type EmisarValidation = z.infer<typeof EmisarValidation>;
