import type { EmisarActionDocument } from '@packwright/schema/emisar';

/** One stream's ceiling and what a caller may choose; an absent or zero bound is the ceiling itself. */
export interface ByteCeiling {
  readonly key: 'max_stdout_bytes' | 'max_stderr_bytes';
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

export function byteCeilingsOf({ output }: EmisarActionDocument): ByteCeiling[] {
  return (['max_stdout_bytes', 'max_stderr_bytes'] as const).map((key) => ({
    key,
    value: output[key],
    least: output[`${key}_min`] || output[key],
    most: output[`${key}_max`] || output[key],
  }));
}
