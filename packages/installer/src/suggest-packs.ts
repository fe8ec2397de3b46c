import * as z from '@packwright/schema/zod';

const Detection = z.looseObject({
  binaries: z.array(z.string()).optional(),
  processes: z.array(z.string()).optional(),
});

/** What a registry publishes for suggestions (specs/emisar 5.3), as far as it is read. */
export const SuggestIndex = z.looseObject({
  packs: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      os: z.array(z.string()).optional(),
      detect: Detection.optional(),
    }),
  ),
});
export type SuggestIndex = z.infer<typeof SuggestIndex>;

/** What is known of a host. */
export interface HostSigns {
  /** The operating system by its Go name. */
  readonly os: string;
  hasBinary(name: string): boolean;
  /** Names of running processes. */
  readonly processes: ReadonlySet<string>;
}

/** A pack that fits a host, and the signs that say so. */
export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly because: readonly string[];
}

/** The packs of which a program or a process is found on the host, without those that are installed; by id. */
export function suggestPacks(
  index: SuggestIndex,
  host: HostSigns,
  installed: ReadonlySet<string>,
): readonly Suggestion[] {
  return index.packs
    .filter(({ id, os = [] }) => !installed.has(id) && (os.length === 0 || os.includes(host.os)))
    .map(({ id, name, detect }) => ({
      id,
      name,
      because: [
        ...(detect?.binaries ?? []).filter((each) => host.hasBinary(each)).map((each) => `program ${each}`),
        ...(detect?.processes ?? [])
          .filter((each) => host.processes.has(each))
          .map((each) => `process ${each}`),
      ],
    }))
    .filter(({ because }) => because.length > 0)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
