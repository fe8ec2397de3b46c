import { formOf } from '@packwright/schema/form';
import type { Span } from '../../source/span.ts';
import type { YamlNode } from '../../source/yaml-node.ts';
import type { Path } from '../locator.ts';
import { pckRules } from '../pck-rules.ts';
import { type Shape, shapeAt, shapeOf } from '../shape.ts';
import { describeType, render } from '../wording.ts';
import { type FaultyDocument, nameOf, type Report, replacing, sourceOf } from './report.ts';
import { branchesOf, schemasAt } from './schema-walk.ts';

type Remedy = Pick<Report, 'hint' | 'fix'>;

/** A value of another type than its key takes. */
export function wrongType(document: FaultyDocument, path: Path, value: unknown, span: Span): Report {
  const name = nameOf(path);
  const node = document.locator.node(path);
  const shapes = shapesAt(document, path);
  const [shape = ANY] = shapes;
  if (typeof value === 'number' && !Number.isFinite(value) && shape.kind !== 'text') {
    const message = `${name} is ${render(value, node)}, which is no finite number`;
    return { code: pckRules.range.code, span, message, hint: 'write a number' };
  }
  const expected = shapes.map(describeType);
  const nouns = [...new Set(expected.map(({ noun }) => noun))].join(' or ');
  const { code } = pckRules.type;
  if (value === null) {
    const hint = `write ${nouns}, or remove the key`;
    return { code, span, message: `${name} is empty, not ${nouns}`, hint };
  }
  const advice = expected.length === 1 ? expected[0]?.advice : nouns;
  return {
    code,
    span: firstLineOf(document.text, node, span),
    message: `${name} is ${render(value, node)}, not ${nouns}`,
    ...((expected.length === 1 && remedy(document, node, shape, span)) || { hint: `write ${advice}` }),
  };
}

const ANY: Shape = { kind: 'any' };

/** What may stand at a path: several shapes where the document takes several types. */
function shapesAt(document: FaultyDocument, path: Path): readonly Shape[] {
  const shape = shapeAt(document.kind.shape, path) ?? ANY;
  if (shape.kind !== 'any') return [shape];
  const found = schemasAt(document.kind.schema, document.value, path)
    .flatMap((schema) => branchesOf(schema, undefined))
    .filter((schema) => schema._zod.def.type !== 'null')
    .map((schema) => shapeOf(formOf(schema)));
  return found.length > 0 ? found : [ANY];
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
  if (shape.kind === 'integer' || shape.kind === 'number') return asNumber(document, node, span);
  return shape.kind === 'text' ? asText(document, node, span, source) : undefined;
}

function asNumber(document: FaultyDocument, node: YamlNode, span: Span): Remedy | undefined {
  const isQuoted = node.kind === 'scalar' && (node.style === 'single' || node.style === 'double');
  if (!isQuoted || node.tag !== undefined || !/^-?(?:0|[1-9][0-9]*)$/.test(node.value)) return undefined;
  const fix = replacing(document, span, node.value, 'remove the quotes');
  return { hint: `write it without quotes: ${node.value}`, fix };
}

function asList(document: FaultyDocument, node: YamlNode, span: Span, source: string): Remedy | undefined {
  if (node.kind !== 'scalar' || node.tag !== undefined || (node.style === 'plain' && /[,[\]{}]/.test(source)))
    return undefined;
  const fix = replacing(document, span, `[${source}]`, 'make it a list');
  return { hint: `write a list: [${source}]`, fix };
}

function asText(document: FaultyDocument, node: YamlNode, span: Span, source: string): Remedy | undefined {
  if (node.kind === 'alias' || node.tag !== undefined) return undefined;
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
