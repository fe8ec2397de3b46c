import type { EmisarActionDocument } from '@packwright/schema/emisar';
import type { Diagnostic, Fix, RelatedLocation } from '../diagnostics/diagnostic.ts';
import type { Span } from '../source/span.ts';
import { keySpanAt, type LocatedDocument, spanAt } from '../structure/document.ts';
import type { Path } from '../structure/locator.ts';
import type { RuleInfo } from '../structure/rule-info.ts';
import type { EmisarPackFiles } from './pack.ts';

/** What a rule found, at a place in one of the pack's files. */
export interface Finding {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
  readonly hint?: string;
  readonly related?: readonly RelatedLocation[];
  readonly fix?: Fix;
}

type Words = Pick<Finding, 'message' | 'hint' | 'related' | 'fix'>;

/** One check over a whole pack. It yields nothing for a pack without the problem. */
export interface EmisarRule extends RuleInfo {
  check(pack: EmisarPackFiles): Iterable<Finding>;
}

/** A finding at the value of a path. */
export function atValue(document: LocatedDocument<unknown>, path: Path, words: Words): Finding {
  return { file: document.file, span: plain(spanAt(document, path)), ...words };
}

/** A finding at the key of a path; in a list, at the item. */
export function atKey(document: LocatedDocument<unknown>, path: Path, words: Words): Finding {
  return { file: document.file, span: plain(keySpanAt(document, path)), ...words };
}

/** A place in a document, to be shown beside a finding. */
export function related(document: LocatedDocument<unknown>, path: Path, message: string): RelatedLocation {
  return { file: document.file, span: plain(spanAt(document, path)), message };
}

/** An edit of the value at a path. */
export function replaceValue(
  document: LocatedDocument<unknown>,
  path: Path,
  newText: string,
  title: string,
): Fix {
  return { title, edits: [{ file: document.file, span: plain(spanAt(document, path)), newText }] };
}

export function toDiagnostic(rule: RuleInfo, finding: Finding): Diagnostic {
  return { code: rule.code, severity: rule.severity, ...finding };
}

/** The command line templates of an action, and where they stand. */
export function argvOf(action: EmisarActionDocument): {
  readonly argv: readonly string[];
  readonly path: Path;
} {
  return action.kind === 'exec'
    ? { argv: action.execution.command.argv ?? [], path: ['execution', 'command', 'argv'] }
    : { argv: action.execution.argv ?? [], path: ['execution', 'argv'] };
}

const plain = ({ start, end }: Span): Span => ({ start, end });
