import type { EmisarActionDocument } from '@packwright/schema/emisar';
import { foldedStart } from '@packwright/values';
import type { Path } from '../structure/locator.ts';

export interface ModelText {
  readonly name: string;
  readonly text: string;
  readonly path: Path;
  /** The limit in UTF-8 bytes after whitespace is folded. */
  readonly bytes: number;
}

/** The texts of an action that models read (specs/emisar 2.3), empty ones aside: those are missing. */
export function* modelTextsOf(action: EmisarActionDocument): Generator<ModelText> {
  const { title, summary, description, side_effects, search_terms, examples } = action;
  if (title !== '') yield { name: 'the title', text: title, path: ['title'], bytes: 160 };
  // A blank summary is no summary: one is derived.
  if (summary !== undefined && foldedStart(summary, 1) !== '') {
    yield { name: 'the summary', text: summary, path: ['summary'], bytes: 512 };
  }
  if (description !== '')
    yield { name: 'the description', text: description, path: ['description'], bytes: 4096 };
  for (const [index, text] of side_effects.entries()) {
    if (text !== '') yield { name: 'the side effect', text, path: ['side_effects', index], bytes: 1024 };
  }
  for (const [index, text] of (search_terms ?? []).entries()) {
    if (text !== '') yield { name: 'the search term', text, path: ['search_terms', index], bytes: 80 };
  }
  for (const [index, example] of (examples ?? []).entries()) {
    if (example.title === '') continue;
    yield { name: 'the example title', text: example.title, path: ['examples', index, 'title'], bytes: 160 };
  }
}
