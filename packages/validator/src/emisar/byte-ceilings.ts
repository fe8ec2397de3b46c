import type { EmisarActionDocument } from '@packwright/schema/emisar';

/** One stream's ceiling and what a caller may choose; an absent or zero bound is the ceiling itself. */
export interface ByteCeiling {
  readonly key: 'max_stdout_bytes' | 'max_stderr_bytes';
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Whether both bounds are given and leave nothing between them. */
  readonly isCrossed: boolean;
}

export function byteCeilingsOf({ output }: EmisarActionDocument): ByteCeiling[] {
  return (['max_stdout_bytes', 'max_stderr_bytes'] as const).map((key) => {
    const value = output[key];
    const least = output[`${key}_min`] || value;
    const most = output[`${key}_max`] || value;
    return { key, value, least, most, isCrossed: least > most && least !== value && most !== value };
  });
}
