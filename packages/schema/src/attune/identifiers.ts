import * as z from 'zod';

const segmentWords = 'a-z, 0-9, "_" and "-", starting with a letter';

/** One segment; a dot would make it a component's. */
export const AttunePackRef = z.string().regex(/^[a-z][a-z0-9_-]*$/, segmentWords);

/** Exactly two segments: the pack and the name. */
export const AttuneComponentRef = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_-]*$/,
    `the pack and a name with a dot between, each of ${segmentWords}`,
  );

/** A component of some pack, or a bare name for one of the own pack. */
export const AttuneShortRef = z
  .string()
  .regex(
    /^[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)?$/,
    `a name, or the pack and a name with a dot between, each of ${segmentWords}`,
  );

/** Any number of segments, of which only the first has to start with a letter. */
export const AttuneQueueRef = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*$/, 'dot-separated segments of a-z, 0-9, "_" and "-"');

/** A name in the store of caches. */
export const AttuneCacheNamespace = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9._-]{0,127}$/,
    '1 to 128 of a-z, 0-9, ".", "_" and "-", starting with a letter or a digit',
  );

/** Semantic Versioning 2.0: all three numbers, none with a leading zero. */
export const AttuneVersion = z
  .string()
  .regex(
    /^(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:-(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/,
    'three numbers with dots between, such as "1.4.0"',
  );
