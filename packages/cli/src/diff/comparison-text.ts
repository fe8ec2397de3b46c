import type { Change, Comparison, Meaning } from '@packwright/validator';
import { visible } from '@packwright/validator/render';
import { shownPatch } from '../fix/show-diff.ts';
import type { Style } from '../style.ts';
import type { ChangedPath } from './changed-files.ts';
import { adviceText, adviseOn } from './version-advice.ts';

const HEADINGS: readonly (readonly [Meaning, string, Parameters<Style>[0]])[] = [
  ['wider', 'Wider: possible now, and not before', 'red'],
  ['unknown', 'Unknown: it cannot be told, so take it for wider', 'yellow'],
  ['narrower', 'Narrower: no longer possible', 'green'],
  ['equal', 'Equal: nothing more or less is possible', 'dim'],
];

type Compared = Comparison & { readonly ok: true };

/** What differs: by meaning, the widest first, then file by file. */
export function comparisonText(compared: Compared, files: readonly ChangedPath[], style: Style): string {
  const { before, after, changes, bump } = compared;
  const advice = adviceText(before.version, after.version, adviseOn(before.version, after.version, bump));
  return [
    `${style('bold', visible(after.id ?? ''))} ${visible(before.version ?? '')} → ${visible(after.version ?? '')}: ${visible(advice)}\n`,
    ...HEADINGS.flatMap((heading) => section(changes, heading, compared, style)),
    ...(files.length === 0 ? [] : [fileSection(files, style)]),
  ].join('\n');
}

function section(
  changes: readonly Change[],
  [meaning, title, look]: (typeof HEADINGS)[number],
  compared: Compared,
  style: Style,
): string[] {
  const own = changes.filter((change) => change.meaning === meaning);
  if (own.length === 0) return [];
  const lines = own.map(
    (change) => `  ${subjectOf(change)}${visible(change.message)}${style('dim', placeOf(change, compared))}`,
  );
  return [`${style(look, title)}\n${lines.join('\n')}\n`];
}

const subjectOf = ({ subject }: Change): string =>
  subject.length === 0 ? '' : `${subject.map(visible).join(', ')}: `;

/** Where it stands in the new version, or else in the old one. */
function placeOf({ before, after }: Change, compared: Compared): string {
  const place = after ?? before;
  if (!place) return '';
  const source = (after ? compared.after : compared.before).sources.get(place.file);
  const line = source ? `:${source.position(place.span.start).line}` : '';
  return `  ${visible(place.file)}${line}${after ? '' : ', before'}`;
}

function fileSection(files: readonly ChangedPath[], style: Style): string {
  const shown = files.map(({ path, what, patch }) => {
    const line = `  ${what}  ${visible(path)}`;
    return patch === null
      ? `${line}  (not text, or too large to be shown)`
      : `${line}\n${shownPatch(patch, style)}`;
  });
  return `${style('bold', 'Files')}\n${shown.join('\n')}`;
}
