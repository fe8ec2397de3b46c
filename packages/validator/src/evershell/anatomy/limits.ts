const MIB = 1024 * 1024;

/** Specs/evershell 1.1 to 1.4. */
export const LIMITS = {
  contentBytes: 100 * MIB,
  fileBytes: 50 * MIB,
  entries: 10_000,
  levels: 16,
  segmentBytes: 255,
  pathBytes: 1_024,
  linkChain: 8,
  manifestBytes: 256 * 1024,
  behaviorBytes: 32 * 1024,
} as const;

export const MANIFEST = 'pack.yaml';
export const BEHAVIOR = 'behavior.md';

/** The directories that a pack may have, in the order of the documentation. */
export const DIRECTORIES = ['guides', 'scripts', 'data', 'templates'] as const;

/** All that may stand at the top of a pack. */
export const TOP_LEVEL: readonly string[] = [MANIFEST, BEHAVIOR, ...DIRECTORIES];
