import * as z from 'zod';

/** Text with something in it: the checker takes blanks alone for nothing. */
export const WrittenText = z
  .string()
  .min(1)
  .regex(/[^ \t\r\n]/, 'text that is not blank');

/** Any whole number. `z.int()` stops at 2^53, where the loader takes 64-bit integers. */
export const Whole = z.number().multipleOf(1, 'a whole number');

/** A whole number that fits 32 bits with a sign. */
export const Int32 = Whole.min(-2147483648).max(2147483647);

/** A whole number from 0 that fits 32 bits. */
export const Uint32 = Whole.min(0).max(4294967295);

/** Anything at all under text keys. */
export const FreeMap = z.record(z.string(), z.unknown());

/** 1 to `most` characters, counted as code points as the loader does. */
export const boundedText = (most: number) =>
  z
    .string()
    .min(1)
    .regex(new RegExp(`^[\\s\\S]{1,${most}}$`, 'u'), `1 to ${most} characters`);
