import type { Span } from '../../../source/span.ts';
import { quote } from '../../../structure/wording.ts';
import { countFault, kindFault, usage } from '../evaluation/input-fault.ts';
import { closestFunction } from '../functions/names.ts';
import { FUNCTIONS } from '../functions/table.ts';
import { adviceOnFunction } from '../syntax/advice.ts';
import {
  type BinaryNode,
  type CallNode,
  type ChainNode,
  chainOf,
  type ExpressionNode,
  type IndexNode,
  type MemberNode,
  type UnaryNode,
} from '../syntax/node.ts';
import {
  ANY,
  BOOL,
  describeKinds,
  INT,
  type Kinds,
  kindOf,
  LIST,
  NUMBER,
  OBJECT,
  STRING,
} from '../values/kind.ts';
import { shapeOfBinary } from './binary-shape.ts';
import type { ExpressionNames } from './expression-names.ts';
import type { Findings } from './finding.ts';
import { patternFault, shapeOfCall } from './known-calls.ts';
import { dashedName, homeOf, memberHint, nameHint } from './name-hints.ts';
import { ANY_SHAPE, memberShape, type Shape } from './shape.ts';

const LONGEST_QUOTED = 60;

/** Works out what expressions give, and notes on the way what cannot be. */
export class Inference {
  readonly #text: string;
  readonly #names: ExpressionNames;
  readonly #findings: Findings;
  /** Where a name with dashes ends that has been noted. */
  #dashedUntil = 0;

  constructor(text: string, names: ExpressionNames, findings: Findings) {
    this.#text = text;
    this.#names = names;
    this.#findings = findings;
  }

  shapeOf(node: ExpressionNode): Shape {
    const { base, links } = chainOf(node);
    let shape = this.#base(base);
    for (const link of links) shape = this.#follow(shape, link);
    return shape;
  }

  #base(node: ReturnType<typeof chainOf>['base']): Shape {
    switch (node.kind) {
      case 'literal':
        return { kinds: kindOf(node.value) };
      case 'list':
        return listOf(node.items.map((item) => this.shapeOf(item)));
      case 'name':
        return this.#name(node.name, node);
      case 'call':
        return this.#call(node);
      case 'unary':
        return this.#unary(node);
    }
  }

  #follow(shape: Shape, link: ChainNode): Shape {
    if (link.kind === 'member') return this.#member(shape, link);
    return link.kind === 'index' ? this.#index(shape, link) : this.#binary(shape, link);
  }

  #name(name: string, { at }: ExpressionNode): Shape {
    const shape = this.#names.names.get(name);
    if (shape) return shape;
    if (at.start < this.#dashedUntil) return ANY_SHAPE;
    const message = `nothing is named ${quote(name)} here`;
    const dashed = dashedName(this.#text, at.start, name);
    const home = dashed === undefined ? undefined : homeOf(dashed, this.#names.names);
    if (dashed !== undefined && home !== undefined) {
      return this.#dashed('unknown-name', at, message, dashed, home);
    }
    return this.#findings.add('unknown-name', at, message, nameHint(name, this.#names));
  }

  #member(shape: Shape, { object, name, nameAt }: MemberNode): Shape {
    if ((shape.kinds & OBJECT) === 0) {
      const isList = shape.kinds === LIST;
      const hint = isList ? `pick an entry first: ${this.#quoted(object, 'list')}[0].${name}` : undefined;
      const message = `${describeKinds(shape.kinds)} has no ${quote(name)}: only objects have names`;
      return this.#findings.add('type', nameAt, message, hint);
    }
    const found = memberShape(shape, name);
    if (found) return found;
    const message = `${this.#quoted(object, 'the object')} has no ${quote(name)}`;
    const dashed = dashedName(this.#text, nameAt.start, name);
    if (dashed !== undefined && shape.members?.has(dashed)) {
      return this.#dashed('unknown-member', nameAt, message, dashed, this.#quoted(object, ''));
    }
    return this.#findings.add('unknown-member', nameAt, message, memberHint(name, shape));
  }

  /** Notes a name with dashes once, and not again for what its later parts name. */
  #dashed(
    kind: 'unknown-name' | 'unknown-member',
    at: Span,
    message: string,
    dashed: string,
    home: string,
  ): Shape {
    this.#dashedUntil = at.start + dashed.length;
    const whole = { start: at.start, end: this.#dashedUntil };
    return this.#findings.add(kind, whole, message, `write ${home}["${dashed}"], since "-" subtracts`);
  }

  #index(shape: Shape, { object, index }: IndexNode): Shape {
    const wanted = this.shapeOf(index).kinds;
    if ((shape.kinds & (LIST | OBJECT | STRING)) === 0) {
      return this.#findings.add('type', index.at, `${describeKinds(shape.kinds)} has no entries`);
    }
    const canName = (shape.kinds & OBJECT) !== 0 && (wanted & STRING) !== 0;
    const canCount = (shape.kinds & (LIST | STRING)) !== 0 && (wanted & INT) !== 0;
    if (!canName && !canCount) {
      const by = (shape.kinds & OBJECT) === 0 ? 'a whole number' : 'text';
      const message = `${describeKinds(shape.kinds)} is asked by ${by}, not by ${describeKinds(wanted)}`;
      return this.#findings.add('type', index.at, message);
    }
    if (shape.kinds === LIST) return shape.entries ?? ANY_SHAPE;
    if (shape.kinds === STRING) return { kinds: STRING };
    if (canCount || index.kind !== 'literal' || typeof index.value !== 'string') return ANY_SHAPE;
    const found = memberShape(shape, index.value);
    if (found) return found;
    const message = `${this.#quoted(object, 'the object')} has no ${quote(index.value)}`;
    return this.#findings.add('unknown-member', index.at, message, memberHint(index.value, shape));
  }

  #unary({ operator, operand, at }: UnaryNode): Shape {
    const { kinds } = this.shapeOf(operand);
    if (operator === 'not') return { kinds: BOOL };
    if ((kinds & NUMBER) !== 0) return { kinds: kinds & NUMBER };
    return this.#findings.add('type', at, `"-" takes a number, not ${describeKinds(kinds)}`);
  }

  #binary({ kinds: left }: Shape, node: BinaryNode): Shape {
    const { kinds: right } = this.shapeOf(node.right);
    return shapeOfBinary(node, left, right, this.#findings);
  }

  #call(node: CallNode): Shape {
    const inputs = node.inputs.map((input) => this.shapeOf(input));
    const answer = this.#names.answers.get(node.name);
    if (answer) {
      const [first, last] = [node.inputs[0], node.inputs.at(-1)];
      if (first && last) {
        const at = { start: first.at.start, end: last.at.end };
        this.#findings.add('argument-count', at, `${node.name}() takes no values`, `write ${node.name}()`);
      }
      return answer;
    }
    const called = FUNCTIONS.get(node.name);
    if (!called) return this.#unknownFunction(node);
    const count = countFault(node, called);
    if (count !== undefined) {
      this.#findings.add('argument-count', node.at, count, usage(node.name, called));
      return { kinds: called.returns };
    }
    for (const [index, { kinds }] of inputs.entries()) {
      const fault = kindFault(node.name, called, index, kinds);
      if (fault !== undefined) this.#findings.add('type', node.inputs[index]?.at ?? node.at, fault);
    }
    const pattern = patternFault(node);
    if (pattern) this.#findings.add('pattern', pattern.at, pattern.message);
    return shapeOfCall(node.name, called, inputs);
  }

  #unknownFunction({ name, nameAt }: CallNode): Shape {
    const meant = closestFunction(name, this.#names.answers.keys());
    const hint =
      this.#names.advice.get(name) ??
      adviceOnFunction(name) ??
      (meant === undefined ? undefined : `did you mean "${meant}"?`);
    return this.#findings.add('unknown-function', nameAt, `there is no function ${name}()`, hint);
  }

  #quoted({ at }: ExpressionNode, otherwise: string): string {
    const text = this.#text.slice(at.start, at.end);
    return text.length > LONGEST_QUOTED || text.includes('\n') ? otherwise : text;
  }
}

function listOf(items: readonly Shape[]): Shape {
  const kinds = items.reduce<Kinds>((all, item) => all | item.kinds, 0);
  const [only] = items;
  return { kinds: LIST, entries: items.length === 1 && only ? only : { kinds: kinds === 0 ? ANY : kinds } };
}
