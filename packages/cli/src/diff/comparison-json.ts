import type { Change, Comparison, Location, OpenedPack } from '@packwright/validator';
import type { ChangedPath } from './changed-files.ts';
import { adviseOn } from './version-advice.ts';

/** What `diff --output json` prints, as `schemas/diff-output.schema.json` describes it. */
export function comparisonJson(
  compared: Comparison & { readonly ok: true },
  files: readonly ChangedPath[],
): object {
  const { before, after, changes, bump } = compared;
  return {
    format: after.format,
    id: after.id,
    before: { version: before.version, digest: before.digest },
    after: { version: after.version, digest: after.digest },
    version: adviseOn(before.version, after.version, bump),
    changes: changes.map((change) => changeJson(change, compared)),
    files: files.map(({ path, what }) => ({ path, what })),
  };
}

function changeJson({ subject, meaning, message, before, after }: Change, compared: Comparison): object {
  return {
    subject,
    meaning,
    message,
    before: before && placeJson(before, compared.before),
    after: after && placeJson(after, compared.after),
  };
}

function placeJson({ file, span }: Location, { sources }: OpenedPack): object {
  const position = sources.get(file)?.position(span.start);
  return { file, line: position?.line ?? null, column: position?.column ?? null };
}
