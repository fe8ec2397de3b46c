import type { Span } from '../../source/span.ts';
import type { YamlNode } from '../../source/yaml-node.ts';
import type { Path } from '../locator.ts';
import { pckRules } from '../pck-rules.ts';
import { type Shape, shapeAt } from '../shape.ts';
import { describeType, render } from '../wording.ts';
import { type FaultyDocument, nameOf, type Report, replacing, sourceOf } from './report.ts';

type Remedy = Pick<Report, 'hint' | 'fix'>;

/** A value of another type than its key takes. */
export function wrongType(document: FaultyDocument, path: Path, value: unknown, span: Span): Report {
  const name = nameOf(path);
  const node = document.locator.node(path);
  if (typeof value === 'number') {
    const message = `${name} is ${render(value, node)}, which is no finite number`;
    return { code: pckRules.range.code, span, message, hint: 'write a number' };
  }
  const shape: Shape = shapeAt(document.kind.shape, path) ?? { kind: 'any' };
  const expected = describeType(shape);
  return {
    code: pckRules.type.code,
    span: firstLineOf(document.text, node, span),
    message: `${name} is ${render(value, node)}, not ${expected.noun}`,
    ...(remedy(document, node, shape, span) ?? { hint: `write ${expected.advice}` }),
  };
}

/** What would make the value the type that is asked for, where the author's own text says it. */
function remedy(
  document: FaultyDocument,
  node: YamlNode | undefined,
  shape: Shape,
  span: Span,
): Remedy | undefined {
  const source = sourceOf(document, span);
  if (!node || source === '' || source.includes('\n')) return undefined;
  if (shape.kind === 'list') return asList(document, node, span, source);
  return shape.kind === 'text' ? asText(document, node, span, source) : undefined;
}

function asList(document: FaultyDocument, node: YamlNode, span: Span, source: string): Remedy | undefined {
  if (node.kind !== 'scalar' || (node.style === 'plain' && /[,[\]{}]/.test(source))) return undefined;
  const fix = replacing(document, span, `[${source}]`, 'make it a list');
  return { hint: `write a list: [${source}]`, fix };
}

function asText(document: FaultyDocument, node: YamlNode, span: Span, source: string): Remedy | undefined {
  if (node.kind === 'alias') return undefined;
  if (node.kind !== 'scalar' && !node.flow) return undefined;
  const quoted = JSON.stringify(source);
  // Braces in braces mean nothing in YAML, so they can only be a template.
  const isCertain = node.kind === 'scalar' || /^\{\{.*\}\}$/.test(source);
  const fix = isCertain ? { fix: replacing(document, span, quoted, 'put it in quotes') } : {};
  return { hint: `quote it: ${quoted}`, ...fix };
}

/** Of a block collection its first line, indentation included: the indentation makes it what it is. */
function firstLineOf(text: string, node: YamlNode | undefined, { start, end }: Span): Span {
  if (!node || node.kind === 'scalar' || node.kind === 'alias' || node.flow) return { start, end };
  const lineEnd = text.indexOf('\n', start);
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const indented = text.slice(lineStart, start).trim() === '';
  return { start: indented ? lineStart : start, end: lineEnd < 0 ? end : Math.min(end, lineEnd) };
}
