import type { AttuneTask } from '@packwright/schema/attune';
import { isAtFault, type LocatedDocument } from '../structure/document.ts';
import type { Finding } from '../structure/finding.ts';
import type { Path } from '../structure/locator.ts';
import { spanWithin } from '../structure/span-within.ts';
import {
  ANY_SHAPE,
  type ExpressionFinding,
  type ExpressionNames,
  type Shape,
  shapeOfSchema,
  workflowNames,
} from './expression/index.ts';
import { taskLists } from './graph.ts';
import { type AttunePackFiles, type Component, qualified } from './pack.ts';
import { tasksOf } from './tasks.ts';

/** A text inside a document. */
export interface PlacedText {
  readonly text: string;
  readonly path: Path;
}

/** Every text in a value, at any depth; keys are no templates. */
export function* textsIn(value: unknown, path: Path): Generator<PlacedText> {
  if (typeof value === 'string') yield { text: value, path };
  else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* textsIn(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* textsIn(item, [...path, key]);
  }
}

/** What is wrong inside a text of a document. */
export function findingWithin(
  document: LocatedDocument<unknown>,
  path: Path,
  { at, message, hint }: Pick<ExpressionFinding, 'at' | 'message' | 'hint'>,
): Finding {
  const span = spanWithin(document, path, at.start, Math.max(at.end, at.start + 1));
  return { file: document.file, span, message, ...(hint === undefined ? {} : { hint }) };
}

/** What events of the trigger of a rule carry, and what the pack is configured with; nothing is known of other packs. */
export function namesOfRule(
  pack: AttunePackFiles,
  { value }: Component<'rule'>,
): { payload: Shape; config: Shape } {
  const wanted = qualified(value.trigger_ref.trim(), pack.ref);
  const trigger = pack.components.trigger.find(({ ref }) => ref === wanted)?.value;
  const output = pack.profile === 'seed' ? trigger?.payload_schema : trigger?.output;
  return { payload: describedShape(output), config: configShape(pack) };
}

function configShape({ manifest }: AttunePackFiles): Shape {
  return describedShape(manifest.value.conf_schema ?? manifest.value.config_schema);
}

/** A schema without any entry describes nothing, rather than that there is nothing. */
function describedShape(schema: unknown): Shape {
  const isWritten = typeof schema === 'object' && schema !== null && Object.keys(schema).length > 0;
  return isWritten ? shapeOfSchema(schema) : ANY_SHAPE;
}

/** A text of a graph in which expressions stand. */
export interface WorkflowText extends PlacedText {
  readonly names: ExpressionNames;
  /** Whether it is an expression with or without braces. */
  readonly isCondition: boolean;
}

/** Every text of a graph that is read as a template, with what it can see. */
export function* workflowTexts(pack: AttunePackFiles, graph: Component<'workflow'>): Generator<WorkflowText> {
  const outer = namesOfGraph(pack, graph);
  const outside = workflowNames(outer);
  const inside = workflowNames({ ...outer, item: ANY_SHAPE });
  for (const { task, path } of tasksOf(graph.value)) {
    const isMany = (task.with_items ?? task.iterate_cache ?? null) !== null;
    const names = isMany ? inside : outside;
    const texts = (key: keyof AttuneTask, seen: ExpressionNames) =>
      [...textsIn(task[key], [...path, key])].map((found) => ({ ...found, names: seen, isCondition: false }));
    yield* texts('input', names);
    yield* texts('with_items', outside);
    yield* texts('iterate_cache', outside);
    yield* texts('wait_for', names);
    yield* texts('timeout', names);
    yield* texts('trace_tag_template', names);
    for (const [index, transition] of listOf(task.next).entries()) {
      const at = [...path, 'next', index];
      yield* condition(transition?.when, [...at, 'when'], outside);
      yield* published(transition?.publish, [...at, 'publish'], outside);
    }
    for (const [index, branch] of listOf(task.decision).entries()) {
      yield* condition(branch?.when, [...path, 'decision', index, 'when'], outside);
    }
    yield* published(task.publish, [...path, 'publish'], outside);
  }
  for (const found of textsIn(graph.value.output_map, ['output_map'])) {
    yield { ...found, names: outside, isCondition: false };
  }
}

function* condition(text: unknown, path: Path, names: ExpressionNames): Generator<WorkflowText> {
  if (typeof text === 'string' && text.trim() !== '') yield { text, path, names, isCondition: true };
}

/** A bare name takes the whole result; only the values of mappings are templates. */
function* published(publish: unknown, path: Path, names: ExpressionNames): Generator<WorkflowText> {
  for (const [index, directive] of listOf(publish).entries()) {
    if (typeof directive === 'string') continue;
    for (const found of textsIn(directive, [...path, index])) yield { ...found, names, isCondition: false };
  }
}

function namesOfGraph(pack: AttunePackFiles, graph: Component<'workflow'>) {
  const tasks = [...taskLists(graph.value.tasks)].flatMap((list) => list.tasks);
  const config = configShape(pack);
  const parameters = parametersOf(pack, graph);
  return {
    variables: [...Object.keys(graph.value.vars ?? {}), ...tasks.flatMap(publishedNames)],
    tasks: tasks.map(({ name }) => name),
    ...(config === ANY_SHAPE ? {} : { config }),
    ...(parameters === undefined ? {} : { parameters: shapeOfSchema(parameters) }),
  };
}

/**
 * The parameters of a graph: those of the actions it belongs to win; undefined where they are not the same for all, or
 * could not be read.
 */
export function parametersOf({ components }: AttunePackFiles, graph: Component<'workflow'>): unknown {
  const owners = components.action.filter(
    ({ value }) =>
      value.workflow_file !== undefined && `actions/${value.workflow_file.trim()}` === graph.document.file,
  );
  if (owners.some(({ document }) => isAtFault(document, ['parameters']))) return undefined;
  const schemas = owners.map(({ value }) => value.parameters ?? graph.value.parameters);
  if (schemas.length > 1) return undefined;
  return schemas[0] ?? graph.value.parameters;
}

function publishedNames({ next, publish }: AttuneTask): string[] {
  const directives = [...listOf(next).map((transition) => transition?.publish), publish].flatMap(listOf);
  return directives.flatMap((directive: unknown) => {
    if (typeof directive === 'string') return [directive];
    return typeof directive === 'object' && directive !== null ? Object.keys(directive) : [];
  });
}

/** The entries of a list that the document does not judge at every depth. */
function listOf(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value : [];
}

type Loose = { readonly when?: unknown; readonly publish?: unknown } | undefined;
