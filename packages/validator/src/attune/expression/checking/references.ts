import type { Span } from '../../../source/span.ts';
import { ExpressionError } from '../expression-error.ts';
import { type ChainNode, chainOf, type ExpressionNode } from '../syntax/node.ts';
import { parseExpression } from '../syntax/parse-expression.ts';
import { parseRuleTemplate } from '../templates/rule-template.ts';
import { readWorkflowTemplate } from '../templates/workflow-template.ts';

/** A value that an expression reads. */
export interface ExpressionReference {
  /** The name it begins with, as written; of a function beside the built-in ones with its brackets: `result()`. */
  readonly root: string;
  /** What follows it, as far as it is written out. */
  readonly steps: readonly (string | number)[];
  /** Whether a computed step follows, so that it may be any value under these steps. */
  readonly isOpen: boolean;
  readonly at: Span;
  /** Whether the text is this value and nothing else. */
  readonly isWhole: boolean;
}

const ANSWERS: ReadonlySet<string> = new Set(['result', 'succeeded', 'failed', 'timed_out']);

/** Every value that an expression reads, also to compute further ones. */
export function referencesOf(node: ExpressionNode): readonly ExpressionReference[] {
  const found: ExpressionReference[] = [];
  collect(node, found, node);
  return found;
}

/** Every value that a text of a workflow reads; expressions that cannot be read are left out. */
export function workflowReferences(text: string): readonly ExpressionReference[] {
  const { parts, isWhole } = readWorkflowTemplate(text);
  return parts.flatMap((part) => {
    const node = part.kind === 'expression' ? parsed(text, part.inner) : undefined;
    const references = node ? referencesOf(node) : [];
    return isWhole ? references : references.map((one) => ({ ...one, isWhole: false }));
  });
}

/** Every value that a text of a rule reads. */
export function ruleReferences(text: string): readonly ExpressionReference[] {
  const { parts, isWhole } = parseRuleTemplate(text);
  return parts.flatMap((part) => {
    if (part.kind === 'text') return [];
    const [root = '', ...steps] = part.path.segments.map(({ name }) => name);
    return [{ root, steps, isOpen: false, at: part.path.at, isWhole }];
  });
}

function parsed(text: string, range: Span): ExpressionNode | undefined {
  try {
    return parseExpression(text, range);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}

function collect(node: ExpressionNode, found: ExpressionReference[], whole: ExpressionNode): void {
  const { base, links } = chainOf(node);
  const root = rootOf(base);
  const path = root === undefined ? [] : leadingPath(links);
  if (root !== undefined) {
    const end = path.at(-1)?.link ?? base;
    const steps = path.flatMap(({ step }) => (step === undefined ? [] : [step]));
    const isOpen = steps.length < path.length;
    found.push({
      root,
      steps,
      isOpen,
      at: { start: base.at.start, end: end.at.end },
      isWhole: end === whole,
    });
  }
  if (base.kind === 'list') for (const item of base.items) collect(item, found, whole);
  if (base.kind === 'call') for (const input of base.inputs) collect(input, found, whole);
  if (base.kind === 'unary') collect(base.operand, found, whole);
  for (const link of links) {
    if (link.kind === 'index') collect(link.index, found, whole);
    if (link.kind === 'binary') collect(link.right, found, whole);
  }
}

function rootOf(base: ReturnType<typeof chainOf>['base']): string | undefined {
  if (base.kind === 'name') return base.name;
  return base.kind === 'call' && ANSWERS.has(base.name) ? `${base.name}()` : undefined;
}

interface PathLink {
  readonly link: ChainNode;
  /** Nothing for a step that is computed. */
  readonly step: string | number | undefined;
}

/** The members and entries that follow directly, up to the first computed one. */
function leadingPath(links: readonly ChainNode[]): readonly PathLink[] {
  const path: PathLink[] = [];
  for (const link of links) {
    if (link.kind === 'binary') break;
    path.push({ link, step: link.kind === 'member' ? link.name : constantStep(link.index) });
    if (path.at(-1)?.step === undefined) break;
  }
  return path;
}

function constantStep(index: ExpressionNode): string | number | undefined {
  if (index.kind === 'unary' && index.operator === '-') {
    const step = constantStep(index.operand);
    return typeof step === 'number' ? -step : undefined;
  }
  if (index.kind !== 'literal') return undefined;
  if (typeof index.value === 'bigint') return Number(index.value);
  return typeof index.value === 'string' ? index.value : undefined;
}
