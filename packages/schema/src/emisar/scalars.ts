import * as z from 'zod';

/** The one revision of both documents that runners read. */
export const SchemaVersion = z
  .literal(1)
  .describe('Revision of the document format: always the number 1. Runners refuse any other.');

/** Any whole number. `z.int()` stops at 2^53, where the loader takes 64-bit integers. */
export const WholeNumber = z.number().multipleOf(1, 'a whole number');

/** Text that has to be there: the loader treats `""` like a missing key. */
export const RequiredText = z.string().min(1);

/**
 * The duration grammar of configuration: Go durations, or whole days or weeks; empty means 0.
 * Whether the sum fits 64 bits of nanoseconds is a rule.
 */
export const ConfigDuration = z
  .string()
  .regex(
    /^(?:[0-9]+[dw]|[+-]?(?:0|(?:(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+))?$/,
    'numbers with a unit such as "30s", "1h30m" or "500ms", or whole days or weeks such as "7d" or "2w"',
  )
  .meta({ examples: ['30s', '5m', '1h30m', '7d'] });
