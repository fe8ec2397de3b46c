import type { Span } from '../../../source/span.ts';
import { quote } from '../../../structure/wording.ts';
import { parseRuleTemplate, type RulePath, type RuleSegment } from '../templates/rule-template.ts';
import { describeKinds, LIST, NUMBER, OBJECT } from '../values/kind.ts';
import { eventShape } from './expression-names.ts';
import { type ExpressionCheck, Findings } from './finding.ts';
import { memberHint, nearName } from './name-hints.ts';
import { ANY_SHAPE, memberShape, objectShape, type Shape, TEXT_SHAPE } from './shape.ts';

/** What the templates of a rule will be able to see. What is left out is not known. */
export interface RuleTemplateNames {
  /** From the trigger's `output`. */
  readonly payload?: Shape;
  /** From the pack's `conf_schema`. */
  readonly config?: Shape;
}

/** Judges a text of `action_params`: each `{{ }}` in it, and braces that are none. Never throws. */
export function checkRuleTemplate(text: string, names: RuleTemplateNames = {}): ExpressionCheck {
  const findings = new Findings();
  const { parts, isWhole } = parseRuleTemplate(text);
  const roots = rootsOf(names);
  let shape: Shape = TEXT_SHAPE;
  for (const part of parts) {
    if (findings.isFull) break;
    if (part.kind === 'text') noteBraces(text, part.at, findings);
    else {
      const found = new PathCheck(text, part, findings).shape(roots);
      if (isWhole) shape = found;
    }
  }
  return { findings: findings.all, shape };
}

const RULE = objectShape([
  ['id', { kinds: NUMBER }],
  ['ref', TEXT_SHAPE],
]);

const rootsOf = ({ payload = ANY_SHAPE, config = ANY_SHAPE }: RuleTemplateNames): Shape =>
  objectShape([
    ['event', eventShape(payload, ['id', 'trigger', 'created'])],
    ['pack', objectShape([['config', config]])],
    [
      'system',
      objectShape([
        ['timestamp', TEXT_SHAPE],
        ['rule', RULE],
      ]),
    ],
  ]);

function noteBraces(text: string, { start, end }: Span, findings: Findings): void {
  const open = text.slice(start, end).indexOf('{{');
  if (open < 0) return;
  const at = { start: start + open, end: start + open + 2 };
  const isEmpty = text.startsWith('}}', at.end);
  const message = isEmpty ? 'there is no path between the braces' : '"{{" has no "}}"';
  const hint = isEmpty
    ? 'write a path such as event.payload.name'
    : 'close it with "}}", without a single "}" before';
  findings.add('unclosed', isEmpty ? { start: at.start, end: at.end + 2 } : at, message, hint);
}

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['trigger', 'write event.payload.… or event.trigger'],
  ['payload', 'write event.payload.…'],
  ['config', 'write pack.config.…'],
  ['rule', 'write system.rule.ref or system.rule.id'],
  ['parameters', 'rules have no parameters; write event.payload.…'],
]);
/** What is no part of a name but of an expression. */
const NOT_A_NAME = /[|()[\]"'\s+*/%=<>!,?{]/;
const SUBSCRIPTS = /\[(?:"([^"\]]*)"|'([^'\]]*)'|([0-9]+))\]/g;
const WHOLE_NUMBER = /^\+?[0-9]+$/;

class PathCheck {
  readonly #text: string;
  readonly #path: RulePath;
  readonly #braces: Span;
  readonly #findings: Findings;

  constructor(text: string, { path, at }: { path: RulePath; at: Span }, findings: Findings) {
    this.#text = text;
    this.#path = path;
    this.#braces = at;
    this.#findings = findings;
  }

  shape(roots: Shape): Shape {
    let shape = roots;
    for (const [index, segment] of this.#path.segments.entries()) {
      const isDeclared = shape.members?.has(segment.name) ?? false;
      if (!isDeclared && NOT_A_NAME.test(segment.name)) return this.#notAPath();
      const next = this.#step(shape, segment, index);
      if (!next) return ANY_SHAPE;
      shape = next;
    }
    const [root] = this.#path.segments;
    if (root?.name !== 'pack' || this.#path.segments.length > 1) return shape;
    return this.#findings.add('unknown-member', root.at, '"pack" alone is nothing', 'write pack.config.…');
  }

  #step(shape: Shape, segment: RuleSegment, index: number): Shape | undefined {
    const { name, at } = segment;
    if (name === '') {
      const isEmpty = this.#path.segments.length === 1;
      const message = isEmpty ? 'there is no path between the braces' : 'the path has an empty part';
      return this.#refuse(this.#braces, message, 'write a path such as event.payload.name');
    }
    if (shape.kinds === LIST) {
      if (WHOLE_NUMBER.test(name)) return shape.entries ?? ANY_SHAPE;
      const hint = `write the number of an entry: ${this.#before(index)}.0.${name}`;
      return this.#refuse(at, `the list ${this.#before(index)} has no ${quote(name)}`, hint);
    }
    if ((shape.kinds & (OBJECT | LIST)) === 0) {
      const message = `${this.#before(index)} is ${describeKinds(shape.kinds)} and has no ${quote(name)}`;
      return this.#refuse(at, message);
    }
    const found = memberShape(shape, name);
    if (found) return found;
    if (index === 0) return this.#unknownRoot(segment, shape);
    const hint = memberHint(name, shape);
    return this.#refuse(at, `${this.#before(index)} has no ${quote(name)}`, hint);
  }

  #unknownRoot({ name, at }: RuleSegment, roots: Shape): undefined {
    const near = nearName(name, roots.members);
    const hint =
      ADVICE.get(name) ??
      (near === undefined ? 'rules see event, pack.config and system' : `did you mean "${near}"?`);
    this.#findings.add('unknown-name', at, `nothing is named ${quote(name)} here`, hint);
  }

  #notAPath(): Shape {
    const { start, end } = this.#path.at;
    const written = this.#text.slice(start, end);
    const dotted = written.replace(SUBSCRIPTS, (_all, one, two, three) => `.${one ?? two ?? three}`);
    const hint =
      dotted !== written && !NOT_A_NAME.test(dotted)
        ? `write ${dotted}`
        : 'rules take one dotted path; compute in `conditions`, a workflow or the action';
    const message = `${quote(written)} is no dotted path`;
    return this.#findings.add('not-a-path', this.#path.at, message, hint);
  }

  #refuse(at: Span, message: string, hint?: string): undefined {
    this.#findings.add('unknown-member', at, message, hint);
  }

  /** The path up to a segment, as written. */
  #before(index: number): string {
    const last = this.#path.segments[index - 1]?.at.end ?? this.#path.at.start;
    const written = this.#text.slice(this.#path.at.start, last);
    return written.length > 60 ? `…${written.slice(-57)}` : written;
  }
}
